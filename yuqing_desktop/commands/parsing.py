"""argparse in Chinese, and the kinds of value the command line takes."""

import argparse
import re
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any, NoReturn

from yuqing_desktop.clock import local
from yuqing_desktop.commands.speaking import width_of
from yuqing_desktop.problems import BadInput

if TYPE_CHECKING:
    from yuqing_desktop.domain.periods import Period

_WORDS: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (.+)", r"缺少：\1"),
    (r"unrecognized arguments: (.+)", r"多出或不认识的内容：\1"),
    (r"argument 命令: invalid choice: '(.*?)' .*", r"没有命令“\1”"),
    (r"argument (.+?): invalid choice: '(.*?)' \(choose from (.*)\)", r"\1 不能是“\2”，可用：\3"),
    (r"argument (.+?): expected at least one argument", r"\1 后面缺少内容"),
    (r"argument (.+?): expected one argument", r"\1 后面缺少内容"),
    (r"argument (.+?): invalid int value: '(.*)'", r"\1 应为整数，不是“\2”"),
    (r"argument (.+?): ignored explicit argument '(.*)'", r"\1 后面不能带内容“\2”"),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 不能与 \2 同用"),
    (r"one of the arguments (.+) is required", r"须给出其中一个：\1"),
    (r"argument (.+?): (.+)", r"\1：\2"),
)
"""What argparse says in English → the same in Chinese."""

LARGEST_SAMPLE = 2_000_000


class Help(argparse.HelpFormatter):
    """Help with 用法 for usage, wide enough that a line of Chinese is not broken."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=110)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Say 用法 where argparse says usage."""
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)

    def _format_action(self, action: argparse.Action) -> str:
        """A Chinese character is two columns wide: take back the blanks that argparse filled for it."""
        text = super()._format_action(action)
        header = self._format_action_invocation(action)
        extra = width_of(header) - len(header)
        return text.replace(f"{header}{' ' * (extra + 2)}", f"{header}  ", 1)


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that speaks Chinese and takes `-来源:微博` as a filter, not as an option."""

    def __init__(self, **settings: Any) -> None:
        settings = {"add_help": False, "allow_abbrev": False, "formatter_class": Help, **settings}
        super().__init__(**settings)
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self._negative_number_matcher = re.compile(r"-[^-\x00-\x7f]")
        self.add_argument("-h", "--help", action="help", help="显示本说明")

    def error(self, message: str) -> NoReturn:
        """Wrong usage: say what is wrong and how it is used, exit code 2."""
        self.exit(2, f"{in_chinese(message)}。\n{self.format_usage()}")


def in_chinese(message: str) -> str:
    """What argparse has to say, in Chinese."""
    for pattern, words in _WORDS:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match is not None:
            return match.expand(words)
    return message


def moment(text: str) -> datetime:
    """A moment in ISO 8601; without a zone it is Asia/Shanghai."""
    try:
        return local(datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        raise argparse.ArgumentTypeError(f"时间“{text}”应写作 2026-11-24T10:40") from None


def period(text: str) -> "Period":
    """A week (2026-W47), a month, or dates (2026-11-16..2026-11-22)."""
    from yuqing_desktop.domain import periods

    try:
        return periods.parse(text)
    except BadInput as problem:
        raise argparse.ArgumentTypeError("；".join(problem.fields.values())) from None


def item_count(text: str) -> int:
    """How many items a sample has."""
    if not text.isascii() or not text.isdigit() or int(text) > LARGEST_SAMPLE:
        raise argparse.ArgumentTypeError(f"件数“{text}”应为0至{LARGEST_SAMPLE}的整数")
    return int(text)
