"""A restore gives nobody's tampering the look of the program's own work (第十三条)."""

import hashlib
import json
import shutil
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from tests.reliability.place import START, Place, forge, insert, rewrite, unfolded
from tests.reliability.tampering import FOREIGN, LOST
from tests.walk import Office
from yuqing_desktop.clock import FixedClock
from yuqing_desktop.core import Core
from yuqing_desktop.domain.people import SYSTEM
from yuqing_desktop.paths import Paths
from yuqing_desktop.services.restore import Restore

pytestmark = pytest.mark.article("第十三条")


def forge_a_paper_approval(place: Place) -> None:
    """With its event, at the end of the chain."""
    old = place.row("consent", place.one("SELECT max(id) FROM consent WHERE kind = 'paper'"))
    consent = insert(place, "consent", {**old, "sheet_number": "舆审〔2026〕99号"})
    at = place.one("SELECT max(at) FROM event")
    forge(place, "approve_deputy", ("consent", consent), person_id=1, person="张敏", at=at)


def backed_up(place: Place, to: str = "usb") -> Path:
    """A backup made with the program, kept elsewhere."""
    made = []
    place.act(lambda core: made.append(core.backing.back_up(to=place.data.parent / to).path))
    return made[0]


def restore(place: Place, file: Path, *, in_spite: bool = False) -> None:
    """As anybody may who sits at the computer."""
    place.database.close()
    clock = FixedClock(START + timedelta(days=1))
    Restore(Paths(place.data, place.workstation), clock).restore(SYSTEM, file, accept_findings=in_spite)
    shutil.rmtree(place.data / "backups")
    place.database = unfolded(place.data)


def forged_backup(place: Place, genuine: Path) -> Path:
    """The registry as it lies, in the form of a backup: list, hashes, comment and all."""
    event, digest = place.database.execute("SELECT id, hash FROM event ORDER BY id DESC LIMIT 1").fetchone()
    content, forged = (place.data / "registry.db").read_bytes(), genuine.with_name("forged.zip")
    with zipfile.ZipFile(genuine) as old, zipfile.ZipFile(forged, "w") as new:
        manifest, comment = json.loads(old.read("manifest.json")), json.loads(old.comment)
        for one in (manifest, comment):
            one.update(event=event, hash=digest)
        manifest["database_sha256"] = hashlib.sha256(content).hexdigest()
        new.writestr("registry.db", content)
        new.writestr("manifest.json", json.dumps(manifest))
        for name in old.namelist():
            if name.startswith("blobs/"):
                new.writestr(name, old.read(name))
        new.comment = json.dumps(comment).encode()
    return forged


def whats(place: Place) -> list[str]:
    return [one.what for one in place.look().findings]


def note(core: Core) -> None:
    Office(core, core.clock).register(title="之后登记的", published_at=None)  # type: ignore[arg-type]


def test_a_forged_event_stays_found_when_a_backup_that_holds_it_is_restored(place: Place) -> None:
    forge_a_paper_approval(place)
    number = place.last()
    restore(place, backed_up(place))
    (finding,) = place.look().findings
    assert (finding.what, finding.event) == (FOREIGN, number)


def test_it_stays_found_when_it_was_forged_and_restored_between_two_starts(place: Place) -> None:
    genuine = backed_up(place)
    forge_a_paper_approval(place)
    restore(place, forged_backup(place, genuine))
    assert whats(place) == [FOREIGN]


def test_a_backup_forged_whole_is_found_once_restored(place: Place) -> None:
    genuine, kept = backed_up(place), (place.data / "registry.db").read_bytes()
    number = place.last() + 1
    forge_a_paper_approval(place)
    forged = forged_backup(place, genuine)
    place.database.close()
    (place.data / "registry.db").write_bytes(kept)
    restore(place, forged)
    (finding,) = place.look().findings
    assert (finding.what, finding.event) == (FOREIGN, number)


def test_a_history_rewritten_in_a_backup_is_found_once_restored(place: Place) -> None:
    genuine, kept = backed_up(place), (place.data / "registry.db").read_bytes()
    number = place.last() - 1  # after the last signature, which would tell of it
    rewrite(place, number, lambda event: event.update(person="李四") if event["id"] == number else None)
    forged = forged_backup(place, genuine)
    place.database.close()
    (place.data / "registry.db").write_bytes(kept)
    restore(place, forged)
    (finding,) = place.look().findings
    assert (finding.what, finding.event) == (FOREIGN, number)


def test_an_older_copy_stays_found_when_its_own_backup_is_restored(place: Place) -> None:
    place.put_back_the_older_copy()
    restore(place, backed_up(place))
    assert whats(place) == [LOST]


def test_an_older_copy_stays_found_after_acts_beyond_its_loss(place: Place) -> None:
    place.put_back_the_older_copy()
    file = backed_up(place)
    for _ in range(3):
        place.act(note)
    restore(place, file)
    assert whats(place) != []


def test_what_was_done_while_the_accounts_were_hidden_stays_found_after_a_restore(place: Place) -> None:
    hidden = place.database.execute("SELECT * FROM credential").fetchall()
    place.sql("DELETE FROM credential")
    place.act(note)
    number, file = place.last(), backed_up(place)
    restore(place, file, in_spite=True)
    for row in hidden:
        place.sql(f"INSERT INTO credential VALUES ({', '.join('?' * len(row))})", *row)
    (finding,) = place.look().findings
    assert (finding.what, finding.event) == (FOREIGN, number)


def test_what_was_forged_after_a_backup_goes_with_its_restore(place: Place) -> None:
    file = backed_up(place)
    forge_a_paper_approval(place)
    assert whats(place) == [FOREIGN]
    restore(place, file)
    assert whats(place) == []


def test_a_restore_given_up_for_what_it_had_given_up_has_no_finding(place: Place) -> None:
    early = backed_up(place)
    place.act(note)
    late = backed_up(place, "late")
    restore(place, early)
    place.act(note)
    assert whats(place) == []
    restore(place, late)
    assert whats(place) == []


def test_a_backup_from_before_the_end_of_what_was_given_up_has_no_finding(place: Place) -> None:
    early = backed_up(place)
    place.act(note)
    late = backed_up(place, "late")
    place.act(note)
    restore(place, early)
    restore(place, late)
    assert whats(place) == []


def test_a_lost_registry_comes_back_from_its_backup_without_a_finding(place: Place) -> None:
    file = backed_up(place)
    place.act(note)
    place.database.close()
    (place.data / "registry.db").unlink()
    restore(place, file)
    assert whats(place) == []


def test_a_registry_put_back_to_an_older_copy_is_well_again_from_the_newest_backup(place: Place) -> None:
    file = backed_up(place)
    place.put_back_the_older_copy()
    assert whats(place) == [LOST]
    restore(place, file)
    assert whats(place) == []
