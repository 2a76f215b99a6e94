"""关于本程序: version, where the data lies, whose work it stands on."""

import platform

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.help.licences import licence_folder, licences
from ui.help.plain_dialog import PlainDialog
from ui.pages.seat import Seat
from ui.shell.application import NAME
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.text_label import TextLabel
from yuqing_desktop import __version__

_WHAT = "落实本局政务舆情收集与回应制度。只在本机运行；不自动采集，不自动发帖，不保存平台密码。"
_LICENCES = "随程序附带的开源软件和它们的许可证。许可证全文在程序文件夹里。"


class AboutDialog(PlainDialog):
    """The folders open from here."""

    def __init__(self, seat: Seat, parent: QWidget | None) -> None:
        super().__init__("关于本程序", parent, width=640, height=600)
        self._seat = seat
        paths = seat.core.paths
        self.data, self.backups = QPushButton("打开数据文件夹"), QPushButton("打开备份文件夹")
        self.check, self.texts = self.add_button("自检…"), self.add_button("许可证文件夹")
        self.data.clicked.connect(lambda: seat.prompts.open_outside(paths.data))
        self.backups.clicked.connect(lambda: seat.prompts.open_outside(paths.backups))
        self.texts.clicked.connect(lambda: seat.prompts.open_outside(licence_folder()))
        self.check.clicked.connect(self._check)
        self.body.addWidget(self._program(str(paths.data)))
        self.body.addWidget(self._others())
        self.body.addStretch(1)

    def _check(self) -> None:
        from ui.help.self_check_dialog import SelfCheckDialog

        dialog = SelfCheckDialog(self._seat, self)
        self._seat.prompts.show(dialog)
        dialog.deleteLater()

    def _program(self, folder: str) -> Card:
        card = Card(f"{NAME} {__version__}")
        card.body.addWidget(TextLabel(_WHAT, role="muted", wrap=True))
        facts = Facts(name_width=72)
        facts.show_facts(
            [
                ("数据文件夹", folder),
                ("运行环境", f"{platform.system()} {platform.release()} · Python {platform.python_version()} · Qt {qVersion()}"),
            ]
        )  # fmt: skip
        card.body.addWidget(facts)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.data, self.backups):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _others(self) -> Card:
        card = Card("开源软件许可证")
        card.body.addWidget(TextLabel(_LICENCES, role="muted", wrap=True))
        facts = Facts(name_width=220)
        facts.show_facts(licences())
        card.body.addWidget(facts)
        return card
