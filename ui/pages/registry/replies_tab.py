"""回复: what the section found, each wording with the consents to it, what was published."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.pages.registry.item_words import fingerprint
from ui.pages.registry.tab import Tab
from ui.pages.registry.text_block import TextBlock
from ui.widgets.empty_state import EmptyState
from ui.wording.moments import moment
from yuqing_desktop.domain.listing import Dossier
from yuqing_desktop.domain.records import Consent, Draft, Handling, Reply
from yuqing_desktop.domain.vocabulary import Act, ConsentKind, Decision


class RepliesTab(Tab):
    """`taken(act)` fires on the empty state's button."""

    taken = Signal(str)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("回复", parent)
        self._now = now

    def fill(self, dossier: Dossier) -> None:
        """Show it, the latest first."""
        self.clear()
        for reply in reversed(dossier.replies):
            self.column.addWidget(self._reply(reply))
        for draft in reversed(dossier.drafts):
            self.column.addWidget(self._draft(draft, dossier))
        for handling in reversed(dossier.handlings):
            self.column.addWidget(self._handling(handling))
        if self.column.count() == 0:
            self.column.addWidget(self._empty(dossier))
        self.column.addStretch(1)

    def _reply(self, reply: Reply) -> TextBlock:
        title = "先行回复" if reply.interim else "正式回复"
        when = moment(reply.published_at, self._now())
        foot = " · ".join(
            part for part in (reply.account, reply.channel.label, f"{reply.entered_by}登记") if part
        )
        block = TextBlock(f"{title} · {when}", reply.text, foot=foot)
        if reply.deviation:
            block.add_line(f"与批准文本不同：{reply.deviation}", role="warn")
        if reply.link:
            block.add_line(reply.link, role="muted")
        return block

    def _draft(self, draft: Draft, dossier: Dossier) -> TextBlock:
        foot = f"{draft.channel.label} · {draft.written_by} · {moment(draft.written_at, self._now())}"
        note = f"文本指纹 {fingerprint(draft.sha256)}"
        block = TextBlock(f"拟回复 · 第 {draft.serial} 稿", draft.text, note=note, foot=foot)
        for consent in dossier.consents:
            if consent.draft_id == draft.id:
                self._consent(block, consent, signed=consent.id in dossier.signed)
        return block

    def _consent(self, block: TextBlock, consent: Consent, *, signed: bool) -> None:
        void = consent.voided_at is not None
        agreed = consent.decision is Decision.AGREE
        words = f"{consent.decision.label} · {consent.role.label} {consent.approver}"
        role = "muted" if void else "ok" if agreed else "danger"
        block.add_line(words, role=role, struck=void)
        opinion = f"“{consent.opinion}”　" if consent.opinion else ""
        block.add_line(f"{opinion}{self._how(consent, signed=signed)}", role="muted", struck=void)
        if void:
            block.add_line(f"已作废：{consent.void_reason or '文本已改动'}", role="warn")

    def _how(self, consent: Consent, *, signed: bool) -> str:
        when = moment(consent.decided_at, self._now())
        if consent.kind is ConsentKind.SCREEN:
            return f"{when} · {consent.kind.label}，{'已签名' if signed else '未签名'}"
        sheet = f"，{consent.sheet_number}" if consent.sheet_number else ""
        scan = "，附扫描件" if consent.scan_sha256 else "，无扫描件"
        return f"{when} · {consent.kind.label}（{consent.entered_by}录入，未签名{sheet}{scan}）"

    def _handling(self, handling: Handling) -> TextBlock:
        when = moment(handling.reported_at, self._now())
        block = TextBlock(f"处置情况 · {handling.reported_by} · {when}", "")
        for name, words in (
            ("核实", handling.findings),
            ("措施", handling.measures),
            ("结果", handling.result),
        ):
            if words:
                block.add_line(f"{name}：{words}")
        if handling.responsible:
            block.add_line(f"科室负责人 {handling.responsible}（对内容负责，第五条）", role="muted")
        return block

    def _empty(self, dossier: Dossier) -> EmptyState:
        why = "科室报送处置情况时写明拟回复，经领导同意后由专人统一回复。"
        allowed = any(offer.act is Act.REPORT_HANDLING and offer.allowed for offer in dossier.offers)
        run = ("报送处置情况…", lambda: self.taken.emit(Act.REPORT_HANDLING.value))
        return EmptyState("还没有拟回复", why, *((run,) if allowed else ()), icon="message")
