"""More changes behind the program's back: values of other kinds, a schema that lies, signatures of other keys."""

import json
from collections.abc import Callable
from datetime import timedelta

from tests.bureau import CHEAP, password_of
from tests.reliability.place import Place, forge, insert, rewrite, run, set_row
from tests.reliability.tampering import ADDED, FOREIGN, GONE, ROW
from yuqing_desktop.storage.codec import canonical, moment_of, moment_text
from yuqing_desktop.storage.signing import new_key, unlock


def blob_in_place_of_text(table: str, column: str, where: str) -> Callable[[Place], None]:
    return run(f"UPDATE {table} SET {column} = CAST({column} AS BLOB) WHERE {where}")


def broken_text(table: str, column: str, where: str) -> Callable[[Place], None]:
    """Bytes that are no UTF-8."""
    return run(f"UPDATE {table} SET {column} = CAST(x'e4b8ade4' AS TEXT) WHERE {where}")


def in_the_schema(change: str) -> Callable[[Place], None]:
    """A change of the schema as text, past what SQLite would allow."""

    def tamper(place: Place) -> None:
        place.sql("PRAGMA writable_schema = ON")
        place.sql(change)
        place.sql(f"PRAGMA schema_version = {place.one('PRAGMA schema_version') + 1}")
        place.sql("PRAGMA writable_schema = OFF")

    return tamper


def signed_with_a_retired_key(place: Place) -> None:
    """The deputy's own key, ended, with the right password: an approval as if by the program."""
    consent = place.row("consent", place.one("SELECT max(consent_id) FROM signature"))
    old = place.row("signature", place.one("SELECT max(id) FROM signature"))
    key = place.row("signing_key", old["key_id"])
    head = place.row("event", place.last())
    later = moment_of(head["at"]) + timedelta(minutes=1)
    ended = {**key, "ended_at": head["at"], "end_reason": "更换密钥", "version": key["version"] + 1}
    place.sql("UPDATE signing_key SET ended_at = ?, end_reason = ?, version = ? WHERE id = ?",
              ended["ended_at"], ended["end_reason"], ended["version"], key["id"])  # fmt: skip
    forge(place, "confirm_key", ("signing_key", ended), act="accounts", at=head["at"])
    head = place.row("event", place.last())
    forged = insert(place, "consent", {**consent, "decided_at": moment_text(later)})
    said = {**json.loads(old["message"]), "at": later.isoformat(), "head": f"{head['id']}-{head['hash']}"}
    message = canonical(said)
    signature = unlock(key["sealed"], password_of("赵志远"))(message)
    row = insert(
        place, "signature", {**old, "consent_id": forged["id"], "message": message, "signature": signature}
    )
    forge(place, "approve_head", ("consent", forged), ("signature", row), at=moment_text(later))


def enrolment_in_place_of_a_signature(place: Place) -> None:
    """What a key once signed of itself, put under an approval."""
    key = place.row("signing_key", place.one("SELECT key_id FROM signature WHERE id = 1"))
    at = moment_of(key["enrolled_at"]).isoformat()
    said = {"about": "enrolment", "person": key["person_id"], "public": key["public"], "at": at}
    place.sql("UPDATE signature SET message = ?, signature = ? WHERE id = 1", canonical(said), key["proof"])


def history_before_a_signature_made_anew(place: Place) -> None:
    """A perfect chain of other events: but each signature holds the end of the chain it was given on."""
    number = place.one("SELECT min(id) FROM event WHERE act = 'register'")
    rewrite(place, number, lambda event: event.update(person="李四") if event["id"] == number else None)


def key_copied_to_another(place: Place) -> None:
    """An enrolment replayed for somebody else, the public key in capitals so that it is another text."""
    old = place.row("signing_key", 1)
    insert(place, "signing_key", {**old, "person_id": 5, "public": old["public"].upper()})


def key_of_the_forgers_own(place: Place) -> None:
    """A pair made for the purpose, its enrolment signed by itself, confirmed by an event of the second person."""
    pair, old, at = (
        new_key("forgers-word", CHEAP),
        place.row("signing_key", 1),
        place.one("SELECT max(at) FROM event"),
    )
    said = {
        "about": "enrolment",
        "person": old["person_id"],
        "public": pair.public,
        "at": moment_of(at).isoformat(),
    }
    key = insert(place, "signing_key", {
        **old, "public": pair.public, "sealed": pair.sealed, "enrolled_at": at, "confirmed_at": at,
        "proof": unlock(pair.sealed, "forgers-word")(canonical(said)), "endorser_id": None, "endorsement": "",
    })  # fmt: skip
    forge(place, "confirm_key", ("signing_key", key), at=at, person_id=key["confirmer_id"])


