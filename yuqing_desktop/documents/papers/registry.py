"""The papers filled from Word templates, by template name."""

from yuqing_desktop.documents.paper import Paper
from yuqing_desktop.documents.papers.approval import APPROVAL_BATCH, APPROVAL_FORM
from yuqing_desktop.documents.papers.keys import KEY_FORM
from yuqing_desktop.documents.papers.notes import SUPERVISION_NOTE, URGE_NOTE
from yuqing_desktop.documents.papers.registers import (
    ACCOUNTABILITY,
    ARCHIVE_CONTENTS,
    ARCHIVE_COVER,
    ROUNDS_MONTH,
)
from yuqing_desktop.documents.papers.report_up import REPORT_UP
from yuqing_desktop.documents.papers.reports import HANDLING_REPORT, PERIOD_REPORT
from yuqing_desktop.documents.papers.transfer_slip import TRANSFER_SLIP

PAPERS: dict[str, Paper] = {
    paper.name: paper
    for paper in (
        TRANSFER_SLIP,
        APPROVAL_FORM,
        APPROVAL_BATCH,
        URGE_NOTE,
        SUPERVISION_NOTE,
        HANDLING_REPORT,
        PERIOD_REPORT,
        REPORT_UP,
        ROUNDS_MONTH,
        ACCOUNTABILITY,
        ARCHIVE_COVER,
        ARCHIVE_CONTENTS,
        KEY_FORM,
    )
}
