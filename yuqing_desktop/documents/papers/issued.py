"""What every numbered paper carries: whose it is, its number and code, the marks of copies and voids."""

from dataclasses import dataclass
from typing import Annotated

from yuqing_desktop.documents.context import CODE


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """The words every paper shares.

    `code` is what the QR code says: ASCII, for a scanner types it. `head` is the audit head the office can
    check later. `copy` is empty at first, then 补打第N次; `void` empty or 作废; `sample` empty or 样例.
    """

    bureau: Annotated[str, "单位"]
    number: Annotated[str, "编号"]
    code: Annotated[str, "二维码", CODE]
    head: Annotated[str, "留痕摘要"]
    copy: Annotated[str, "补打"] = ""
    void: Annotated[str, "作废"] = ""
    sample: Annotated[str, "样例"] = ""
    secrecy: Annotated[str, "密级标记"] = "内部资料 注意保管"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchored(Issued):
    """A paper that is evidence of the chain's end: `head_code` is the head as a QR code, for 体检."""

    head_code: Annotated[str, "留痕码", CODE]
