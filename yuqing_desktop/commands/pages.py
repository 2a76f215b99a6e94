"""page: what the capture reads of saved pages and links. It works without a registry too."""

import argparse
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from yuqing_desktop.commands.session import Session
from yuqing_desktop.commands.shapes import Shape, plain
from yuqing_desktop.intake.capturing import capture_file, capture_link
from yuqing_desktop.intake.fetching import FetchPolicy
from yuqing_desktop.intake.pages import Page
from yuqing_desktop.problems import Problem, Refused
from yuqing_desktop.services.settings import Office

_FACTS = ("title", "published_at", "source", "author", "text", "reads", "forwards", "replies")


def add(commands: Any) -> Iterator[argparse.ArgumentParser]:
    """The command of this file."""
    command = commands.add_parser(
        "page", help="读取网页", description="读出网页的标题、时间、来源、作者、正文和读数，不登记。"
    )
    command.add_argument("places", metavar="文件或链接", nargs="+", help="保存的网页文件，或 http(s) 链接")
    command.set_defaults(run=_page)
    yield command


def _page(session: Session) -> int:
    office = _office(session)
    read: list[tuple[str, Page | Problem]] = []
    for place in session.options.places:
        try:
            read.append((place, _read(place, session.clock.now(), office)))
        except Problem as problem:
            read.append((place, problem))
    failed = [found for _, found in read if isinstance(found, Problem)]
    if len(failed) == len(read):
        raise failed[0]
    session.speaker.array(_shape(place, found) for place, found in read)
    for place, found in read:
        for line in _lines(place, found):
            session.speaker.line(line)
    for one in failed:
        session.speaker.warning(str(one))
    return 1 if failed else 0


def _office(session: Session) -> Office:
    """The office's own word on opening links where there is a registry, else the factory's."""
    session.check()
    if not session.has_registry():
        return Office()
    with session.core(nobody=True) as core:
        return core.settings.office()


def _read(place: str, now: datetime, office: Office) -> Page:
    if not place.lower().startswith(("http://", "https://")):
        return capture_file(Path(place), now).page
    if not office.fetch_allowed:
        raise Refused("打开链接的功能已由管理员关闭。", advice="请读取保存的网页文件。")
    policy = FetchPolicy(allowed=frozenset(office.fetch_hosts))
    return capture_link(place, now, policy=policy).page


def _shape(place: str, found: Page | Problem) -> Shape:
    if isinstance(found, Problem):
        return {"file_or_url": place, "refused": str(found), "article": found.article}
    return {"file_or_url": place, **{name: plain(getattr(found, name)) for name in _FACTS}}


def _lines(place: str, found: Page | Problem) -> Iterator[str]:
    yield place
    if isinstance(found, Problem):
        yield f"  未读取：{found}"
        return
    published = f"{found.published_at:%Y-%m-%d %H:%M}" if found.published_at else "不详"
    yield f"  标题：{found.title}"
    yield f"  发布时间：{published}{f'（{found.remark}）' if found.remark else ''}"
    yield f"  来源：{found.source or '不详'}  作者：{found.author or '不详'}"
    yield f"  阅读：{found.reads.label}  转发：{found.forwards.label}  回复：{found.replies.label}"
    yield f"  正文：{len(found.text)}字，{' '.join(found.text.split())[:60]}"
