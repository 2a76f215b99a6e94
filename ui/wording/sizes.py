"""How sizes and counts are said."""


def file_size(count: int) -> str:
    """512 字节 · 12 KB · 3.4 MB; never rounded up."""
    if count < 1024:
        return f"{count} 字节"
    for unit, name in ((1024**3, "GB"), (1024**2, "MB"), (1024, "KB")):
        if count >= unit:
            tenths = count * 10 // unit
            whole, tenth = divmod(tenths, 10)
            return f"{whole}.{tenth} {name}" if tenth and whole < 100 else f"{whole} {name}"
    return ""


def counts(total: int, shown: int, chosen: int) -> str:
    """共 340 · 显示 21 · 选中 1 (E10)."""
    return f"共 {total:,} · 显示 {shown:,} · 选中 {chosen:,}"
