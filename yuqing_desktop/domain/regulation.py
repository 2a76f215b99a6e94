"""The regulation's articles and where each lives in the program; docs/regulation-map.md is made from this and the tests."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """An article: what it makes the office do, and the modules that answer for it."""

    number: str
    asks: str
    modules: tuple[str, ...]


ARTICLES: tuple[Article, ...] = (
    Article("第二条", "领导小组的组长、副组长、组员及任期", ("domain/people.py", "services/people.py", "services/founding.py")),
    Article("第三条", "收集、归类、评估、转送、督办、跟踪反馈",
            ("domain/workflow.py", "domain/supervision.py", "services/supervise.py", "services/closing.py")),
    Article("第四条", "核实、归类、评估、转送，报送处置情况", ("services/ledger.py", "domain/statistics.py")),
    Article("第五条", "科室对内容负责，办公室对程序负责", ("domain/vocabulary.py", "domain/duties.py")),
    Article("第六条", "早发现、早报告、早处理", ("domain/accountability.py", "domain/statistics.py")),
    Article("第七条", "每日收集登记，当时数据不改，重大情况立即报告",
            ("domain/item.py", "services/register.py", "services/assess.py", "domain/rounds.py", "services/rounds.py",
             "domain/report_up.py", "services/duty_acts.py")),
    Article("第八条", "转送跟进科室", ("services/transfer.py", "services/papers.py")),
    Article("第九条", "限时核实处置，副组长、组长同意后回复",
            ("domain/approval.py", "services/handle.py", "services/approve.py")),
    Article("第十条", "用经认证的账号回复，未认证页面暂不回复", ("domain/replying.py", "services/reply.py")),
    Article("第十一条", "五类评论分别回应", ("domain/vocabulary.py", "domain/duties.py", "services/reply.py")),
    Article("第十二条", "1个工作日内回复，否则先行回复", ("domain/deadlines.py", "domain/workdays.py", "services/extend.py")),
    Article("第十三条", "责任追究的五种情形", ("domain/accountability.py", "services/accountability.py")),
    Article("第十四条", "时限与设置自启用之日起执行", ("domain/limits.py", "services/settings.py", "services/calendar.py")),
)  # fmt: skip
"""第一条 says why, and asks nothing of the program."""
