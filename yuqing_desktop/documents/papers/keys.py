"""签名密钥确认单 (第九条): by what is signed here a second person knows whose key it is."""

from dataclasses import dataclass
from typing import Annotated

from yuqing_desktop.documents.context import PERSONAL
from yuqing_desktop.documents.paper import Paper
from yuqing_desktop.documents.papers.issued import Anchored


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyForm(Anchored):
    """One key, enrolled or changed. `fingerprint` is eight groups of four, on two lines; `previous` the key's it replaces."""

    name: Annotated[str, "姓名", PERSONAL]
    post: Annotated[str, "职务"]
    reason: Annotated[str, "登记类别"]
    enrolled_at: Annotated[str, "登记时间"]
    fingerprint: Annotated[str, "指纹"]
    previous: Annotated[str, "原密钥指纹"]
    state: Annotated[str, "密钥状态"]
    confirmers: Annotated[str, "可确认的人员"]


KEY_FORM = Paper("key_form", "签名密钥确认单", KeyForm)
