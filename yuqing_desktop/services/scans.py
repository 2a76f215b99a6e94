"""A paper comes back (第八条、第九条): what its code or number means — which item, which act, and what is wrong with it."""

import re
from dataclasses import dataclass
from pathlib import Path

from yuqing_desktop.domain import paper_codes
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.records import Paper, Slip
from yuqing_desktop.domain.vocabulary import Act, PaperKind
from yuqing_desktop.intake import scans as sheets
from yuqing_desktop.intake.scans import codes_on as codes_on  # of the window's own pictures
from yuqing_desktop.problems import NotFound, Trouble
from yuqing_desktop.services.paper_sources import said
from yuqing_desktop.services.registry import Registry
from yuqing_desktop.services.settings import Settings
from yuqing_desktop.storage.store import Store

_TYPED_NUMBER = re.compile(
    r"\s*([\u4e00-\u9fff]{1,8})\s*[〔\[【(（]?\s*(\d{4})\s*[〕\]】)）-]?\s*(\d{1,6})\s*号?\s*"
)

_ACTS: dict[PaperKind, tuple[Act, ...]] = {
    PaperKind.TRANSFER_SLIP: (Act.RECEIVE, Act.REPORT_HANDLING),
    PaperKind.APPROVAL_FORM: (Act.APPROVE_DEPUTY, Act.APPROVE_HEAD),
    PaperKind.HANDLING_REPORT: (Act.REPORT_HANDLING, Act.AMEND_REPLY),
    PaperKind.URGE_NOTE: (Act.REPORT_HANDLING, Act.GIVE_REASON),
    PaperKind.SUPERVISION_NOTE: (Act.REPORT_HANDLING, Act.GIVE_REASON),
    PaperKind.REPORT_UP: (Act.REPORT_UP,),
}
"""What a returned paper is for, the first act that may be taken now wins."""


def require_readers() -> None:
    """Scanned sheets can be read here (the optional extra `scan`). Raises Trouble."""
    if not sheets.can_read():
        raise Trouble(
            "没有安装识别扫描件的组件（zxing-cpp、pypdfium2），不能自动认出扫描件。",
            kept="文件没有改动。",
            advice="请在事项详情中直接添加附件。",
        )


def codes_in_pdf(path: Path) -> list[str]:
    """Every code on a scanned PDF, drawn and read in a process of its own: it is outside material. Raises BadFile."""
    from yuqing_desktop.intake.worker import Bounds, run_apart  # the window does not wait for it at its start

    return run_apart(sheets.codes_in_pdf, path, bounds=Bounds(seconds=120.0, memory_bytes=2**30))


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a scanned or typed paper means: `act` is None where nothing is to be entered, `words` say why.

    `warns` is set where the paper should not be relied on: void, superseded, another copy than the last.
    """

    paper: Paper
    item_id: int | None
    item_number: str
    act: Act | None
    words: str
    warns: bool = False


@dataclass(frozen=True, slots=True)
class Scans:
    """The way back of papers."""

    store: Store
    settings: Settings
    registry: Registry

    def is_paper(self, text: str) -> bool:
        """Whether a text is a paper's code or number, as scanned or typed."""
        return paper_codes.read(text) is not None or self._typed(text) is not None

    def meaning(self, text: str, actor: Actor) -> Meaning:
        """What the paper with this code or number means now. Raises NotFound in words."""
        paper, copy = self._paper(text)
        if paper.item_id is None:
            return Meaning(paper, None, "", None, f"{_name(paper)}不属于单件事项。")
        item = self.store.get(Item, paper.item_id)
        doubt = self._doubt(paper, copy)
        if paper.voided_at is not None:
            return Meaning(paper, item.id, item.number, None, doubt, warns=True)
        act = self._act(paper, item, actor)
        words = f"{_name(paper)}：{item.number}" + (
            f"，请登记“{act.label}”。" if act else f"，{self._idle(paper, item)}"
        )
        return Meaning(paper, item.id, item.number, act, words + doubt, warns=bool(doubt))

    def _paper(self, text: str) -> tuple[Paper, int]:
        """The paper meant, and which copy of it (0: typed, unknown)."""
        code = paper_codes.read(text)
        if code is not None:
            number, copy = (
                f"{self.settings.office().prefix(code.kind)}〔{code.year}〕{code.serial}号",
                code.copy,
            )
            found = self.store.find(Paper, number=number, kind=code.kind) or self._renamed(code)
        else:
            number, copy = self._typed(text) or text.strip(), 0
            found = self.store.find(Paper, number=number)
        if not found:
            raise NotFound(
                f"登记簿中没有“{number}”。",
                kept="没有改动任何内容。",
                advice="请核对编号和年份；也可能是别的登记簿出的文书。",
            )
        return found[-1], copy

    def _renamed(self, code: paper_codes.PaperCode) -> list[Paper]:
        """Papers numbered under a 代字 the office has since given up."""
        like = f"%〔{code.year}〕{code.serial}号"
        return self.store.where(Paper, "kind = ? AND number LIKE ?", (code.kind.value, like))

    @staticmethod
    def _typed(text: str) -> str | None:
        match = _TYPED_NUMBER.fullmatch(text)
        return f"{match[1]}〔{match[2]}〕{match[3]}号" if match else None

    def _act(self, paper: Paper, item: Item, actor: Actor) -> Act | None:
        offers = {offer.act: offer for offer in self.registry.dossier(item.id, actor).offers}
        wanted = _ACTS.get(paper.kind, ())
        return next((act for act in wanted if act in offers and offers[act].allowed), None)

    def _doubt(self, paper: Paper, copy: int) -> str:
        if paper.voided_at is not None:
            return f"{_name(paper)}已于{said(paper.voided_at)}作废{_reason(paper)}。{self._successor(paper)}"
        if copy and copy < paper.copies:
            return (
                f"注意：扫到的是第{copy}份，此后又补打过，最后一份是第{paper.copies}份，请核对签的是哪一份。"
            )
        if copy > max(1, paper.copies):
            return f"注意：登记簿只有{paper.copies}份的打印记录，扫到的却是第{copy}份。"
        return ""

    def _successor(self, paper: Paper) -> str:
        standing = self.store.find(Paper, item_id=paper.item_id, kind=paper.kind, voided_at=None)
        if not standing:
            return "没有替代它的文书。"
        return f"现行的是{standing[-1].number}，请以它为准。"

    def _idle(self, paper: Paper, item: Item) -> str:
        """Why there is nothing to enter."""
        slips = self.store.find(Slip, number=paper.number, item_id=item.id)
        if paper.kind is PaperKind.TRANSFER_SLIP and slips and slips[-1].received_at:
            signed = slips[-1]
            return f"已由{signed.received_by}于{said(signed.received_at)}签收，事项现{item.status.label}，不用重复登记。"
        return f"事项现{item.status.label}，这份文书没有要登记的事。"


def _name(paper: Paper) -> str:
    return f"{paper.kind.label}{paper.number}"


def _reason(paper: Paper) -> str:
    return f"（{paper.void_reason}）" if paper.void_reason else ""
