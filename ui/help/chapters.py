"""The chapters of the help, and which one belongs to a page or an act."""

from yuqing_desktop.domain.vocabulary import Act

CHAPTERS: dict[str, str] = {
    "start": "开始使用",
    "journey": "一件舆情的全过程",
    "register": "登记与查重",
    "assess": "评估与转送",
    "approve": "审批：屏幕与纸质",
    "reply": "回复与先行回复",
    "rounds": "每日巡查",
    "supervise": "督办与催办",
    "ledger": "台账与统计",
    "papers": "打印与扫码",
    "import": "导入",
    "accountability": "责任追究",
    "personal": "个人信息",
    "calendar": "日历与时限",
    "backup": "备份与恢复",
    "checkup": "体检与留痕",
    "settings": "设置与账户",
    "shortcuts": "快捷键",
    "regulation": "制度对照",
    "glossary": "用语表",
    "faq": "常见问题",
}
"""Key → title, in reading order. The texts are resources/help/KEY.html; two are made from the code."""

FIRST = "start"

PAGE_CHAPTERS: dict[str, str] = {
    "today": "start",
    "registry": "journey",
    "rounds": "rounds",
    "approvals": "approve",
    "supervision": "supervise",
    "ledger": "ledger",
    "statistics": "ledger",
    "accountability": "accountability",
    "checkup": "checkup",
    "audit": "checkup",
    "settings": "settings",
}

_ACTS: dict[str, tuple[Act, ...]] = {
    "register": (Act.REGISTER, Act.EDIT, Act.READ_FIGURES, Act.ATTACH, Act.TRASH, Act.RESTORE),
    "assess": (Act.ASSESS, Act.REASSESS, Act.TRANSFER, Act.REPORT_UP, Act.REPORT_HANDLING, Act.AMEND_REPLY),
    "journey": (
        Act.RECEIVE, Act.REFUSE_SLIP, Act.REASSIGN, Act.NO_REPLY, Act.SUSPEND_REPLY, Act.MERGE, Act.DISMISS,
        Act.HAND_OVER, Act.REOPEN,
    ),
    "approve": (Act.APPROVE_DEPUTY, Act.APPROVE_HEAD, Act.SEND_BACK),
    "reply": (
        Act.INTERIM_REPLY, Act.REPLY, Act.PRIVATE_MESSAGE, Act.PROGRESS_FEEDBACK, Act.EXTEND, Act.FOLLOW_UP,
        Act.CLOSE,
    ),
    "supervise": (Act.CALL, Act.URGE, Act.SUPERVISE, Act.GIVE_REASON),
}  # fmt: skip

ACT_CHAPTERS: dict[Act, str] = {act: chapter for chapter, acts in _ACTS.items() for act in acts}
