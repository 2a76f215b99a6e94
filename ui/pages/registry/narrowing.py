"""按此值筛选 and 排除此值: the filter that a cell of the table means."""

from dataclasses import replace
from typing import Any

from yuqing_desktop.domain.filters import Filter, merged
from yuqing_desktop.domain.listing import RegistryRow

_LISTS = (
    "statuses", "levels", "kinds", "needs", "duties", "sections", "platforms", "topics", "sources",
)  # fmt: skip


def meant_by(row: RegistryRow, key: str) -> Filter | None:
    """The filter that lets through what equals this cell; None where a cell means none."""
    day = row.published_at.date() if row.published_at else None
    parts: dict[str, dict[str, Any]] = {
        "number": {"published_from": day, "published_to": day} if day else {},
        "published": {"published_from": day, "published_to": day} if day else {},
        "title": {"platforms": (row.platform,)} if row.platform else {},
        "platform": {"platforms": (row.platform,)} if row.platform else {},
        "source": {"sources": (row.source,)} if row.source else {},
        "level": {"levels": (row.level,)} if row.level else {},
        "status": {"statuses": (row.status,)},
        "due": {"duties": (row.due_kind,)} if row.due_kind else {},
        "section": {"sections": (row.section,)} if row.section else {},
        "kind": {"kinds": (row.comment_kind,)} if row.comment_kind else {},
        "topic": {"topics": (row.topic,)} if row.topic else {},
        "need": {"needs": (row.reply_need,)},
    }
    part = parts.get(key)
    return Filter(**part) if part else None


def narrowed(filter_: Filter, row: RegistryRow, key: str) -> Filter:
    """Only what equals this cell."""
    meant = meant_by(row, key)
    return merged(filter_, meant) if meant else filter_


def excluding(filter_: Filter, row: RegistryRow, key: str) -> Filter:
    """Everything but what equals this cell."""
    meant = meant_by(row, key)
    if meant is None:
        return filter_
    held = filter_.excluded or Filter()
    added: dict[str, Any] = {
        name: (*getattr(held, name), *value) for name in _LISTS if (value := getattr(meant, name))
    }
    if meant.published_from is not None:
        added |= {"published_from": meant.published_from, "published_to": meant.published_to}
    return replace(filter_, excluded=replace(held, **added))
