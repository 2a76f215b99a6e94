"""The life of one sample item: a story of acts, with the office time between them."""

from collections.abc import Iterator
from random import Random

from yuqing_desktop.domain.vocabulary import Act, CommentKind, Decision, Role
from yuqing_desktop.services.sample_acts import DAY, HOUR, MINUTE, Acts, Fate, Step, Town


class Life:
    """One item from its registration on; `halt` is the act after which nobody does anything more."""

    def __init__(self, town: Town, dice: Random, serial: int, fate: Fate | None, halt: Act | None) -> None:
        self._acts = Acts(town, dice, serial, fate)
        self._dice = dice
        self._halt = halt
        self._steps = self._story()

    def go_on(self) -> float | None:
        """Do the next act; the office time until the one after it, None when the story is over."""
        act, wait = next(self._steps, (self._halt, 0.0))
        return None if act is self._halt else wait

    def _chance(self, share: float, act: Act | None = None) -> bool:
        """So often, and always for the act at which the story is to stop."""
        return self._dice.random() < share or (act is not None and act is self._halt)

    def _story(self) -> Iterator[Step]:
        yield self._acts.register()
        if self._acts.fate is Fate.TRASH:
            self._acts.trash()
            return
        yield self._acts.assess()
        if self._acts.level.needs_report_up:
            yield self._acts.note(Act.REPORT_UP, "初报：基本情况已口头报告，正在核实。", wait=10 * MINUTE)
        if self._acts.fate is Fate.MERGE and self._acts.merge():
            return
        ends = {Fate.DISMISS: self._acts.dismiss, Fate.HAND_OVER: self._acts.hand_over}
        if self._acts.fate in ends:
            ends[self._acts.fate]()
            return
        if self._acts.fate in (Fate.NO_REPLY, Fate.SUSPEND):
            yield self._acts.without_reply()
        else:
            yield from self._main_way()
        yield from self._ending()

    def _main_way(self) -> Iterator[Step]:
        yield self._acts.transfer()
        if self._chance(0.04):
            yield self._acts.refuse()
            yield self._acts.transfer()
        elif self._chance(0.03):
            yield self._acts.reassign()
        yield self._acts.receive()
        if self._chance(0.12, Act.INTERIM_REPLY):
            yield self._acts.interim()
        if self._chance(0.06):
            yield self._acts.note(Act.URGE, "请按时限反馈。", wait=2 * HOUR)
            if self._chance(0.3):
                yield self._acts.note(
                    Act.SUPERVISE, "请今日下班前反馈处置情况，并说明超时原因。", wait=2 * HOUR
                )
        yield self._acts.report()
        yield from self._approval()
        yield self._acts.reply()

    def _approval(self) -> Iterator[Step]:
        if self._chance(0.01):
            self._acts.try_to_reply_unapproved()
        if self._chance(0.06, Act.SEND_BACK):
            yield self._acts.decide(Role.DEPUTY, Decision.RETURN)
            yield self._acts.report()
        if self._chance(0.03):
            yield self._acts.amend()
        yield self._acts.decide(Role.DEPUTY, Decision.AGREE)
        if self._acts.level.needs_head:
            yield self._acts.decide(Role.HEAD, Decision.AGREE)

    def _ending(self) -> Iterator[Step]:
        if self._acts.post.kind is CommentKind.COMPLAINT:
            yield self._acts.note(Act.PRIVATE_MESSAGE, "已私信了解具体时间和地点。", wait=HOUR)
            yield self._acts.note(Act.PROGRESS_FEEDBACK, "已将处置进展告知反映人。", wait=HOUR)
        if self._chance(0.15):
            yield self._acts.read_figures()
        yield self._acts.close()
        if self._acts.fate in (Fate.REPLY, Fate.IMPORTANT) and self._chance(0.02):
            yield self._acts.reopen()
            yield from self._main_way()
            yield self._acts.close()
        elif self._chance(0.08):
            yield self._acts.note(Act.FOLLOW_UP, "回访网民，无新增意见。", wait=DAY)
