"""Pages as browsers save them: one file of many parts, or a remark whence and when."""

import quopri
from datetime import datetime
from pathlib import Path

import pytest

from yuqing_desktop.clock import SHANGHAI
from yuqing_desktop.intake.capturing import capture_file
from yuqing_desktop.intake.pages import read_page
from yuqing_desktop.problems import BadFile

NOW = datetime(2026, 11, 24, 10, 30, 5, tzinfo=SHANGHAI)
SAVED = datetime(2026, 11, 22, 9, 58, tzinfo=SHANGHAI)
TITLE = "滨河小区南门早高峰堵车能不能改信号灯"
PROSE = "每天早上七点半到八点半，滨河小区南门到中学路口这一段几乎走不动，公交车也进不了站。"
LINK = "https://a.example.cn/20261122/c1.html"
HTML = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><p>2小时前</p><div class=content><p>{PROSE}</p></div></body></html>"


def saved(page: str = HTML, encoding: str = "utf-8", date: str = "Sun, 22 Nov 2026 01:58:00 -0000") -> bytes:
    """A page as Chrome and Edge save it in one file."""
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {LINK}\r\nSubject: x\r\nDate: {date}\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----B----"\r\n\r\n\r\n'
        f"------B----\r\nContent-Type: text/html; charset={encoding}\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: {LINK}\r\n\r\n"
    )
    picture = b"\r\n------B----\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n------B------\r\n"
    return head.encode() + quopri.encodestring(page.encode(encoding)) + picture


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_page_saved_in_one_file_is_read_with_its_link(encoding: str) -> None:
    read = read_page(saved(encoding=encoding), read_at=NOW)
    assert (read.title, read.text, read.link) == (TITLE, PROSE, LINK)


def test_times_ago_count_from_the_saving() -> None:
    assert read_page(saved(), read_at=NOW).published_at == datetime(2026, 11, 22, 7, 58, tzinfo=SHANGHAI)


@pytest.mark.parametrize("date", ["", "nonsense", "Sun, 22 Nov 2099 01:58:00 +0000"])
def test_a_date_of_saving_that_cannot_be_is_left(date: str) -> None:
    read = read_page(saved(date=date), read_at=NOW)
    assert read.published_at == datetime(2026, 11, 24, 8, 30, 5, tzinfo=SHANGHAI)


def test_the_remark_of_a_browser_tells_the_link() -> None:
    page = HTML.replace("<html>", f"<html><!-- saved from url=(0037){LINK} -->")
    assert read_page(page.encode(), read_at=NOW).link == LINK


def test_the_remark_of_a_saving_extension_tells_link_and_time() -> None:
    when = "Sun Nov 22 2026 09:58:00 GMT+0800 (China Standard Time)"
    page = HTML.replace(
        "<html>", f"<html><!--\n Page saved with SingleFile \n url: {LINK} \n saved date: {when}\n-->"
    )
    read = read_page(page.encode(), read_at=NOW)
    assert (read.link, read.published_at) == (LINK, datetime(2026, 11, 22, 7, 58, tzinfo=SHANGHAI))


def test_an_archive_without_a_page_is_no_page() -> None:
    with pytest.raises(BadFile):
        read_page(saved().replace(b"text/html", b"image/gif"), read_at=NOW)


def test_the_file_is_kept_as_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "页.mhtml").write_bytes(saved())
    captured = capture_file(tmp_path / "页.mhtml", NOW)
    assert (captured.kind, captured.fetched.data) == ("mhtml", saved())
    assert captured.page.link == LINK
