"""The chapters made from the code, so that they cannot be wrong: 快捷键 and 制度对照."""

from collections.abc import Callable, Iterable
from html import escape

from ui.shell.actions import plain
from ui.shell.menu_plan import ACTIONS
from ui.shell.shortcut_sheet import ELSEWHERE
from yuqing_desktop.domain.regulation import ARTICLES
from yuqing_desktop.domain.vocabulary import Act, DutyKind, PaperKind, Word

_PLACES: dict[str, tuple[tuple[str, str], ...]] = {
    "第二条": (("settings/人员", "人员"), ("settings/职务与任期", "职务与任期")),
    "第三条": (("registry", "登记簿"), ("supervision", "督办")),
    "第四条": (("ledger", "台账"),),
    "第五条": (("statistics", "统计"), ("accountability", "责任追究")),
    "第六条": (("statistics", "统计"),),
    "第七条": (("rounds", "每日巡查"), ("registry", "登记簿"), ("today", "今日")),
    "第八条": (("registry", "登记簿"),),
    "第九条": (("approvals", "审批"),),
    "第十条": (("settings/认证账号", "认证账号"),),
    "第十一条": (("settings/回复用语", "回复用语"),),
    "第十二条": (("settings/时限", "时限"), ("today", "今日")),
    "第十三条": (("accountability", "责任追究"), ("checkup", "体检")),
    "第十四条": (("settings/时限", "时限"), ("settings/日历", "日历")),
}
_LEAD = (
    "<p>制度的每一条在程序里怎么落实。第一条讲目的，没有要办的事。条文以印发的文件为准，由局办公室解释。</p>"
)


def shortcuts() -> str:
    """Every key of the menu bar and of the dialogs."""
    keys = [(plain(one.menu), one.text.rstrip("…"), one.shortcut) for one in ACTIONS if one.shortcut]
    rows = [(f"{menu}：{words}", f"<b>{escape(pressed)}</b>") for menu, words, pressed in (*keys, *ELSEWHERE)]
    note = "<p>菜单里每一项后面也写着按键。<b>Ctrl+/</b> 随时看一览。</p>"
    return note + _table(("做什么", "按键"), rows)


def regulation() -> str:
    """Article by article: what it asks, by which acts, within which limits, on which papers and pages."""
    rows = [
        (f"<b>{article.number}</b>", escape(article.asks), _means(article.number), _links(article.number))
        for article in ARTICLES
    ]
    return _LEAD + _table(("条", "要求", "办法", "页面"), rows)


MADE: dict[str, Callable[[], str]] = {"shortcuts": shortcuts, "regulation": regulation}


def _means(number: str) -> str:
    kinds: tuple[tuple[str, Iterable[Word]], ...] = (("步骤", Act), ("时限", DutyKind), ("文书", PaperKind))
    named = [(title, [one.label for one in kind if one.article == number]) for title, kind in kinds]
    return "<br>".join(f"{title}：{escape('、'.join(labels))}" for title, labels in named if labels)


def _links(number: str) -> str:
    return "<br>".join(f'<a href="page:{key}">{words}</a>' for key, words in _PLACES[number])


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    first = "".join(f"<th>{head}</th>" for head in heads)
    rest = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><tr>{first}</tr>{rest}</table>"
