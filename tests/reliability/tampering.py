"""Changes made to a registry behind the program's back, with plain SQL or a file editor; and how each is to be found."""

import json
from collections.abc import Callable

from tests.bureau import CHEAP
from tests.reliability.place import Place, forge, insert, rewrite, run, set_row
from yuqing_desktop.storage import audit
from yuqing_desktop.storage.codec import row_hash

# With events to match -----------------------------------------------------------------------------


def changed_row_with_event(place: Place) -> None:
    place.sql("UPDATE item SET title = '改过的标题', version = version + 1 WHERE id = 1")
    forge(place, "register", ("item", place.row("item", 1)), act="edit", item_id=1)


def changed_row_as_if_upgraded(place: Place) -> None:
    place.sql("UPDATE item SET title = '改过的标题' WHERE id = 1")
    forge(place, "register", ("item", place.row("item", 1)), act="migrate", person="本程序", item_id=None)


def changed_row_and_chain_made_anew(place: Place) -> None:
    old = row_hash(place.row("item", 2))
    place.sql("UPDATE item SET level = 'ordinary' WHERE id = 2")
    new = row_hash(place.row("item", 2))
    rewrite(place, 1, lambda event: event.update(rows=event["rows"].replace(old, new)))


def forged_screen_approval(place: Place) -> None:
    old = place.row("consent", place.one("SELECT max(id) FROM consent WHERE kind = 'screen'"))
    consent = insert(place, "consent", {**old, "opinion": "同意（伪造）"})
    forge(place, "approve_head", ("consent", consent))


def forged_approval_with_the_old_signature(place: Place) -> None:
    number = place.one("SELECT max(consent_id) FROM signature")
    signature = place.row("signature", place.one("SELECT max(id) FROM signature"))
    consent = insert(place, "consent", place.row("consent", number))
    forged = insert(place, "signature", {**signature, "consent_id": consent["id"]})
    forge(place, "approve_head", ("consent", consent), ("signature", forged))


def forged_paper_approval(place: Place) -> None:
    old = place.row("consent", place.one("SELECT max(id) FROM consent WHERE kind = 'paper'"))
    consent = insert(place, "consent", {**old, "sheet_number": "舆审〔2026〕99号"})
    forge(place, "approve_deputy", ("consent", consent), person_id=1, person="张敏")


def key_added_with_events(place: Place) -> None:
    old = place.row("signing_key", 1)
    from yuqing_desktop.storage.signing import new_key

    pair = new_key("attackers-word", CHEAP)
    key = insert(place, "signing_key", {**old, "public": pair.public, "sealed": pair.sealed})
    forge(place, "confirm_key", ("signing_key", key))


def key_swapped_with_event(place: Place) -> None:
    from yuqing_desktop.storage.signing import new_key

    pair = new_key("attackers-word", CHEAP)
    place.sql("UPDATE signing_key SET public = ?, sealed = ? WHERE id = 1", pair.public, pair.sealed)
    forge(place, "confirm_key", ("signing_key", place.row("signing_key", 1)))


def role_given_with_event(place: Place) -> None:
    post = insert(place, "post", {**place.row("post", 1), "person_id": 5, "role": "head"})
    forge(place, "settings", ("post", post), at=place.one("SELECT at FROM event ORDER BY id DESC LIMIT 1"))


def approval_moved_to_another_leader(place: Place) -> None:
    number = place.one("SELECT max(id) FROM consent WHERE kind = 'screen'")
    place.sql("UPDATE consent SET approver_id = 3 WHERE id = ?", number)
    forge(place, "approve_head", ("consent", place.row("consent", number)), act="reopen")


# Files --------------------------------------------------------------------------------------------


def flipped_bytes(place: Place) -> None:
    place.database.close()
    path = place.data / "registry.db"
    raw = bytearray(path.read_bytes())
    root = raw.find("办事大厅网上预约系统打不开".encode())
    raw[root : root + 6] = "假".encode() * 2
    path.write_bytes(raw)


def changed_attachment(place: Place) -> None:
    place.blob().chmod(0o644)
    place.blob().write_bytes(place.blob().read_bytes() + b"x")


def exchanged_attachments(place: Place) -> None:
    one, two = place.blob(0), place.blob(1)
    first, second = one.read_bytes(), two.read_bytes()
    for path, content in ((one, second), (two, first)):
        path.chmod(0o644)
        path.write_bytes(content)


def missing_attachment(place: Place) -> None:
    place.blob().unlink()


# Chain --------------------------------------------------------------------------------------------


def one_event_hashed_anew(place: Place) -> None:
    event = place.row("event", 10)
    event["result"] = "另一种结果"
    place.sql("UPDATE event SET result = ?, hash = ? WHERE id = 10", event["result"], audit.event_hash(event))


