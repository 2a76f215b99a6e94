"""报告市委宣传部 (第七条): by which ways, in which stages."""

from yuqing_desktop.domain.vocabulary import Word

CHANNELS = ("电话", "手机短信")


class Stage(Word):
    """初报, 续报, 终报."""

    FIRST = "first", "初报", "第七条"
    FURTHER = "further", "续报", "第七条"
    FINAL = "final", "终报", "第七条"
