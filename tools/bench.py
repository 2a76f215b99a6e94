"""Every figure of the program beside its floor or limit, measured in this run. `python -m tools.bench [NAME …]`."""

import sys
from collections.abc import Callable, Sequence

from tools import (
    bench_alike,
    bench_core,
    bench_deadlines,
    bench_figures,
    bench_intake,
    bench_list,
    bench_papers,
    bench_recompute,
    bench_start,
    bench_trust,
    bench_ui,
)


def _printed(run: Callable[[], Sequence[tuple[str, float, float, str]]]) -> Callable[[], object]:
    def show() -> None:
        for what, measured, limit, unit in run():
            mark = "  " if measured <= limit else "! "
            print(f"{mark}{what}: {measured:.2f} {unit} (≤ {limit:.2f})", flush=True)

    return show


BENCHES: dict[str, Callable[[], object]] = {
    "start": _printed(bench_start.run),
    "core": _printed(bench_core.run),
    "ui": _printed(bench_ui.run),
    "list": _printed(bench_list.run),
    "deadlines": _printed(bench_deadlines.run),
    "recompute": _printed(bench_recompute.run),
    "intake": bench_intake.main,
    "alike": bench_alike.main,
    "papers": bench_papers.main,
    "figures": bench_figures.main,
    "trust": bench_trust.main,
}


def main(names: Sequence[str]) -> int:
    """Run the named benches, or all; a figure over its limit is marked, the exit code stays 0."""
    for name in names or BENCHES:
        print(f"— {name}", flush=True)
        BENCHES[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
