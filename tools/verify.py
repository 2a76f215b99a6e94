#!/usr/bin/env python3
"""核对登记簿: checks a copy of a registry or a backup with none of the program's code.

    python verify.py registry.db [--blobs DIR] [--head 128-0a1b2c3d4e5f] [--json]
    python verify.py registry-manual-20261124-104015.zip [--head …]

One file, the standard library, and `cryptography` for signatures alone. It comes to the findings of the program's
own check-up on the evidence: events, rows, approvals, signatures, attachments, numbers. Exit code 1 when something is
wrong, 2 when the file cannot be read. What only a workstation can tell (calendar, its own memory of the chain's end,
the search index, duties) is not looked at.
"""

import argparse
import hashlib
import json
import re
import sqlite3
import sys
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

GENESIS = "0" * 64
TOLERANCE = timedelta(minutes=5)
SHOWN = 50
NO_TEXT = "\ufffd"
"""Before bytes that lie where text should."""
NOT_AUDITED = {"event", "counter", "form_draft", "registry", "attempt"}
WORDS = {
    "item": "事项", "section": "科室", "person": "人员", "post": "职务", "slip": "转送单", "handling": "处置情况",
    "draft": "拟回复", "consent": "审批", "reply": "回复", "duty": "待办", "figure_reading": "读数", "paper": "文书",
    "note": "记录", "evidence": "附件", "account": "认证账号", "platform": "平台", "topic": "领域", "batch": "导入批次",
    "channel": "巡查渠道", "look": "巡查记录", "turn": "值班", "accountability_case": "责任追究情形",
    "credential": "登录凭据", "signing_key": "签名密钥", "signature": "签名", "personal_data": "个人信息",
    "setting": "设置", "edition": "台账期号", "affair": "同一事件", "judgement": "比对结论", "house_rule": "词表",
}  # fmt: skip
COLUMNS = (
    "id", "at", "person_id", "person", "roles", "act", "item_id", "outcome", "op_id", "detail", "rows", "result",
    "previous",
)  # fmt: skip
ACTS = {("deputy", "agree"): "approve_deputy", ("head", "agree"): "approve_head"}

Row = dict[str, Any]
Found = tuple[str, str, int, str]
"""What, where, the number of the event it begins with (0: none), advice."""


