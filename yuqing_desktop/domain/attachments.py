"""Which files may be kept as evidence (第七条、第十三条): pictures, papers, recordings; no programs."""

from pathlib import PurePath

from yuqing_desktop.problems import BadFile

SIZE_LIMIT = 200 * 1024 * 1024
"""Bytes; a longer recording is cut or kept on a disc named in the notes."""

KINDS: dict[str, tuple[str, ...]] = {
    "图片": ("png", "jpg", "jpeg", "bmp", "gif", "webp", "tif", "tiff", "heic"),
    "文档": ("pdf", "ofd", "doc", "docx", "wps", "rtf", "txt", "ppt", "pptx", "dps", "eml"),
    "表格": ("xls", "xlsx", "et", "ods", "csv", "tsv", "xml", "json"),
    "音视频": ("mp3", "wav", "m4a", "amr", "mp4", "mov", "avi", "mkv", "flv", "webm"),
    "网页": ("mht", "mhtml", "html", "htm", "gz"),
    "压缩包": ("zip", "rar", "7z"),
}
_KIND_OF = {extension: kind for kind, extensions in KINDS.items() for extension in extensions}
_RUNNABLE = (
    b"MZ",
    b"\x7fELF",
    b"#!",
    b"\xca\xfe\xba\xbe",
    b"\xfe\xed\xfa",
    b"\xcf\xfa\xed\xfe",
    b"L\x00\x00\x00\x01\x14\x02\x00",
)
"""How programs, scripts with an interpreter line and Windows shortcuts begin, whatever they are called."""


def kind_of(name: str, beginning: bytes) -> str:
    """The kind of file (图片, 文档 …) by its name and first bytes. Raises BadFile in words."""
    extension = extension_of(name).removeprefix(".")
    if not is_accepted(name):
        accepted = "、".join(KINDS)
        raise BadFile(
            f"“{name}”不能作为附件：不接收这种类型的文件（{extension or '没有扩展名'}）。",
            kept="事项没有改动。",
            advice=f"可以接收{accepted}；程序、脚本和带宏的文件不接收。",
        )
    if beginning.startswith(_RUNNABLE):
        raise BadFile(
            f"“{name}”不能作为附件：内容是可执行的程序，与扩展名不符。",
            kept="事项没有改动。",
            advice="请核对文件来源，并对计算机查毒。",
        )
    return _KIND_OF[extension]


def check_size(name: str, size: int) -> None:
    """Raises BadFile for an empty or too large file."""
    if size == 0:
        raise BadFile(f"“{name}”是空文件，没有可保存的内容。", kept="事项没有改动。", advice="请核对文件。")
    if size > SIZE_LIMIT:
        raise BadFile(
            f"“{name}”有{size / 1024 / 1024:.0f}MB，超过{SIZE_LIMIT // 1024 // 1024}MB。",
            kept="事项没有改动。",
            advice="请截取有关部分，或刻盘保存后在备注中写明。",
        )


def is_accepted(name: str) -> bool:
    """Whether a file of this name may be kept, whatever is in it."""
    return extension_of(name).removeprefix(".") in _KIND_OF


def extension_of(name: str) -> str:
    """The extension with its dot, in small letters: what the system opens the file by."""
    return PurePath(name).suffix.lower()
