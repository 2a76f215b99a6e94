"""How people and sections are said."""

from collections.abc import Sequence


def person(name: str, post: str = "") -> str:
    """张敏（专人）."""
    return f"{name}（{post}）" if post else name


def sections(leading: str, assisting: Sequence[str] = ()) -> str:
    """政务服务科（主办）、安全科（协办）; a dash when none is set."""
    if not leading and not assisting:
        return "—"
    said = [f"{leading}（主办）"] if leading and assisting else [leading] if leading else []
    return "、".join([*said, *(f"{name}（协办）" for name in assisting)])


def some(names: Sequence[str], most: int = 3) -> str:
    """张三、李四、王五等 7 个."""
    if len(names) <= most:
        return "、".join(names)
    return f"{'、'.join(names[:most])}等 {len(names)} 个"
