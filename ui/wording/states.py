"""The tone of a status, a level, a need; the word itself is the vocabulary's label."""

from ui.wording.tones import Tone
from yuqing_desktop.domain.vocabulary import Level, ReplyNeed, Status

_STATUS: dict[Status, Tone] = {
    Status.REGISTERED: "muted",
    Status.ASSESSED: "muted",
    Status.TRANSFERRED: "warn",
    Status.RECEIVED: "warn",
    Status.HANDLED: "accent",
    Status.DEPUTY_AGREED: "accent",
    Status.APPROVED: "accent",
    Status.REPLIED: "ok",
    Status.NO_REPLY: "muted",
    Status.REPLY_SUSPENDED: "warn",
    Status.MERGED: "muted",
    Status.DISMISSED: "muted",
    Status.HANDED_OVER: "muted",
    Status.CLOSED: "ok",
}

_LEVEL: dict[Level, Tone] = {Level.ORDINARY: "muted", Level.IMPORTANT: "danger", Level.EMERGENCY: "danger"}


def status_tone(status: Status) -> Tone:
    """Amber waits for a section, blue for the office or a leader, green is done, grey needs nothing said."""
    return _STATUS[status]


def level_tone(level: Level) -> Tone:
    """Red for what is important or an emergency."""
    return _LEVEL[level]


def need_tone(need: ReplyNeed) -> Tone:
    """Whether a reply is owed."""
    return "plain" if need is ReplyNeed.NEEDED else "muted"
