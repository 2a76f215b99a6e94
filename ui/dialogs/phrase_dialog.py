"""Choose one of the office's phrases: search, read, insert."""

from collections.abc import Sequence

from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.dialogs.phrase import Phrase
from ui.shell.prompts import Prompts
from ui.widgets.act_dialog import ActDialog
from ui.widgets.card import Card
from ui.widgets.line_edit import LineEdit
from ui.widgets.text_label import TextLabel

_RECORD = "接在已写的文字后面，不替换已写的；用语在“设置”的“回复用语”里增改（第十一条）。"
_NONE = "没有这样的用语；可在“设置”的“回复用语”里增加。"


class PhraseDialog(ActDialog):
    """`taken` is the phrase chosen when accepted."""

    chapter = "assess"

    def __init__(self, parent: QWidget | None, prompts: Prompts, phrases: Sequence[Phrase]) -> None:
        super().__init__(parent, prompts, title="套用用语", main="插入", record=_RECORD, width=640)
        self._phrases = tuple(phrases)
        self._shown: list[Phrase] = []
        self.search, self.list, self.none = (
            LineEdit(),
            QListWidget(),
            TextLabel(_NONE, role="muted", wrap=True),
        )
        self.search.setPlaceholderText("搜索用语")
        self.search.setAccessibleName("搜索用语")
        self.list.setAccessibleName("用语")
        self.list.setObjectName("phrases")
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(260)
        card = Card()
        for part in (self.search, self.list, self.none):
            card.body.addWidget(part)
        self.add_card(card)
        self.search.textChanged.connect(self.search_for)
        self.list.itemDoubleClicked.connect(lambda _: self.accept())
        self.submitted.connect(self.accept)
        self.search_for("")

    @property
    def taken(self) -> Phrase | None:
        """The phrase under the cursor."""
        at = self.list.currentRow()
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def search_for(self, typed: str) -> None:
        """Leave the phrases that hold every word typed."""
        words = typed.casefold().split()
        said = [(one, f"{one.kind}{one.text}".casefold()) for one in self._phrases]
        self._shown = [one for one, text in said if all(word in text for word in words)]
        self.list.clear()
        for one in self._shown:
            used = f" · 用过 {one.used} 次" if one.used else ""
            QListWidgetItem(f"{one.text}\n{one.kind}{used}", self.list)
        self.list.setCurrentRow(0)
        self.none.setVisible(not self._shown)
        self.main.setEnabled(bool(self._shown))