def renumbered(place: Place) -> None:
    place.sql("DELETE FROM event WHERE id = 10")
    place.sql("UPDATE event SET id = id - 1 WHERE id > 10")


def cut_tail_with_its_rows(place: Place) -> None:
    last = place.one("SELECT max(id) FROM event")
    for entry in json.loads(place.one(f"SELECT rows FROM event WHERE id = {last}")):
        if "d" not in entry:
            place.sql(f"DELETE FROM {entry['t']} WHERE id = ?", entry["id"])
    place.sql("DELETE FROM event WHERE id = ?", last)


LAST = "id = (SELECT max(id) FROM {})"
ROW, GONE, ADDED = "记录被改动", "记录被删除", "程序之外添加的记录"
FOREIGN, LOST = "留痕不是由本机程序写入", "本机记得的留痕已不在登记簿中"

TAMPERINGS: dict[str, tuple[Callable[[Place], None], str]] = {
    # rows
    "item title": (set_row("item", "id = 1", title="无事"), ROW),
    "item level lowered": (set_row("item", "level = 'important'", level="ordinary"), ROW),
    "item level of no such word": (set_row("item", "id = 1", level="trifling"), ROW),
    "figures read at registration": (set_row("item", "id = 1", forwards=1), ROW),
    "time of publishing": (set_row("item", "id = 1", published_at="2026-11-20 08:00:00"), ROW),
    "time of finding": (set_row("item", "id = 1", found_at="2026-11-23 08:00:00"), ROW),
    "status": (set_row("item", "status = 'registered'", status="closed"), ROW),
    "item deleted": (run("DELETE FROM item WHERE id = 1"), GONE),
    "item put in the trash": (set_row("item", "id = 1", trashed_at="2026-11-23 10:00:00"), ROW),
    "slip receipt": (set_row("slip", "id = 1", received_at="2026-11-23 08:00:00"), ROW),
    "slip receipt's name": (set_row("slip", "id = 1", received_by="王五"), ROW),
    "findings of the section": (set_row("handling", "id = 1", findings="查无此事"), ROW),
    "draft text": (set_row("draft", "id = 1", text="另一段话"), "拟回复与其指纹不符"),
    "draft text with its fingerprint": (
        set_row("draft", "id = 1", text="abc", sha256="ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        "审批的文本与拟回复不符",
    ),
    "reply text": (set_row("reply", "id = 1", text="另一段话"), ROW),
    "reply dated back": (set_row("reply", "id = 1", published_at="2026-11-23 08:00:00"), "回复没有副组长同意"),
    "reply deleted": (run("DELETE FROM reply WHERE id = 1"), GONE),
    "duty put off": (set_row("duty", "id = 1", due_at="2027-01-01 08:00:00"), ROW),
    "duty said to be met": (set_row("duty", "met = 0 AND closed_at IS NULL", met=1), ROW),
    "duty deleted": (run("DELETE FROM duty WHERE id = 1"), GONE),
    "duty added": (
        run("INSERT INTO duty (item_id, kind, opened_at) VALUES (1, 'report_up', '2026-11-23 08:00:00')"), ADDED,
    ),
    "report-up added": (
        run("INSERT INTO note (item_id, act, at, by) VALUES (1, 'report_up', '2026-11-23 08:00:00', '张敏')"), ADDED,
    ),
    "attachment's name": (set_row("evidence", "id = 1", name="别的.png"), ROW),
    "attachment's record deleted": (run("DELETE FROM evidence WHERE id = 1"), GONE),
    "paper no longer void": (set_row("paper", "id = 1", voided_at="2026-11-23 08:00:00"), ROW),
    # approvals
    "approval deleted": (run("DELETE FROM signature", "DELETE FROM consent WHERE id = 1"), GONE),
    "approval by another": (set_row("consent", "id = 1", approver_id=5), "审批不是由审批人本人作出"),
    "approval dated back": (set_row("consent", "id = 1", decided_at="2026-11-23 08:00:00"), "审批时间与记录不符"),
    "approval of another text": (set_row("consent", "id = 1", text_sha256="0" * 64), "审批的文本与拟回复不符"),
    "paper approval made a screen one": (set_row("consent", "kind = 'paper'", kind="screen"), "审批不是由审批人本人作出"),
    "conditions of an approval": (set_row("consent", "id = 1", opinion="不附条件"), "签名的内容与审批不符"),
    "forged approval on screen, with its event": (forged_screen_approval, "屏幕上的审批没有签名"),
    "forged approval with a replayed signature": (forged_approval_with_the_old_signature, "签名是从别处搬来的"),
    "forged approval on paper, with its event": (forged_paper_approval, FOREIGN),
    "approval given to another leader, with an event": (approval_moved_to_another_leader, "签名密钥不属于审批人"),
    "signature deleted": (run("DELETE FROM signature WHERE id = 1"), "屏幕上的审批没有签名"),
    "signature altered": (set_row("signature", "id = 1", signature="00" * 64), "审批签名不符"),
    "signed words altered": (
        run("UPDATE signature SET message = replace(message, 'important', 'ordinary')"
            " WHERE message LIKE '%important%'"), "审批签名不符",
    ),
    "key swapped": (set_row("signing_key", "id = 1", public="ab" * 32), "审批签名不符"),
    "key swapped, with an event": (key_swapped_with_event, "签名密钥不是本人登记的"),
    "key added, with an event": (key_added_with_events, "签名密钥不是本人登记的"),
    "key's confirmation taken away": (
        set_row("signing_key", "id = 2", confirmer_id=None, confirmed_by=""), "签名密钥没有经第二人确认",
    ),
    # people, settings, passwords
    "person's name": (set_row("person", "id = 3", name="王建军"), ROW),
    "role added": (
        run("INSERT INTO post (person_id, role, since) VALUES (5, 'head', '2026-01-01')"), ADDED,
    ),
    "role added, with an event": (role_given_with_event, FOREIGN),
    "term of a post": (set_row("post", "role = 'deputy'", since="2026-12-01"), "审批人当日不任此职"),
    "password replaced": (set_row("credential", "id = 2", secret="00$00"), ROW),
    "setting": (set_row("setting", "name = 'office'", value="{}"), ROW),
    "made a sample": (run("INSERT INTO setting (name, value) VALUES ('sample', '1')"), ADDED),
    "certification prolonged": (set_row("account", "id = 1", valid_until="2099-01-01"), ROW),
    "registry renamed": (set_row("registry", "id = 1", uid="0" * 32), "登记簿标识与建立时不符"),
    # numbers
    "counter put back": (set_row("counter", "name = 'item'", last=1), "编号计数不符"),
    "counter put forward": (set_row("counter", "name = '舆转'", last=99), "编号计数不符"),
    "number changed": (set_row("item", "id = 2", number="YQ-2026-0077"), "编号缺号"),
    # the record
    "event's person": (set_row("event", "id = 10", person="李四"), "留痕被改动"),
    "event's time": (set_row("event", "id = 10", at="2026-11-20 08:00:00"), "留痕被改动"),
    "refusal made a success": (set_row("event", "outcome = 'refused'", outcome="done"), "留痕被改动"),
    "event hashed anew": (one_event_hashed_anew, "留痕链断开"),
    "event deleted": (run("DELETE FROM event WHERE id = 10"), "留痕缺号"),
    "event deleted, the rest renumbered": (renumbered, "留痕被改动"),
    "tail cut": (run("DELETE FROM event WHERE id > (SELECT max(id) - 5 FROM event)"), LOST),
    "tail cut with its rows": (cut_tail_with_its_rows, LOST),
    "all events deleted": (run("DELETE FROM event"), LOST),
    "row changed, with an event": (changed_row_with_event, FOREIGN),
    "row changed, with an event of an upgrade": (changed_row_as_if_upgraded, FOREIGN),
    "row changed, the whole chain made anew": (changed_row_and_chain_made_anew, LOST),
    "older copy put back": (Place.put_back_the_older_copy, LOST),
    # files and the database itself
    "attachment changed": (changed_attachment, "附件被改动"),
    "attachments exchanged": (exchanged_attachments, "附件被改动"),
    "attachment missing": (missing_attachment, "附件缺失"),
    "bytes changed in the file": (flipped_bytes, ROW),
    "trigger added": (
        run("CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM note WHERE id = new.id; END"), "数据库结构被改动",
    ),
    "unique index dropped": (run("DROP INDEX item_number"), "数据库结构被改动"),
    "table added": (run("CREATE TABLE extra (id INTEGER PRIMARY KEY)"), "数据库结构被改动"),
    "row pointing nowhere": (run("UPDATE slip SET section_id = 999 WHERE id = 1"), "记录指向不存在的记录"),
    "index lacks an item": (run("DELETE FROM item_search_docsize WHERE id = 1"), "检索索引与事项不符"),
    "index holds other words": (
        run("INSERT INTO item_search (rowid, body) VALUES (77, '无中 中生 生有')"), "检索索引与事项不符",
    ),
}  # fmt: skip

BY_THE_PROGRAM_ALONE = (
    FOREIGN, LOST, "检索索引", "待办与", "本机", "数据库结构被改动：index", "数据库结构被改动：table",
    "数据库文件损坏：no such table",
)  # fmt: skip
"""Findings that rest on the workstation's memory, on derived data, or on what tables the program makes."""
