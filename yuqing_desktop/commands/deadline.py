"""deadline: the due time from one or many moments, with its arithmetic. It works without a registry too."""

import argparse
from collections.abc import Iterator
from typing import Any

from yuqing_desktop.commands.parsing import moment
from yuqing_desktop.commands.session import Session
from yuqing_desktop.commands.shapes import deadline_shape
from yuqing_desktop.domain import deadlines
from yuqing_desktop.domain.vocabulary import DutyKind
from yuqing_desktop.services.settings import Rules, factory_rules

_RULES = "、".join(f"{kind.value}（{kind.label}）" for kind in DutyKind)


def add(commands: Any) -> Iterator[argparse.ArgumentParser]:
    """The command of this file."""
    command = commands.add_parser(
        "deadline", help="计算时限", description="从一个或多个起算时间算出到期时间，并列出逐日算法。"
    )
    command.add_argument(
        "--from", dest="moments", metavar="时间", nargs="+", action="extend", type=moment, required=True,
        help="起算时间，如 2026-02-13T16:30，可写多个",
    )  # fmt: skip
    command.add_argument(
        "--rule", metavar="时限", type=_rule, default=DutyKind.FIRST_REPLY,
        help=f"哪一种时限，默认 first_reply；可用：{_RULES}",
    )  # fmt: skip
    command.set_defaults(run=_deadline)
    yield command


def _rule(text: str) -> DutyKind:
    rule = DutyKind.from_label(text)
    if rule is None:
        raise argparse.ArgumentTypeError(f"没有名为“{text}”的时限，可用：{_RULES}")
    return rule


def _deadline(session: Session) -> int:
    rules = _rules(session)
    found = deadlines.compute(rules.calendar, rules.profiles, session.options.rule, session.options.moments)
    session.speaker.array(deadline_shape(one) for one in found)
    for one in found:
        session.speaker.line(f"{one.start:%Y-%m-%d %H:%M} 起，{one.rule.label}（{one.limit.label}）：")
        for step in one.steps:
            session.speaker.line(f"  {step}")
        session.speaker.line(f"到期：{one.due:%Y-%m-%d %H:%M}")
    return 0


def _rules(session: Session) -> Rules:
    """The office's own where there is a registry, else the factory's."""
    session.check()
    if not session.has_registry():
        return factory_rules()
    with session.core(nobody=True) as core:
        return core.settings.rules()
