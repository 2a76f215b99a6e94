"""The same posts in a later table: figures become readings; own mappings; refused rows given back; mojibake."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.walk import Office
from yuqing_desktop.domain.figures import number
from yuqing_desktop.domain.item import Item
from yuqing_desktop.domain.records import FigureReading
from yuqing_desktop.intake.spreadsheets import read_file
from yuqing_desktop.problems import BadInput, NotFound
from yuqing_desktop.services.importing import Outcome, Preview
from yuqing_desktop.services.refused_rows import REASON, write_refused

LINK = "https://weibo.com/1/Nabcdefgh"
Seen = Callable[..., Preview]


@pytest.fixture
def seen(office: Office, tmp_path: Path) -> Seen:
    def look(*lines: str, encoding: str = "utf-8-sig") -> Preview:
        path = tmp_path / "表.csv"
        path.write_text("\n".join(lines), encoding=encoding)
        return office.core.importing.preview(office.clerk, path)

    return look


def take(office: Office, preview: Preview) -> Outcome:
    return office.core.importing.take(office.clerk, preview)


def readings(office: Office) -> list[FigureReading]:
    return office.core.store.find(FigureReading)


@pytest.mark.article("第七条")
def test_new_figures_of_a_known_post_become_a_reading_beside_the_first(office: Office, seen: Seen) -> None:
    take(office, seen("标题,链接,阅读数,转发数", f"门禁,{LINK},100,5"))
    office.pass_time(hours=3)
    later = seen("标题,链接,阅读数,转发数", f"门禁,{LINK},2.1万,5")
    assert (len(later.new), later.duplicate, later.readings) == (0, 1, 1)
    outcome = take(office, later)
    assert "补记读数1件" in outcome.changes.result
    (item,) = office.core.store.find(Item)
    (reading,) = readings(office)
    assert item.reads == number(100) and reading.reads == number(21_000)
    assert (reading.origin, reading.read_by, reading.read_at) == ("表.csv第2行", "张敏", office.clock.now())


@pytest.mark.article("第七条")
def test_readings_are_taken_back_with_their_batch_and_can_come_again(office: Office, seen: Seen) -> None:
    take(office, seen("标题,链接,阅读数", f"门禁,{LINK},100"))
    office.pass_time(hours=3)
    later = ("标题,链接,阅读数", f"门禁,{LINK},2.1万", "另一件,,7")
    batch = take(office, seen(*later)).batch
    (item, other) = office.core.store.find(Item)
    assert batch.readings == 1 and len(office.core.readings.series(item.id).points) == 2
    changes = office.core.batches.undo(office.clerk, batch.id)
    assert "1件移入回收站，补记的读数作废1件" in changes.result
    assert len(office.core.readings.series(item.id).points) == 1
    assert office.core.registry.dossier(item.id, office.clerk).readings == ()
    assert (
        office.core.registry.item(other.id).trashed_at and not office.core.registry.item(item.id).trashed_at
    )
    (kept,) = readings(office)
    assert kept.withdrawn_at == office.clock.now() and kept.batch_id == batch.id
    assert seen(*later).readings == 1


def test_the_same_table_again_adds_no_reading(office: Office, seen: Seen) -> None:
    lines = ("标题,链接,阅读数", f"门禁,{LINK},100")
    take(office, seen(*lines))
    take(office, seen("标题,链接,阅读数", f"门禁,{LINK},200"))
    again = seen(*lines)
    assert again.readings == 0
    take(office, again)
    take(office, seen("标题,链接,阅读数", f"门禁,{LINK},200"))
    assert len(readings(office)) == 1


def test_a_table_without_figures_says_nothing_of_them(office: Office, seen: Seen) -> None:
    take(office, seen("标题,链接,阅读数", f"门禁,{LINK},100"))
    assert seen("标题,链接", f"门禁,{LINK}").readings == 0


def test_one_post_twice_in_a_later_table_is_read_once(office: Office, seen: Seen) -> None:
    take(office, seen("标题,链接,阅读数", f"门禁,{LINK},100"))
    twice = seen("标题,链接,阅读数", f"门禁,{LINK},300", f"门禁,{LINK},300")
    assert twice.readings == 1


def test_columns_saved_under_a_name_are_found_again_by_their_headings(office: Office, seen: Seen) -> None:
    importing = office.core.importing
    first = seen("怪名,甲乙,说法", "内容一,300,市民说门禁坏了")
    assert "title" not in first.columns
    importing.mappings.save(office.clerk, "物业群周报", first.table, {"title": 2, "reads": 1})
    again = seen("序,说法,甲乙", "1,市民说门禁坏了,400")
    assert (again.preset, dict(again.columns)) == ("物业群周报", {"title": 1, "reads": 2})
    assert again.new[0].item.reads == number(400)
    assert importing.mappings.names()[0] == "物业群周报"


def test_a_name_of_the_programs_own_or_none_is_refused(office: Office, seen: Seen) -> None:
    held = seen("标题,阅读数", "门禁,1")
    mappings = office.core.importing.mappings
    for name, words in (("", "名称"), ("周台账", "自带")):
        with pytest.raises(BadInput, match=words):
            mappings.save(office.clerk, name, held.table, held.columns)
    with pytest.raises(BadInput, match="没有一列"):
        mappings.save(office.clerk, "空", held.table, {})


def test_another_table_known_by_name_maps_the_file_anew(office: Office, seen: Seen) -> None:
    held = seen("标题,阅读数", "门禁,1")
    by_name = office.core.importing.remapped(office.clerk, held, preset="周台账")
    assert by_name.preset == "周台账"
    with pytest.raises(BadInput, match="没有名为"):
        office.core.importing.remapped(office.clerk, held, preset="没有的")


def test_refused_rows_come_back_as_a_table_to_mend(office: Office, seen: Seen, tmp_path: Path) -> None:
    held = seen("标题,备注2,阅读数", "门禁,=1+1,3", ",只有备注,4")
    take(office, held)
    path = write_refused(held, tmp_path / "未收.xlsx")
    table = read_file(path)
    assert table.headings == ("标题", "备注2", "阅读数", REASON)
    assert len(table.rows) == 1 and table.rows[0][1:3] == ("只有备注", "4")
    assert "没有标题" in str(table.rows[0][3])


def test_where_all_was_taken_there_is_nothing_to_give_back(
    office: Office, seen: Seen, tmp_path: Path
) -> None:
    with pytest.raises(NotFound):
        write_refused(seen("标题", "门禁"), tmp_path / "未收.xlsx")
    assert not (tmp_path / "未收.xlsx").exists()


def test_mojibake_is_recognised_and_mended_when_asked(office: Office, seen: Seen) -> None:
    lines = "标题,阅读数\n小区门禁坏了没有人修,12\n公园的长椅已经坏了两周,13"
    garbled = lines.encode("gb18030").decode("latin-1")
    held = seen(*garbled.splitlines())
    assert held.garbled
    mended = office.core.importing.mended(office.clerk, held)
    assert not mended.garbled
    assert [row.item.title for row in mended.new] == ["小区门禁坏了没有人修", "公园的长椅已经坏了两周"]
    assert not seen(*lines.splitlines()).garbled
