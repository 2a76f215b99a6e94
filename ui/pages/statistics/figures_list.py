"""The figures of the page as a list, in the page's own order: what 导出 writes."""

from collections.abc import Iterator, Sequence

from ui.pages.statistics.clocks_picture import HEADS, figures
from yuqing_desktop.domain.overview import Overview, Tally

HEADINGS = ("统计", "项目", "件数", *HEADS)
_NONE = ("",) * len(HEADS)

Tallies = Sequence[tuple[str, Tally]]


def figure_rows(shown: Overview, clocks: Tallies, sections: Tallies) -> Iterator[tuple[str | int, ...]]:
    """A row a figure; `clocks` and `sections` named and ordered as they are shown."""
    parts = (
        ("合计", (("登记", shown.registered), ("上期登记", shown.before), ("期初结转", shown.carried),
                  ("先行回复未补", shown.interim_debts), ("逾期未办", shown.overdue))),
        ("登记趋势", shown.trend), ("类别", shown.by_kind), ("平台", shown.by_platform),
        ("等级", shown.by_level), ("回复情况", shown.by_need),
    )  # fmt: skip
    for part, pairs in parts:
        for word, count in pairs:
            yield part, word or "未填写", count, *_NONE
    for part, lines in (("办理时限", clocks), ("科室反馈", sections)):
        for word, tally in lines:
            yield part, word, "", *figures(tally)
