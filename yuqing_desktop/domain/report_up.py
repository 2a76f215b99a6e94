"""报告市委宣传部 (第七条): what is read out on the phone or sent as SMS, ready to copy."""

from dataclasses import dataclass

from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.vocabulary import Word

CHANNELS = ("电话", "手机短信")
SMS_LIMIT = 300


class Stage(Word):
    """初报, 续报, 终报."""

    FIRST = "first", "初报", "第七条"
    FURTHER = "further", "续报", "第七条"
    FINAL = "final", "终报", "第七条"


@dataclass(frozen=True, slots=True)
class Reporter:
    """Who reports: bureau, name, phone."""

    bureau: str
    name: str
    phone: str


def script(item: Item, section: str, measures: str, reporter: Reporter, stage: Stage) -> str:
    """The phone script: time (24 hours), source, account, matter, figures, measures, next step, who reports."""
    found = f"{item.found_at:%m月%d日%H时%M分}" if item.found_at else ""
    published = f"（发布时间{item.published_at:%m月%d日%H时%M分}）" if item.published_at else ""
    spread = f"阅读{item.reads.label}，转发{item.forwards.label}，回复{item.replies.label}"
    lines = (
        f"您好，这里是{reporter.bureau}，现作政务舆情{stage.label}。",
        f"一、{found}在{item.platform}{item.source}发现{published}。",
        f"二、事由：{item.title}。{item.summary}".rstrip("。") + "。",
        f"三、传播情况：{spread}。",
        f"四、已采取措施：{measures or f'已登记（{item.number}）并组织核实'}。",
        f"五、下一步：{f'由{section}调查核实并处置，' if section else ''}按规定报批后回应，进展续报。",
        f"报告人：{reporter.name}，电话：{reporter.phone or '（请补充）'}。",
    )
    return "\n".join(lines)


def sms(item: Item, section: str, measures: str, reporter: Reporter, stage: Stage) -> str:
    """The same in one SMS (at most 300 characters; the matter is shortened, never the rest)."""
    found = f"{item.found_at:%m-%d %H:%M}" if item.found_at else ""
    head = f"【{reporter.bureau}{stage.label}】{found}在{item.platform}{item.source}发现："
    tail = (
        f"。阅读{item.reads.label}、转发{item.forwards.label}、回复{item.replies.label}。"
        f"{measures or '正组织核实'}{f'，由{section}处置' if section else ''}，进展续报。"
        f"{reporter.name} {reporter.phone}".rstrip()
    )
    room = max(0, SMS_LIMIT - len(head) - len(tail))
    title = item.title if len(item.title) <= room else item.title[: max(0, room - 1)] + "…"
    return f"{head}{title}{tail}"
