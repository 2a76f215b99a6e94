"""What the lists are called that the navigation and the counted cards open; what they hold is filters.VIEWS."""

from collections.abc import Mapping

VIEW_NAMES: Mapping[str, str] = {
    "all": "登记簿",
    "to_assess": "待评估",
    "to_transfer": "待转送",
    "at_section": "待科室",
    "to_approve": "待审批",
    "to_reply": "待回复",
    "to_close": "待办结",
    "interim_debt": "先行回复未补",
    "overdue": "已逾期",
    "due_today": "今天到期",
    "trash": "回收站",
}
"""Key → word."""
