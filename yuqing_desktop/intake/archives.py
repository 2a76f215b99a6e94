"""A look at a zip's directory before anything is unpacked: xlsx and ods are zips, and so are bombs."""

import re
import zipfile
import zlib
from io import BytesIO

from yuqing_desktop.intake.sheet import Limits
from yuqing_desktop.problems import BadFile

_DECLARED = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_HEAD = 65_536
_KINDS = (
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsx"),
    ("word/document.xml", "docx"),
    ("ppt/presentation.xml", "pptx"),
)


def look_into(data: bytes, limits: Limits) -> str:
    """The kind of workbook the zip holds (xlsx or ods). Raises BadFile naming the bad part."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_sizes(entries, limits)
            kind = _kind(archive, {entry.filename for entry in entries})
            for entry in entries:
                _check_part(archive, entry, limits)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
        ValueError,
    ) as error:
        raise BadFile(
            "文件已损坏：压缩包的目录或内容读不出来。", advice="请用表格软件打开并另存后再导入。"
        ) from error
    return kind


def is_1904(data: bytes) -> bool:
    """Whether the workbook counts its days from 1904. Never raises: an unreadable workbook says no."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive, archive.open("xl/workbook.xml") as part:
            head = part.read(_HEAD)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, NotImplementedError, RuntimeError):
        return False
    return re.search(rb"date1904\s*=\s*[\"'](?:1|true)[\"']", head) is not None


def _check_sizes(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(entries) > limits.entries:
        raise BadFile(f"文件内含{len(entries)}个部件，超过{limits.entries}个的上限，未读取。")
    total = 0
    for entry in entries:
        total += entry.file_size
        if entry.flag_bits & 0x1:
            raise BadFile(f"部件{entry.filename}已加密，未读取。", advice="请去掉密码后再导入。")
        if entry.file_size > limits.ratio * max(entry.compress_size, 1) and entry.file_size > 2**20:
            raise BadFile(f"部件{entry.filename}的压缩比过高，疑似压缩炸弹，未读取。")
        if total > limits.unpacked_bytes:
            raise BadFile(f"部件{entry.filename}展开后超过{limits.unpacked_bytes // 2**20}MB的上限，未读取。")


def _kind(archive: zipfile.ZipFile, names: set[str]) -> str:
    kind = next((kind for name, kind in _KINDS if name in names), "")
    if not kind and "content.xml" in names and "mimetype" in names:
        kind = "ods" if b"spreadsheet" in archive.read("mimetype")[:100] else "odf"
    if kind in ("docx", "odf", "pptx"):
        raise BadFile(
            "这是文档或演示文稿，不是表格，未读取。", advice="请选择 .xlsx、.xls、.ods 或 .csv 文件。"
        )
    if not kind:
        raise BadFile("这是压缩包，不是表格，未读取。", advice="请先解压，再选择其中的表格。")
    return kind


def _check_part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limits: Limits) -> None:
    """No document types, and no part that unpacks to more than its directory entry says."""
    if not entry.filename.lower().endswith((".xml", ".rels", ".vml")):
        return
    with archive.open(entry) as part:
        head = part.read(_HEAD)
    plain = head.replace(b"\x00", b"") if head[:2] in (b"\xff\xfe", b"\xfe\xff") else head
    if _DECLARED.search(plain):
        raise BadFile(f"部件{entry.filename}含有文档类型声明（DTD），不安全，未读取。")
