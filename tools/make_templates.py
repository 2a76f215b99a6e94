"""Build the factory templates of all papers: `python -m tools.make_templates [FOLDER]`.

The built files are committed; these scripts are where a form's layout is changed.
"""

import sys
from pathlib import Path

from tools.paper_forms import approval_form, key_form, report_up, supervision_note, transfer_slip, urge_note
from tools.paper_letters import handling_report, period_report
from tools.paper_tables import accountability, approval_batch, archive_contents, archive_cover, rounds_month

BUILDERS = (
    transfer_slip,
    approval_form,
    approval_batch,
    urge_note,
    supervision_note,
    handling_report,
    period_report,
    report_up,
    rounds_month,
    accountability,
    archive_cover,
    archive_contents,
    key_form,
)


def main(folder: Path) -> None:
    """Build every template into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for build in BUILDERS:
        build(folder / f"{build.__name__}.docx")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "resources" / "templates")
