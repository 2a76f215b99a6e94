"""What the clerk brings becomes fields: a link, a paragraph, a saved page."""

import gzip
from pathlib import Path

import pytest

from tests.walk import Office
from yuqing_desktop.problems import BadFile, Refused

PAGE = """<html><head><meta charset="gbk"><title>预约系统升级公告_某市在线</title></head><body>
<h1>预约系统升级公告</h1><div>2026-11-20 08:30　来源：某市在线</div>
<div class="content"><p>因系统升级，本市网上预约服务于今日上午暂停两小时，期间群众可到现场取号办理。</p>
<p>恢复后预约号段不变，已取号的群众无需重新预约，咨询请拨打服务热线。</p></div></body></html>"""


def test_a_pasted_link_tells_platform_and_canonical_link(office: Office) -> None:
    found = office.core.capture.from_text(" https://m.weibo.cn/status/4970000000000000?from=page ")
    assert found.fields["platform"] == "微博" and found.fields["link"].startswith("https://")


def test_a_saved_page_in_gbk_is_read_and_kept_as_it_was(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(PAGE.encode("gbk"))
    found = office.core.capture.from_file(path)
    assert found.fields["title"] == "预约系统升级公告"
    assert f"{found.fields['published_at']:%Y-%m-%d %H:%M}" == "2026-11-20 08:30"
    assert gzip.decompress(found.evidence) == path.read_bytes()


def test_a_switched_off_fetch_opens_nothing(office: Office) -> None:
    office.core.settings.change(office.clerk, {"fetch_allowed": False})
    with pytest.raises(Refused, match="已由管理员关闭"):
        office.core.capture.from_link("https://example.com/")


def test_a_file_that_is_not_there_is_said_so(office: Office, tmp_path: Path) -> None:
    with pytest.raises(BadFile):
        office.core.capture.from_file(tmp_path / "none.html")
