"""The office's settings (第十四条): name, numbers' 代字, wordings, thresholds, calendar, hours and limits."""

import contextlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from yuqing_desktop.changes import Changes
from yuqing_desktop.domain import rights, rules_text
from yuqing_desktop.domain.assessment import Thresholds
from yuqing_desktop.domain.limits import FACTORY_PROFILE, LimitProfile
from yuqing_desktop.domain.office_hours import FACTORY_HOURS
from yuqing_desktop.domain.people import Actor
from yuqing_desktop.domain.personal import KEPT_DAYS
from yuqing_desktop.domain.phrases import DEFAULT_PHRASES
from yuqing_desktop.domain.replying import DEFAULT_INTERIM_WORDINGS
from yuqing_desktop.domain.rights import Deed
from yuqing_desktop.domain.supervision import Ladder
from yuqing_desktop.domain.vocabulary import CommentKind, PaperKind
from yuqing_desktop.domain.workdays import WorkCalendar, YearNotice
from yuqing_desktop.intake.notices import factory_notices
from yuqing_desktop.problems import BadInput, Unusable
from yuqing_desktop.services.entrance import Entrance
from yuqing_desktop.storage.codec import row_hash
from yuqing_desktop.storage.reading import Reads
from yuqing_desktop.storage.snapshot import texted
from yuqing_desktop.storage.store import Store
from yuqing_desktop.storage.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Office:
    """What papers and screens say of the office; every field a setting."""

    bureau: str = "市数据资源管理局"
    office: str = "局办公室"
    contact: str = ""
    phone: str = ""
    slip_prefix: str = "舆转"
    approval_prefix: str = "舆审"
    urge_prefix: str = "舆催"
    supervision_prefix: str = "舆督"
    report_prefix: str = "舆报"
    archive_prefix: str = "舆档"
    requirements: str = "请报送核实结论、处置措施、拟回复口径及佐证材料。"
    interim_wordings: tuple[str, ...] = DEFAULT_INTERIM_WORDINGS
    phrases_general: tuple[str, ...] = DEFAULT_PHRASES[CommentKind.GENERAL]
    phrases_constructive: tuple[str, ...] = DEFAULT_PHRASES[CommentKind.CONSTRUCTIVE]
    phrases_question: tuple[str, ...] = DEFAULT_PHRASES[CommentKind.QUESTION]
    phrases_complaint: tuple[str, ...] = DEFAULT_PHRASES[CommentKind.COMPLAINT]
    interim_needs_nod: bool = False
    malicious_needs_nod: bool = False
    paper_suffices: bool = True
    personal_days: int = KEPT_DAYS
    call_share: float = 0.8
    urge_after_days: int = 1
    supervise_after_days: int = 6
    found_within_hours: int = 24
    rank_sections: bool = False
    lock_minutes: int = 10
    second_place: str = ""
    fetch_allowed: bool = True
    fetch_hosts: tuple[str, ...] = ()
    important_reads: int = 50_000
    important_forwards: int = 500
    important_replies: int = 300
    emergency_reads: int = 500_000
    emergency_forwards: int = 5_000
    emergency_words: tuple[str, ...] = Thresholds().emergency_words

    @property
    def thresholds(self) -> Thresholds:
        """The figures by which a level is proposed."""
        return Thresholds(**{f.name: getattr(self, f.name) for f in fields(Thresholds)})

    def phrases(self, kind: CommentKind | None) -> tuple[str, ...]:
        """The phrase templates offered for a kind of comment (第十一条)."""
        found: tuple[str, ...] = getattr(self, f"phrases_{kind}", ())
        return found

    @property
    def ladder(self) -> Ladder:
        """When a late section is called, urged, supervised."""
        return Ladder(self.call_share, self.urge_after_days, self.supervise_after_days)

    def prefix(self, kind: PaperKind) -> str:
        """The 代字 of a kind of paper."""
        return {
            PaperKind.TRANSFER_SLIP: self.slip_prefix,
            PaperKind.APPROVAL_FORM: self.approval_prefix,
            PaperKind.APPROVAL_BATCH: self.approval_prefix,
            PaperKind.KEY_FORM: self.approval_prefix,
            PaperKind.URGE_NOTE: self.urge_prefix,
            PaperKind.SUPERVISION_NOTE: self.supervision_prefix,
            PaperKind.ARCHIVE_COVER: self.archive_prefix,
            PaperKind.ARCHIVE_CONTENTS: self.archive_prefix,
        }.get(kind, self.report_prefix)


@dataclass(frozen=True, slots=True)
class Rules:
    """The clock's rules in force: the working calendar and the profiles of limits."""

    calendar: WorkCalendar
    profiles: tuple[LimitProfile, ...]


def factory_rules() -> Rules:
    """The calendar and limits the program ships with: what holds where there is no registry."""
    return Rules(WorkCalendar(factory_notices(), FACTORY_HOURS), (FACTORY_PROFILE,))


