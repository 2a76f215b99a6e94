"""The level proposed for an item, with its arithmetic (第七条、第九条); a person decides."""

from collections.abc import Iterable
from dataclasses import dataclass

from yuqing_desktop.domain.figures import Figure
from yuqing_desktop.domain.house_rules import Hit
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.vocabulary import CommentKind, Level


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which figures an item is proposed as important or as an emergency; every one a setting."""

    important_reads: int = 50_000
    important_forwards: int = 500
    important_replies: int = 300
    emergency_reads: int = 500_000
    emergency_forwards: int = 5_000
    emergency_words: tuple[str, ...] = ("伤亡", "死亡", "火灾", "爆炸", "泄露", "群体", "瘫痪")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A level and the reasons for it, each a short sentence."""

    level: Level
    reasons: tuple[str, ...]


def propose(item: Item, thresholds: Thresholds) -> Proposal:
    """The level the figures and words speak for."""
    emergency = [
        *_over(item.reads, thresholds.emergency_reads, "阅读数"),
        *_over(item.forwards, thresholds.emergency_forwards, "转发数"),
    ]
    if emergency:
        return Proposal(Level.EMERGENCY, tuple(emergency))
    important = [
        *_over(item.reads, thresholds.important_reads, "阅读数"),
        *_over(item.forwards, thresholds.important_forwards, "转发数"),
        *_over(item.replies, thresholds.important_replies, "回复数"),
    ]
    text = item.title + item.summary
    important += [f"文中提到“{word}”" for word in thresholds.emergency_words if word in text]
    if item.comment_kind is CommentKind.COMPLAINT and important:
        important.append("属投诉举报")
    if important:
        return Proposal(Level.IMPORTANT, tuple(important))
    return Proposal(Level.ORDINARY, ("阅读、转发、回复数均未达到重要的标准",))


def with_words(proposal: Proposal, hits: Iterable[Hit]) -> Proposal:
    """The proposal raised by the office's own words where they speak for a higher level (词表)."""
    for hit in hits:
        level = hit.rule.level
        if level is None or level.rank < proposal.level.rank:
            continue
        reason = f"词表“{hit.name}”：文中有“{'、'.join(hit.words)}”"
        kept = proposal.reasons if level is proposal.level else ()
        proposal = Proposal(level, (*kept, reason))
    return proposal


def _over(figure: Figure, limit: int, word: str) -> list[str]:
    if figure.value is None or figure.value < limit:
        return []
    return [f"{word}{figure.label}，达到{limit}"]
