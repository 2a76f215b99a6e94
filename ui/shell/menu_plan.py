"""Everything the menu bar holds. A page binds what it can do; the rest is greyed."""

from ui.shell.action import Action
from yuqing_desktop.domain.vocabulary import Act

FILE, EDIT, VIEW, ACT, PAPER, HELP = "文件(&F)", "编辑(&E)", "视图(&V)", "办理(&B)", "文书(&W)", "帮助(&H)"
MENUS = (FILE, EDIT, VIEW, ACT, PAPER, HELP)
_OWN_VIEWS, _COLUMNS, _SCHEME = "我的视图", "列与排序", "外观"
VIEW_ACTS = (
    ("view_save", "保存视图"),
    ("view_save_as", "另存为视图…"),
    ("view_revert", "还原视图"),
    ("view_rename", "重命名视图…"),
    ("view_up", "上移视图"),
    ("view_down", "下移视图"),
    ("view_delete", "删除视图…"),
)
"""What may be done with the view of a list."""

_PLAIN = (
    Action("new", "新登记…", FILE, "Ctrl+N"),
    Action("save", "保存", FILE, "Ctrl+S"),
    Action("import", "导入表格…", FILE, "Ctrl+I", 1),
    Action("batches", "以前的导入…", FILE, "", 1),
    Action("export", "导出…", FILE, "Ctrl+E", 1),
    Action("print", "打印…", FILE, "Ctrl+P", 1),
    Action("backup", "立即备份", FILE, "", 2),
    Action("restore_backup", "从备份恢复…", FILE, "", 2),
    Action("lock", "锁定", FILE, "Ctrl+L", 3),
    Action("actor", "切换人员…", FILE, "", 3),
    Action("quit", "退出", FILE, "Ctrl+Q", 4),
    Action("undo", "撤销", EDIT, "Ctrl+Z"),
    Action("redo", "重做", EDIT, "Ctrl+Y"),
    Action("copy", "复制所选行", EDIT, "Ctrl+C", 1),
    Action("copy_cell", "复制单元格", EDIT, "", 1),
    Action("copy_number", "复制编号", EDIT, "Ctrl+Shift+C", 1),
    Action("paste", "粘贴（图片作附件）", EDIT, "Ctrl+V", 1),
    Action("select_all", "全选", EDIT, "Ctrl+A", 1),
    Action("find", "搜索", EDIT, "Ctrl+F", 2),
    Action("edit", "修改…", EDIT, "F2", 3),
    Action("duplicate", "复制为新事项…", EDIT, "Ctrl+D", 3),
    Action("trash", "移入回收站", EDIT, "Delete", 3),
    Action("restore", "从回收站恢复", EDIT, "", 3),
    Action("refresh", "刷新", VIEW, "F5", 1),
    Action("next_pane", "下一个窗格", VIEW, "F6", 1),
    Action("show_rail", "显示导航", VIEW, "Ctrl+B", 2, checkable=True),
    Action("show_detail", "显示或隐藏事项详情", VIEW, "Ctrl+Shift+D", 2),
    Action("layout", "恢复标准布局", VIEW, "", 2),
    Action("filter_value", "按此值筛选", VIEW, "", 3),
    Action("exclude_value", "排除此值", VIEW, "", 3),
    Action("clear_filters", "清除筛选", VIEW, "Ctrl+Shift+F", 3),
    *(Action(key, words, VIEW, "", 3, submenu=_OWN_VIEWS) for key, words in VIEW_ACTS),
    Action("columns", "选择列…", VIEW, "", 4, submenu=_COLUMNS),
    Action("fit_window", "列宽适应窗口", VIEW, "", 4, submenu=_COLUMNS),
    Action("fit_contents", "列宽适应内容", VIEW, "", 4, submenu=_COLUMNS),
    Action("clear_sort", "清除排序", VIEW, "", 4, submenu=_COLUMNS),
    Action("restore_columns", "恢复默认列", VIEW, "", 4, submenu=_COLUMNS),
    Action("light", "浅色", VIEW, "", 5, checkable=True, submenu=_SCHEME),
    Action("dark", "深色", VIEW, "", 5, checkable=True, submenu=_SCHEME),
    Action("system", "跟随系统", VIEW, "", 5, checkable=True, submenu=_SCHEME),
    Action("slip_preview", "预览转送单", PAPER, "Ctrl+Shift+P"),
    Action("slip_print", "打印转送单…", PAPER),
    Action("slip_save", "转送单存为 Word…", PAPER),
    Action("paper_back", "文书回收：输入编号…", PAPER, "Ctrl+G", 1),
    Action("scans", "扫描件归卷…", PAPER, "", 1),
    Action("ledger", "周台账…", PAPER, "Ctrl+Shift+L", 2),
    Action("open_exports", "打开文书文件夹", PAPER, "", 3),
    Action("help", "使用帮助", HELP, "F1"),
    Action("shortcuts", "快捷键一览", HELP, "Ctrl+/"),
    Action("checkup", "体检", HELP, "", 1),
    Action("regulation", "制度对照", HELP),
    Action("self_check", "自检…", HELP, "", 1),
    Action("about", "关于本程序…", HELP, "", 2),
)

_OTHER_WAYS, _RECORDS = "其他去向", "催办与记录"
_SIDE_WAYS = {
    Act.REASSESS,
    Act.REFUSE_SLIP,
    Act.REASSIGN,
    Act.AMEND_REPLY,
    Act.SEND_BACK,
    Act.NO_REPLY,
    Act.SUSPEND_REPLY,
    Act.MERGE,
    Act.DISMISS,
    Act.HAND_OVER,
    Act.REOPEN,
}
_IN_OWN_PLACE = {Act.REGISTER, Act.EDIT, Act.TRASH, Act.RESTORE}
_MAIN_WAY = (
    Act.ASSESS,
    Act.TRANSFER,
    Act.RECEIVE,
    Act.REPORT_HANDLING,
    Act.APPROVE_DEPUTY,
    Act.APPROVE_HEAD,
    Act.INTERIM_REPLY,
    Act.REPLY,
    Act.CLOSE,
)


def act_key(act: Act) -> str:
    """The key an act's menu entry is bound by."""
    return f"act.{act.value}"


def _acts() -> tuple[Action, ...]:
    main = [
        Action(act_key(act), f"{act.label}…", ACT, f"Alt+{number}")
        for number, act in enumerate(_MAIN_WAY, start=1)
    ]
    side = [
        Action(
            act_key(act), f"{act.label}…", ACT, "", 1, submenu=_OTHER_WAYS if act in _SIDE_WAYS else _RECORDS
        )
        for act in Act
        if act not in _MAIN_WAY and act not in _IN_OWN_PLACE
    ]
    return (Action("next_step", "办下一步", ACT, "Ctrl+J"), *main, *side)


ACTIONS: tuple[Action, ...] = (*_PLAIN, *_acts())