def levels_exchanged(place: Place) -> None:
    """The signatures of two approvals exchanged."""
    place.sql("UPDATE signature SET consent_id = -consent_id WHERE id IN (1, 2)")
    one, two = (place.one(f"SELECT consent_id FROM signature WHERE id = {number}") for number in (1, 2))
    place.sql("UPDATE signature SET consent_id = ? WHERE id = 1", -two)
    place.sql("UPDATE signature SET consent_id = ? WHERE id = 2", -one)


def rows_renumbered(place: Place) -> None:
    """Two notes exchange their numbers: every word is still there."""
    place.sql("PRAGMA foreign_keys = OFF")
    for old, new in ((1, -1), (2, 1), (-1, 2)):
        place.sql("UPDATE handling SET id = ? WHERE id = ?", new, old)


def file_in_place_of_a_folder(place: Place) -> None:
    folder = place.blob().parent
    for path in folder.iterdir():
        path.chmod(0o644)
        path.unlink()
    folder.rmdir()
    folder.write_bytes(b"")


def attachment_linked_elsewhere(place: Place) -> None:
    blob = place.blob()
    elsewhere = place.data / "elsewhere"
    elsewhere.write_bytes(blob.read_bytes()[:-1] + b"!")
    blob.unlink()
    blob.symlink_to(elsewhere)


def journal_cut(place: Place) -> None:
    """What the last acts wrote lay in the journal still, and was thrown away."""
    place.sql("PRAGMA journal_mode = WAL")
    place.sql("PRAGMA wal_autocheckpoint = 0")
    place.act(lambda core: core.store.perform(core.entrance.actor_named("张敏"), "settings", lambda work: ""))
    place.sql("DELETE FROM event WHERE id = (SELECT max(id) FROM event)")


DAMAGED, CHANGED, STRUCTURE = "数据库文件损坏", "留痕被改动", "数据库结构被改动"

