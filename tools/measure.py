"""Every measure of correctness, one after the other: `make measure`. Ends with 1 where a mark is missed.

Intake is measured on the real files beside the repository (../shared/data), the papers on one item's.
"""

import sys

from tools import measure_intake, measure_papers


def main() -> int:
    """Run them all; the worst answer counts."""
    print("— intake —")
    missed = measure_intake.main() if measure_intake.DATA.is_dir() else _absent()
    print("— papers —")
    return max(missed, measure_papers.main([]))


def _absent() -> int:
    print("no real files beside the repository: intake was not measured")
    return 0


if __name__ == "__main__":
    sys.exit(main())