class Settings:
    """Reads are kept in memory until a setting is written."""

    def __init__(self, store: Store, *, notices: tuple[YearNotice, ...] | None = None) -> None:
        self._store = store
        self._notices = notices
        self._office: Office | None = None
        self._rules: Rules | None = None

    def office(self) -> Office:
        """The office's own words and figures. Raises Unusable."""
        if self._office is None:
            self._office = office_of(self._store)
        return self._office

    def rules(self) -> Rules:
        """The calendar and limits in force. Raises Unusable."""
        if self._rules is None:
            notices, hours, profiles = (
                stored(self._store, name) for name in ("notices", "hours", "profiles")
            )
            with readable("notices", "hours", "profiles"):
                self._rules = self.rules_of(notices, hours, profiles)
        return self._rules

    def rules_of(self, notices: list[Any] | None, hours: Any, profiles: list[Any] | None) -> Rules:
        """The rules these plain settings make; what is not set is the factory's."""
        factory = self._notices if self._notices is not None else factory_notices()
        by_year = {notice.year: notice for notice in factory}
        by_year |= {notice.year: notice for notice in map(rules_text.notice_of, notices or [])}
        office_hours = rules_text.hours_of(hours) if hours else FACTORY_HOURS
        own = tuple(map(rules_text.profile_of, profiles or []))
        return Rules(WorkCalendar(tuple(by_year.values()), office_hours), (FACTORY_PROFILE, *own))

    def forget(self) -> None:
        """Read everything anew: settings were written."""
        self._office = None
        self._rules = None

    def is_sample(self) -> bool:
        """Whether this registry is a sample one, marked as such on every screen and paper."""
        return Entrance(self._store).is_sample()

    def change(self, actor: Actor, changes: dict[str, Any], *, op_id: str | None = None) -> Changes:
        """Change settings of the office. Raises BadInput, Refused."""
        office = checked(replace(self.office(), **changes))

        def do(work: UnitOfWork) -> str:
            require_keeper(actor)
            work.put_setting("office", json.dumps(asdict(office), ensure_ascii=False))
            return "设置已保存"

        done = self._store.perform(actor, "settings", do, op_id=op_id)
        self.forget()
        return done


def require_keeper(actor: Actor) -> None:
    """第十四条: the office keeps the settings. Raises Refused."""
    rights.require(actor, Deed.SETTINGS)


_BETWEEN = {"personal_days": (1, 3650, "天数"), "lock_minutes": (0, 240, "分钟数")}
"""Figures of the office: least, most, of what."""
_PREFIXES = ("slip_prefix", "approval_prefix", "urge_prefix", "supervision_prefix", "report_prefix")


def checked(office: Office) -> Office:
    """Settings that make sense. Raises BadInput."""
    wrong = {
        name: f"请填写{least}至{most}之间的{unit}"
        for name, (least, most, unit) in _BETWEEN.items()
        if not least <= getattr(office, name) <= most
    }
    wrong |= {name: "请填写文书代字" for name in _PREFIXES if not getattr(office, name).strip()}
    wrong |= {f.name: "请填写大于0的数" for f in fields(Thresholds) if _is_no_count(getattr(office, f.name))}
    if not office.bureau.strip():
        wrong["bureau"] = "请填写单位名称"
    if not 0 < office.call_share <= 1:
        wrong["call_share"] = "请填写0至1之间的比例"
    if not 0 < office.urge_after_days < office.supervise_after_days:
        wrong["supervise_after_days"] = "督办须晚于催办"
    if wrong:
        raise BadInput(wrong)
    return office


def _is_no_count(value: object) -> bool:
    return isinstance(value, int) and value <= 0


def office_of(reads: Reads) -> Office:
    """The office's own words and figures as stored; what is not set is the factory's. Raises Unusable."""
    kept, factory = stored(reads, "office") or {}, Office()
    known = {f.name for f in fields(Office)}
    with readable("office"):
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in kept.items()
            if name in known
        }
        if strange := [name for name, value in values.items() if not _fits(value, getattr(factory, name))]:
            raise ValueError(strange)
    return Office(**values)


def _fits(value: object, factory: object) -> bool:
    return isinstance(value, int | float if isinstance(factory, float) else type(factory))


def stored(reads: Reads, name: str) -> Any:
    """A setting kept as JSON; None where there is none. Raises Unusable."""
    with readable(name):
        text = reads.setting(name)
        return json.loads(text) if text else None


def settings_seen(reads: Reads) -> list[list[Any]]:
    """Every setting as it lies, in the form of `UnitOfWork.saw`."""
    names = ("id", "name", "value")
    rows = map(texted, reads.database.rows(f"SELECT {', '.join(names)} FROM setting ORDER BY id"))
    return [["setting", row[0], row_hash(dict(zip(names, row, strict=True)))] for row in rows]


@contextlib.contextmanager
def readable(*names: str) -> Iterator[None]:
    """What comes of a setting that only another tool can have made so. Raises Unusable."""
    try:
        yield
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        from yuqing_desktop.domain.audit_words import setting_word  # not needed to start

        raise Unusable(
            f"登记簿中的设置（{'、'.join(map(setting_word, names))}）读不出来，可能被其他工具改动。",
            kept="没有任何改动。",
            advice="请体检，并从备份恢复。",
        ) from error