DEEPER: dict[str, tuple[Callable[[Place], None], str]] = {
    # values of another kind
    "title as bytes": (blob_in_place_of_text("item", "title", "id = 1"), ROW),
    "title that is no text": (broken_text("item", "title", "id = 1"), ROW),
    "draft as bytes": (blob_in_place_of_text("draft", "text", "id = 1"), ROW),
    "number as bytes": (blob_in_place_of_text("item", "number", "id = 1"), ROW),
    "paper's number as bytes": (blob_in_place_of_text("paper", "number", "id = 1"), ROW),
    "attachment's hash as bytes": (blob_in_place_of_text("evidence", "sha256", "id = 1"), ROW),
    "attachment's hash a path": (set_row("evidence", "id = 1", sha256="../registry.db"), ROW),
    "attachment's hash too long for a name": (set_row("evidence", "id = 1", sha256="a" * 4000), ROW),
    "attachment's hash with a zero": (set_row("evidence", "id = 1", sha256="a\0b"), ROW),
    "event's words as bytes": (blob_in_place_of_text("event", "result", "id = 10"), CHANGED),
    "event's time as bytes": (blob_in_place_of_text("event", "at", "id = 10"), CHANGED),
    "event's rows as bytes": (blob_in_place_of_text("event", "rows", "id = 10"), CHANGED),
    "event's rows no JSON": (set_row("event", "id = 10", rows="[{"), CHANGED),
    "event's words that are no text": (broken_text("event", "result", "id = 10"), CHANGED),
    "event's hash as bytes": (blob_in_place_of_text("event", "hash", "id = 10"), CHANGED),
    "founding's details no JSON": (set_row("event", "id = 1", detail="{"), CHANGED),
    "event's details reordered": (
        run("UPDATE event SET detail = '{\"z\":1,' || substr(detail, 2) WHERE id = 1"), CHANGED,
    ),
    "event's details with a key twice": (
        run("UPDATE event SET detail = '{\"uid\":\"0\",' || substr(detail, 2) WHERE id = 1"), CHANGED,
    ),
    "restore's details of other kinds": (
        lambda place: forge(place, "settings", act="restore_backup", detail='{"kept_event":"x","lost_event":[]}'),
        FOREIGN,
    ),
    "restore's details no object": (
        lambda place: forge(place, "settings", act="restore_backup", detail="7"), FOREIGN,
    ),
    "event's operation": (set_row("event", "id = 10", op_id="another"), CHANGED),
    "event before the first": (
        run("INSERT INTO event (id, at, person_id, act, outcome) VALUES (-1, '', 0, 'x', 'done')"), "程序之外添加的留痕",
    ),
    "name with a look-alike": (run("UPDATE person SET name = replace(name, '国', '囯') WHERE id = 3"), ROW),
    "name with a character nobody sees": (run("UPDATE person SET name = name || char(8203) WHERE id = 3"), ROW),
    "absent in place of empty": (set_row("item", "id = 1", topic="无"), ROW),
    "signature without its approval": (
        run("DELETE FROM consent WHERE id = (SELECT consent_id FROM signature WHERE id = 1)"), "签名没有对应的审批",
    ),
    "paper approval without its sheet": (set_row("consent", "kind = 'paper'", sheet_number=""), "纸质签批代录不合规"),
    "approval said to be void before the reply": (
        set_row("consent", "id = 1", voided_at="2026-11-23 09:00:00", void_reason="修改拟回复"), "回复没有副组长同意",
    ),
    "deputy's time taken away": (set_row("item", "deputy_at IS NOT NULL", deputy_at=None), ROW),
    # the schema
    "column computed from another": (
        run("ALTER TABLE note ADD COLUMN shown TEXT GENERATED ALWAYS AS (words) VIRTUAL"), STRUCTURE,
    ),
    "trigger under a reserved name": (
        in_the_schema(
            "INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) VALUES ('trigger', 'sqlite_t', 'note', 0,"
            " 'CREATE TRIGGER sqlite_t AFTER INSERT ON note BEGIN DELETE FROM note WHERE id = new.id; END')"
        ), STRUCTURE,
    ),
    "view added": (run("CREATE VIEW seen AS SELECT * FROM note"), STRUCTURE),
    "order of words changed": (
        in_the_schema("UPDATE sqlite_master SET sql = replace(sql, '\"name\" TEXT', '\"name\" TEXT COLLATE NOCASE')"
                      " WHERE name = 'person'"), STRUCTURE,
    ),
    "table dropped": (run("DROP TABLE house_rule"), STRUCTURE),
    # signatures and keys
    "signed with a retired key": (signed_with_a_retired_key, "签名密钥不属于审批人，或当时无效"),
    "enrolment in place of a signature": (enrolment_in_place_of_a_signature, "签名的内容与审批不符"),
    "history before a signature made anew": (history_before_a_signature_made_anew, "签名时的留痕链与现在不符"),
    "key of the forger's own, with an event": (key_of_the_forgers_own, "签名密钥没有经有密钥的人签名确认"),
    "enrolment replayed for another": (key_copied_to_another, "签名密钥不是本人登记的"),
    "signatures exchanged": (levels_exchanged, "签名的内容与审批不符"),
    "key no longer ended": (set_row("signing_key", "id = 1", confirmed_at="2026-01-01 08:00:00"), ROW),
    "post ended before the approval": (
        set_row("post", "role = 'deputy'", until="2026-11-22"), "审批人当日不任此职",
    ),
    # rows, numbers, files
    "rows exchange their numbers": (rows_renumbered, ROW),
    "counter of a series nobody used": (
        run("INSERT INTO counter (name, year, last) VALUES ('舆督', 2026, 7)"), "编号计数不符",
    ),
    "counter deleted": (run("DELETE FROM counter WHERE name = 'item'"), "编号计数不符"),
    "counter of another kind": (run("UPDATE counter SET year = 'x' WHERE name = 'item'"), "编号计数不符"),
    "counter's name as bytes": (blob_in_place_of_text("counter", "name", "name = 'item'"), "编号计数不符"),
    "number out of all measure": (set_row("item", "id = 2", number="YQ-2026-999999999"), "编号缺号"),
    "number too long to be one": (set_row("item", "id = 2", number=f"YQ-2026-{'9' * 5000}"), ROW),
    "reply of no item": (run("UPDATE reply SET item_id = '' WHERE id = 1"), ROW),
    "calendar changed": (run("INSERT INTO setting (name, value) VALUES ('notices', '{}')"), ADDED),
    "list of words": (run("INSERT INTO house_rule (expression) VALUES ('假')"), ADDED),
    "draft deleted": (run("DELETE FROM signature", "DELETE FROM consent", "DELETE FROM draft WHERE id = 1"), GONE),
    "file in place of a folder": (file_in_place_of_a_folder, "附件缺失"),
    "attachment linked elsewhere": (attachment_linked_elsewhere, "附件被改动"),
    "journal cut": (journal_cut, "本机记得的留痕已不在登记簿中"),
}  # fmt: skip
