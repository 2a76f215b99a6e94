"""The clock's rules as the office sets them: notices, marked days, office hours, limits; open items are recomputed on the record."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from yuqing_desktop.changes import Changes
from yuqing_desktop.domain import rules_text
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.limits import FACTORY_PROFILE, LimitProfile
from yuqing_desktop.domain.office_hours import OfficeHours
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.records import Duty
from yuqing_desktop.domain.workdays import NoticeDay, YearNotice
from yuqing_desktop.intake.notices import read_notice
from yuqing_desktop.problems import BadInput
from yuqing_desktop.services.desk import Desk, judged, with_earliest
from yuqing_desktop.services.settings import Rules, require_keeper, stored
from yuqing_desktop.storage.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Calendar:
    """Changes of the rules of the clock."""

    desk: Desk

    def import_notice(self, actor: Actor, data: bytes, *, op_id: str | None = None) -> Changes:
        """Take a year's holiday notice in (holiday-cn JSON). Raises BadFile, Refused."""
        notice = read_notice(data)
        return self._change(actor, f"{notice.year}年日历已导入", notices=self._notices(notice), op_id=op_id)

    def mark(self, actor: Actor, day: NoticeDay | None, on: date, *, op_id: str | None = None) -> Changes:
        """Mark a day 休 or 班 by hand, or (None) take its mark away. Raises Refused."""
        year = self.rules().calendar.notice(on.year) or YearNotice(on.year, "", (), source="手工录入")
        notice = year.marked(day) if day is not None else year.unmarked(on)
        return self._change(actor, f"{on}的日历已修改", notices=self._notices(notice), op_id=op_id)

    def set_hours(self, actor: Actor, hours: OfficeHours, *, op_id: str | None = None) -> Changes:
        """Other office hours, seasons or single days. Raises Refused."""
        return self._change(actor, "上班时间已修改", hours=rules_text.hours_plain(hours), op_id=op_id)

    def set_profile(self, actor: Actor, profile: LimitProfile, *, op_id: str | None = None) -> Changes:
        """Limits that hold from a day on; one of the same day is replaced. Raises BadInput, Refused."""
        if profile.since <= FACTORY_PROFILE.since:
            raise BadInput({"since": "请填写启用日期"}, article="第十四条")
        kept = [
            one for one in self.rules().profiles if one.since not in (profile.since, FACTORY_PROFILE.since)
        ]
        plain = [rules_text.profile_plain(one) for one in (*kept, profile)]
        return self._change(actor, f"“{profile.name}”自{profile.since}起执行", profiles=plain, op_id=op_id)

    def rules(self) -> Rules:
        """The rules in force."""
        return self.desk.settings.rules()

    def _notices(self, notice: YearNotice) -> list[Any]:
        kept = stored(self.desk.store, "notices") or []
        return [one for one in kept if one["year"] != notice.year] + [rules_text.notice_plain(notice)]

    def _change(self, actor: Actor, done: str, *, op_id: str | None, **settings: Any) -> Changes:
        def do(work: UnitOfWork) -> str:
            require_keeper(actor)
            for name, value in settings.items():
                work.put_setting(name, json.dumps(value, ensure_ascii=False))
            plain = {
                name: json.loads(work.setting(name) or "null") for name in ("notices", "hours", "profiles")
            }
            changed = recompute(work, self.desk.settings.rules_of(**plain))
            return f"{done}，重算在办事项{changed}件"

        changes = self.desk.store.perform(actor, "calendar", do, op_id=op_id)
        self.desk.settings.forget()
        return changes


def recompute(work: UnitOfWork, rules: Rules) -> int:
    """Judge every open duty by these rules; returns how many items' times changed."""
    by_item: dict[int, list[Duty]] = {}
    for duty in work.find(Duty, closed_at=None):
        by_item.setdefault(duty.item_id, []).append(duty)
    items = work.many_by_id(Item, by_item)
    changed = 0
    for item_id, standing in by_item.items():
        item = items[item_id]
        fresh = [judged(duty, item, rules) for duty in standing]
        if fresh == standing:
            continue
        changed += 1
        for before, after in zip(standing, fresh, strict=True):
            work.save(before, after)
        work.save(item, with_earliest(item, fresh))
    return changed