def _canonical(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _text(raw: bytes, *, is_text: bool = False) -> str:
    if is_text:
        try:
            return raw.decode()
        except UnicodeDecodeError:
            pass
    return NO_TEXT + raw.decode("utf-8", "backslashreplace")


class Copy:
    """A registry's file and what one pass over its events gathered."""

    def __init__(self, path: Path, blobs: Path | None) -> None:
        how = "mode=ro" if path.with_name(f"{path.name}-wal").exists() else "mode=ro&immutable=1"
        self.database = sqlite3.connect(f"{path.resolve().as_uri()}?{how}", uri=True)
        self.database.row_factory = sqlite3.Row
        self.database.text_factory = lambda raw: _text(raw, is_text=True)
        self.blobs = blobs
        self.hashes: dict[int, str] = {}
        self.times: dict[int, str] = {}
        self.written: dict[tuple[str, int], tuple[str, int]] = {}
        self.writings: dict[tuple[str, int], list[Row]] = defaultdict(list)
        self.broken: list[tuple[str, str, int, int, int]] = []
        self.restores: list[Row] = []
        self.levels: dict[int, list[tuple[int, str | None, str | None]]] = defaultdict(list)
        self.last = 0

    def rows(self, sql: str, *values: object) -> Iterator[Row]:
        """Bytes where text should be are a text that no program of this kind wrote: nothing stops at them."""
        for row in self.database.execute(sql, values):
            yield {
                name: _text(value) if isinstance(value, bytes) else value for name, value in dict(row).items()
            }

    def table(self, name: str) -> list[Row]:
        return list(self.rows(f'SELECT * FROM "{name}" ORDER BY id'))

    def audited(self) -> list[str]:
        sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
        names = [row["name"] for row in self.rows(sql)]
        return [
            name
            for name in names
            if name not in NOT_AUDITED and not name.startswith(("sqlite_", "item_search"))
        ]

    def level_at(self, item_id: int, event: int) -> str | None:
        rows = list(self.rows("SELECT level FROM item WHERE id = ?", item_id))
        level = rows[0]["level"] if rows else None
        for number, old, new in reversed(self.levels.get(item_id, [])):
            if number <= event:
                return new
            level = old
        return level

    def first(self, table: str, row_id: int) -> Row | None:
        return next(iter(self.writings.get((table, row_id), ())), None)

    def event_of(self, table: str, row_id: int) -> int:
        return self.written.get((table, row_id), ("", 0))[1]


# The checks ---------------------------------------------------------------------------------------


def _structure(copy: Copy) -> Iterator[Found]:
    advice = "请停止录入，从最近一份核验过的备份恢复。"
    for row in list(copy.database.execute("PRAGMA integrity_check(20)"))[:5]:
        if row[0] != "ok":
            yield "数据库文件损坏", str(row[0]), 0, advice
    for row in list(copy.database.execute("PRAGMA foreign_key_check"))[:5]:
        yield "记录指向不存在的记录", f"{row[0]} {row[1]} → {row[2]}", 0, "请与备份核对。"
    for row in copy.rows(
        "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view') ORDER BY name"
    ):
        yield "数据库结构被改动", f"{row['type']} {row['name']}多出", 0, "请从备份恢复，查明由谁改动。"


def _identity(copy: Copy) -> Iterator[Found]:
    wanted = [_detail(row).get("uid") for row in copy.rows("SELECT detail FROM event WHERE act = 'found'")]
    if wanted and wanted[-1] and [row["uid"] for row in copy.table("registry")] != wanted[-1:]:
        yield "登记簿标识与建立时不符", "registry 1", 1, "请从备份恢复，查明由谁改动。"


def _chain(copy: Copy, *, is_sample: bool) -> Iterator[Found]:
    previous, before = GENESIS, ""
    backward: list[Found] = []
    for event in copy.rows("SELECT id FROM event WHERE id < 1"):
        yield "程序之外添加的留痕", f"第{event['id']}号", 0, "请审计员查明由谁写入。"
    for event in copy.rows("SELECT * FROM event WHERE id > 0 ORDER BY id"):
        number = event["id"]
        copy.times[number] = event["at"]
        yield from _links(copy, event, previous)
        if event["at"] < before and not is_sample and _is_backward(event["at"], before):
            where = f"第{number}号（{event['at']}，前一号{before}）"
            backward.append(("时间倒退", where, number, "请核对计算机时钟，说明当时情况。"))
        if event["act"] == "acknowledge" and event["outcome"] == "done":
            backward.clear()
            copy.broken.clear()
        copy.broken += _seen_otherwise(copy, event)
        for entry in _entries(event):
            copy.broken += _found_otherwise(copy, event, entry)
            copy.written[entry["t"], entry["id"]] = (entry["h"], number)
            if entry["t"] == "item" and "level" in entry.get("d", {}):
                copy.levels[entry["id"]].append((number, *entry["d"]["level"]))
            if entry["t"] in ("consent", "signing_key"):
                copy.writings[entry["t"], entry["id"]].append(event)
        if event["act"] == "restore_backup":
            copy.restores.append(_detail(event))
        previous, before = event["hash"], event["at"]
        copy.last, copy.hashes[number] = number, previous
    yield from backward


def _links(copy: Copy, event: Row, previous: str) -> Iterator[Found]:
    number = event["id"]
    if number != copy.last + 1:
        missing = f"第{copy.last + 1}号" + (f"至第{number - 1}号" if number - 1 > copy.last + 1 else "")
        yield "留痕缺号", missing, copy.last + 1, "请从备份中找回缺失的留痕核对。"
    if _sha256(_canonical({name: event[name] for name in COLUMNS})) != event["hash"]:
        yield "留痕被改动", f"第{number}号", number, "请与备份中的同号留痕核对。"
    if event["previous"] != previous:
        advice = "从这里起的留痕可能被重写过，请与备份和纸面上的留痕摘要比较。"
        yield "留痕链断开", f"第{number}号", number, advice


def _entries(event: Row) -> list[Row]:
    try:
        return [entry for entry in json.loads(event["rows"].removeprefix(NO_TEXT)) if isinstance(entry, dict)]
    except (ValueError, TypeError):
        return []


def _seen_otherwise(copy: Copy, event: Row) -> Iterator[tuple[str, str, int, int, int]]:
    """Rows an act rested on that were not as the record had left them."""
    seen = [entry for entry in _detail(event).get("seen", ()) if isinstance(entry, list) and len(entry) == 3]
    for table, row_id, digest in seen:
        known = copy.written.get((table, row_id), ("", 0))
        if known[0] != digest:
            yield "记录被改动" if known[1] else "程序之外添加的记录", table, row_id, known[1], event["id"]


def _found_otherwise(copy: Copy, event: Row, entry: Row) -> Iterator[tuple[str, str, int, int, int]]:
    """A row the act wrote that it found otherwise than the record had left it."""
    key = entry["t"], entry["id"]
    known, was = copy.written.get(key, ("", 0)), entry.get("was", "")
    if known[0] == was:
        return
    if was:
        yield "记录被改动" if known[1] else "程序之外添加的记录", *key, known[1], event["id"]
    elif event["act"] != "migrate" and "d" not in entry:  # older programs did not say how they found a row
        yield "记录被删除", *key, known[1], event["id"]


def _detail(event: Row) -> Row:
    try:
        return dict(json.loads(event["detail"]))
    except (ValueError, TypeError):
        return {}


def _is_backward(at: str, before: str) -> bool:
    try:
        return datetime.fromisoformat(before) - datetime.fromisoformat(at) > TOLERANCE
    except ValueError:
        return True


def _table_rows(copy: Copy) -> Iterator[Found]:
    advice = "请与备份核对；程序之外的改动应由审计员查明。"
    missing = dict(copy.written)
    for table in copy.audited():
        for row in copy.table(table):
            where = f"{WORDS.get(table, table)}（{table} {row['id']}）{row.get('number') or ''}".strip()
            known = missing.pop((table, row["id"]), None)
            if known is None:
                yield "程序之外添加的记录", where, 0, advice
            elif known[0] != _sha256(_canonical(row)):
                yield "记录被改动", where, known[1], advice
    for (table, row_id), (_, event) in missing.items():
        yield "记录被删除", f"{WORDS.get(table, table)}（{table} {row_id}）", event, advice
    for words, table, row_id, event, found_by in copy.broken:
        yield words, f"{WORDS.get(table, table)}（{table} {row_id}），第{found_by}号操作之前", event, advice


def _approvals(copy: Copy) -> Iterator[Found]:
    advice = "请向审批人本人核实，并与签批单、备份核对（第九条）。"
    drafts = {row["id"]: row for row in copy.table("draft")}
    posts, by_draft = copy.table("post"), defaultdict(list)
    for draft in drafts.values():
        if _sha256(draft["text"]) != draft["sha256"]:
            event = copy.event_of("draft", draft["id"])
            yield "拟回复与其指纹不符", f"拟回复（draft {draft['id']}）", event, advice
    for consent in copy.table("consent"):
        by_draft[consent["draft_id"]].append(consent)
        for words in _wrong_consent(copy, consent, drafts.get(consent["draft_id"]), posts):
            event = copy.event_of("consent", consent["id"])
            yield words, f"审批（consent {consent['id']}）", event, advice
    for reply in copy.table("reply"):
        event = copy.event_of("reply", reply["id"])
        level = copy.level_at(reply["item_id"], event)
        for words in _without_consent(reply, by_draft[reply["draft_id"] or 0], level):
            yield words, f"回复（reply {reply['id']}）", event, advice


def _wrong_consent(copy: Copy, consent: Row, draft: Row | None, posts: list[Row]) -> Iterator[str]:
    if draft is None or draft["item_id"] != consent["item_id"] or draft["sha256"] != consent["text_sha256"]:
        yield "审批的文本与拟回复不符"
    if not any(_holds(post, consent) for post in posts):
        yield "审批人当日不任此职"
    written = copy.first("consent", consent["id"])
    if written is None:
        return
    act = ACTS.get((consent["role"], consent["decision"]), "send_back")
    if written["act"] != act or written["item_id"] != consent["item_id"]:
        yield "审批不是由审批操作写入"
    if consent["kind"] == "screen":
        if written["person_id"] != consent["approver_id"]:
            yield "审批不是由审批人本人作出"
        if consent["decided_at"] and consent["decided_at"] != written["at"]:
            yield "审批时间与记录不符"
    elif written["person_id"] == consent["approver_id"] or not consent["sheet_number"]:
        yield "纸质签批代录不合规"


def _holds(post: Row, consent: Row) -> bool:
    day = (consent["decided_at"] or "")[:10]
    mine = post["person_id"] == consent["approver_id"] and post["role"] == consent["role"]
    return bool(mine and day and post["since"] <= day <= (post["until"] or "9999"))


def _without_consent(reply: Row, consents: list[Row], level: str | None) -> Iterator[str]:
    if reply["interim"]:
        return
    agreed = [
        one for one in consents
        if one["decision"] == "agree" and one["item_id"] == reply["item_id"]
        and not (one["decided_at"] and reply["published_at"] and one["decided_at"] > reply["published_at"])
        and not (one["voided_at"] and reply["published_at"] and one["voided_at"] < reply["published_at"])
    ]  # fmt: skip
    roles = {one["role"] for one in agreed}
    if "deputy" not in roles:
        yield "回复没有副组长同意"
    if level not in (None, "ordinary") and "head" not in roles:
        yield "重要舆情的回复没有组长同意"


# Signatures ---------------------------------------------------------------------------------------


def _signatures(copy: Copy) -> Iterator[Found]:
    advice = "请向审批人本人核实，与指纹确认单、签批单核对（第九条）。"
    keys = {row["id"]: row for row in copy.table("signing_key")}
    signed = {row["consent_id"]: row for row in copy.table("signature")}
    for key in keys.values():
        for words in _wrong_key(copy, key, keys):
            yield (
                words,
                f"签名密钥（signing_key {key['id']}）",
                copy.event_of("signing_key", key["id"]),
                advice,
            )
    if not keys and not signed:
        return
    drafts = {row["id"]: row for row in copy.table("draft")}
    items = {row["id"]: row for row in copy.table("item")}
    for consent in copy.table("consent"):
        one = signed.pop(consent["id"], None)
        words = (
            _unsigned(consent, keys)
            if one is None
            else _wrong_signature(copy, one, consent, keys, drafts, items)
        )
        if words:
            yield words, f"审批（consent {consent['id']}）", copy.event_of("consent", consent["id"]), advice
    for one in signed.values():
        yield (
            "签名没有对应的审批",
            f"签名（signature {one['id']}）",
            copy.event_of("signature", one["id"]),
            advice,
        )


def _is_signed(public: str, message: str, signature: str) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
        key.verify(bytes.fromhex(signature), message.encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def _iso(text: str | None) -> str:
    return f"{text.replace(' ', 'T')}+08:00" if text else ""


def _counts_at(key: Row, at: str) -> bool:
    return bool(key["confirmed_at"] and key["confirmed_at"] <= at <= (key["ended_at"] or "9999"))


def _wrong_key(copy: Copy, key: Row, keys: dict[int, Row]) -> Iterator[str]:
    enrolment = {
        "about": "enrolment",
        "person": key["person_id"],
        "public": key["public"],
        "at": _iso(key["enrolled_at"]),
    }
    if not _is_signed(key["public"], _canonical(enrolment), key["proof"]):
        yield "签名密钥不是本人登记的"
    at = key["confirmed_at"]
    if at is None:
        return
    event = _confirmed_by_event(copy, key)
    if event == 0 or key["confirmer_id"] == key["person_id"]:
        yield "签名密钥没有经第二人确认"
        return
    others = [
        one for one in keys.values()
        if one["person_id"] != key["person_id"] and 0 < _confirmed_by_event(copy, one) < event and _counts_at(one, at)
    ]  # fmt: skip
    endorser = keys.get(key["endorser_id"] or 0)
    endorsement = {
        "about": "endorsement", "person": key["person_id"], "public": key["public"], "at": _iso(at),
        "by": key["confirmer_id"],
    }  # fmt: skip
    if endorser is None:
        if others:
            yield "签名密钥没有经有密钥的人签名确认"
    elif (
        endorser not in others
        or endorser["person_id"] != key["confirmer_id"]
        or not _is_signed(endorser["public"], _canonical(endorsement), key["endorsement"])
    ):
        yield "签名密钥的确认签名不符"


def _confirmed_by_event(copy: Copy, key: Row) -> int:
    for event in copy.writings.get(("signing_key", key["id"]), ()):
        if (event["act"], event["at"], event["person_id"]) == (
            "confirm_key",
            key["confirmed_at"],
            key["confirmer_id"],
        ):
            return int(event["id"])
    return 0


def _unsigned(consent: Row, keys: dict[int, Row]) -> str:
    at = consent["decided_at"]
    if consent["kind"] != "screen" or not at:
        return ""
    due = any(key["person_id"] == consent["approver_id"] and _counts_at(key, at) for key in keys.values())
    return "屏幕上的审批没有签名" if due else ""


def _wrong_signature(
    copy: Copy, one: Row, consent: Row, keys: dict[int, Row], drafts: dict[int, Row], items: dict[int, Row]
) -> str:
    key, draft, item = keys.get(one["key_id"]), drafts.get(consent["draft_id"]), items.get(consent["item_id"])
    if key is None or not _is_signed(key["public"], one["message"], one["signature"]):
        return "审批签名不符"
    if draft is None or item is None:
        return ""
    if key["person_id"] != consent["approver_id"] or not _counts_at(key, consent["decided_at"] or ""):
        return "签名密钥不属于审批人，或当时无效"
    said = json.loads(one["message"])
    wanted = {
        "about": "approval", "item": item["id"], "number": item["number"], "draft": draft["id"],
        "text_sha256": draft["sha256"], "level": consent["level"], "role": consent["role"],
        "decision": consent["decision"], "conditions": consent["opinion"], "kind": consent["kind"],
        "approver": consent["approver_id"], "at": _iso(consent["decided_at"]),
    }  # fmt: skip
    if {name: said.get(name) for name in wanted} != wanted:
        return "签名的内容与审批不符"
    number, _, digest = str(said.get("head")).partition("-")
    written = copy.first("consent", consent["id"])
    if written is None or number != str(written["id"] - 1):
        return "签名是从别处搬来的"
    if written["id"] > 1 and not copy.hashes.get(written["id"] - 1, "").startswith(digest):
        return "签名时的留痕链与现在不符"
    return ""


# Attachments, numbers, heads ----------------------------------------------------------------------


def _attachments(copy: Copy) -> Iterator[Found]:
    if copy.blobs is None:
        return
    named = [
        ("evidence", "附件", row["id"], row["sha256"], row["name"])
        for row in copy.table("evidence")
        if not row.get("purged_at")
    ]
    named += [
        ("consent", "签批扫描件", row["id"], row["scan_sha256"], row["sheet_number"])
        for row in copy.table("consent") if row["scan_sha256"]
    ]  # fmt: skip
    named += [
        ("edition", "签发的台账", row["id"], row["sha256"], row["file_name"]) for row in copy.table("edition")
    ]
    for table, word, row_id, digest, name in named:
        if digest.startswith(NO_TEXT):
            continue
        path, state = copy.blobs / digest[:2] / digest, ""
        if not re.fullmatch("[0-9a-f]{64}", digest) or not path.is_file():
            state = "缺失"
        elif hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            state = "被改动"
        if state:
            where = f"{word}“{name}”（{table} {row_id}）"
            yield f"附件{state}", where, copy.event_of(table, row_id), "请从备份中找回这个附件。"


def _numbers(copy: Copy) -> Iterator[Found]:
    advice = "请与备份核对，查明由谁改动。"
    whole = "typeof(name) = 'text' AND typeof(year) = 'integer' AND typeof(last) = 'integer'"
    for row in copy.rows(f"SELECT id FROM counter WHERE NOT ({whole})"):
        yield "编号计数不符", f"计数（counter {row['id']}）读不出来", 0, advice
    counters = {
        (row["name"], row["year"]): row["last"] for row in copy.rows(f"SELECT * FROM counter WHERE {whole}")
    }
    given = _given(copy)
    for key in sorted(given.keys() | counters.keys()):
        last, highest = counters.get(key, 0), max(given[key], default=0)
        where = f"{'登记编号' if key[0] == 'item' else key[0]} {key[1]}年"
        if last != highest:
            yield "编号计数不符", f"{where}：计数{last}，实际已用到{highest}", 0, advice
        gap = next(number for number in count(1) if number not in given[key])
        if gap < highest:
            missing = highest - sum(number > 0 for number in given[key])
            yield "编号缺号", f"{where}：第{gap}号等{missing}个", 0, "请与备份核对缺失的编号。"


def _given(copy: Copy) -> dict[tuple[str, int], set[int]]:
    given: dict[tuple[str, int], set[int]] = defaultdict(set)
    for row in copy.rows("SELECT number FROM item WHERE typeof(number) = 'text'"):
        if match := re.fullmatch(r"YQ-(\d{4})-(\d{1,9})", row["number"]):
            given["item", int(match[1])].add(int(match[2]))
    for row in copy.rows("SELECT number FROM paper WHERE typeof(number) = 'text'"):
        if match := re.fullmatch(r"(.+)〔(\d{4})〕(\d{1,9})号", row["number"]):
            given[match[1], int(match[2])].add(int(match[3]))
    whole = "date(last) = last AND typeof(word) = 'text' AND typeof(serial) = 'integer' AND typeof(total) = 'integer'"
    for row in copy.rows(f"SELECT * FROM edition WHERE {whole}"):
        given[f"ledger-{row['word']}", int(row["last"][:4])].add(row["serial"])
        given[f"ledger-{row['word']}", 0].add(row["total"])
    return given


def _earlier(restore: Row) -> list[Row]:
    """What the restores had given up that a restore gave up."""
    earlier = restore.get("earlier")
    return [one for one in earlier if isinstance(one, dict)] if isinstance(earlier, list) else []


def _head(copy: Copy, text: str) -> Iterator[Found]:
    match = re.fullmatch(r"\s*(\d+)\s*[-－–]\s*([0-9a-fA-F]{6,64})\s*", text)
    if match is None:
        raise SystemExit("留痕摘要形如 128-0a1b2c3d4e5f")
    number, digest = int(match[1]), match[2].lower()
    if copy.hashes.get(number, "").startswith(digest):
        return
    for known in [one for restore in copy.restores for one in (restore, *_earlier(restore))]:
        kept, last, lost = (known.get(name) for name in ("kept_event", "lost_event", "lost_hash"))
        if not isinstance(kept, int) or not isinstance(last, int):
            continue
        if kept < number < last or (number == last and str(lost).startswith(digest)):
            return
    advice = "登记簿可能被换成旧的副本，或尾部被截去。请从备份找回，并由审计员查明。"
    yield "纸面上的留痕摘要与登记簿不符", f"第{number}号 {digest[:12]}", min(number, copy.last + 1), advice


# ---------------------------------------------------------------------------------------------------


def _few(found: list[Found]) -> list[Found]:
    """The first of a kind of check; the rest are counted, as the program does."""
    rest = len(found) - SHOWN
    return found[:SHOWN] + ([("同类问题还有", f"{rest}处", 0, "请先处理上面列出的。")] if rest > 0 else [])


def look(path: Path, blobs: Path | None, typed: str = "") -> dict[str, Any]:
    """Everything, as the program's `check --json` prints it."""
    copy = Copy(path, blobs)
    is_sample = bool(list(copy.rows("SELECT 1 FROM setting WHERE name = 'sample' AND value = '1'")))
    checks = (
        _structure(copy), _chain(copy, is_sample=is_sample), _identity(copy), _table_rows(copy), _approvals(copy),
        _signatures(copy), _attachments(copy), _numbers(copy), _head(copy, typed) if typed else iter(()),
    )  # fmt: skip
    found = [one for check in checks for one in _few(list(check))]
    copy.database.close()
    return {
        "ok": not found,
        "findings": [
            {
                "what": what, "where": where, "advice": advice,
                "since": f"第{event}号 {copy.times.get(event, '')}".strip() if event else "",
            }
            for what, where, event, advice in found
        ],
        "head": f"{copy.last}-{copy.hashes[copy.last][:12]}" if copy.last else "",
    }  # fmt: skip


def look_at_backup(path: Path, typed: str = "") -> dict[str, Any]:
    """The same for a backup: its manifest first, then what it holds."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(path) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        archive.extract("registry.db", folder)
        database, blobs = Path(folder, "registry.db"), Path(folder, "blobs")
        for name in archive.namelist():
            if re.fullmatch("blobs/[0-9a-f]{64}", name):
                target = blobs / name[6:8] / name[6:]
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(name))
        result = look(database, blobs if blobs.exists() else path.parent / "blobs", typed)
        if hashlib.sha256(database.read_bytes()).hexdigest() != manifest["database_sha256"]:
            words = {"what": "备份与清单不符", "where": path.name, "since": "", "advice": "请另选一份备份。"}
            result = {**result, "ok": False, "findings": [words, *result["findings"]]}
        return result


def main() -> int:
    """Check one file; the exit code says what came of it."""
    parser = argparse.ArgumentParser(description="核对登记簿的副本或备份，不用本程序的代码。")
    parser.add_argument("file", type=Path, help="registry.db 或备份 .zip（有密码的先用 7-Zip 解开）")
    parser.add_argument("--blobs", type=Path, help="附件文件夹，默认为登记簿旁的 blobs")
    parser.add_argument("--head", default="", help="纸面上的留痕摘要，如 128-0a1b2c3d4e5f")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    options = parser.parse_args()
    try:
        if zipfile.is_zipfile(options.file):
            result = look_at_backup(options.file, options.head)
        else:
            result = look(options.file, options.blobs or options.file.parent / "blobs", options.head)
    except (OSError, sqlite3.DatabaseError, KeyError, RuntimeError) as error:
        print(f"文件读不出来：{error}", file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps(result, ensure_ascii=False, indent=1))
    else:
        print(f"留痕摘要：{result['head'] or '无'}")
        print("\n".join(_words(one) for one in result["findings"]) or "没有发现问题。")
    return 0 if result["ok"] else 1


def _words(finding: dict[str, str]) -> str:
    since = f"（自{finding['since']}）" if finding["since"] else ""
    return f"{finding['what']}：{finding['where']}{since}。{finding['advice']}"


if __name__ == "__main__":
    sys.exit(main())
