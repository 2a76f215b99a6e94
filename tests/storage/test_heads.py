"""The end of the chain as a computer remembers it."""

from pathlib import Path

import pytest

from yuqing_desktop.storage.heads import Head, Heads, Memory, compared, unheard_of

HASHES = {number: f"{number:064x}" for number in range(1, 9)}


@pytest.fixture
def heads(tmp_path: Path) -> Heads:
    heads = Heads(tmp_path, "uid", tmp_path / "data")
    heads.begin(Memory(kept=(3, HASHES[3])))
    return heads


def read(heads: Heads) -> Memory:
    memory = heads.read()
    assert memory is not None
    return memory


def test_nothing_is_remembered_of_a_registry_never_seen(tmp_path: Path) -> None:
    assert Heads(tmp_path, "uid", tmp_path).read() is None


def test_what_was_kept_is_remembered(heads: Heads) -> None:
    heads.mean(4, HASHES[4], HASHES[3])
    heads.keep()
    assert read(heads) == Memory(kept=(4, HASHES[4]))


def test_a_process_killed_around_the_commit_is_no_tampering(heads: Heads) -> None:
    heads.mean(4, HASHES[4], HASHES[3])
    for last in (3, 4):  # before the commit, after it
        seen = compared(read(heads), HASHES, last)
        assert (seen.kept[0], seen.lost, seen.foreign) == (last, [], [])


def test_several_events_of_one_transaction_are_each_known(heads: Heads) -> None:
    heads.mean(4, HASHES[4], HASHES[3])
    heads.mean(5, HASHES[5], HASHES[4])
    assert compared(read(heads), HASHES, 5).foreign == []


def test_an_act_rolled_back_leaves_no_trace(heads: Heads) -> None:
    heads.mean(4, "f" * 64, HASHES[3])
    heads.mean(4, HASHES[4], HASHES[3])
    heads.keep()
    assert read(heads) == Memory(kept=(4, HASHES[4]))


def test_events_written_from_elsewhere_are_named(heads: Heads) -> None:
    assert compared(read(heads), HASHES, 6).foreign == [(4, 6)]
    heads.mean(6, HASHES[6], HASHES[5])  # while the program runs
    heads.keep()
    assert read(heads).foreign == [(4, 5)]


def test_a_tail_that_is_gone_is_named(heads: Heads) -> None:
    assert compared(read(heads), HASHES, 2).lost == [(3, HASHES[3])]
    heads.mean(3, "e" * 64, HASHES[2])  # while the program runs
    heads.keep()
    assert read(heads).lost == [(3, HASHES[3])]


def test_a_line_torn_by_a_power_cut_takes_nothing_else_with_it(heads: Heads) -> None:
    with heads.path.open("a") as file:
        file.write("= 9 abc")
    heads.mean(4, HASHES[4], HASHES[3])
    heads.keep()
    assert read(heads) == Memory(kept=(4, HASHES[4]))


def test_a_copy_of_the_data_folder_has_a_memory_of_its_own(tmp_path: Path, heads: Heads) -> None:
    assert Heads(tmp_path, "uid", tmp_path / "copy").read() is None


def test_a_restore_killed_before_its_end_was_noted_gives_up_nothing_unseen() -> None:
    said = Memory(kept=(12, "a" * 64), meant={9: "b" * 64})
    assert compared(said, {8: "c" * 64, 9: "b" * 64}, 9).lost == []
    assert compared(said, {8: "c" * 64, 9: "d" * 64}, 9).lost == [(12, "a" * 64)]


def chain(*letters: str) -> dict[int, str]:
    return {number: letter * 64 for number, letter in enumerate(letters, start=1)}


@pytest.mark.parametrize(
    ("restored", "present", "known", "unheard"),
    [
        ("abc", "abcd", [], []),
        ("abc", "abc", [(3, "c" * 64)], []),
        ("abcde", "abc", [], [(4, 5)]),
        ("abcde", "abc", [(5, "e" * 64)], []),
        ("abXY", "abcd", [], [(3, 4)]),
        ("abXde", "abc", [(3, "X" * 64)], [(4, 5)]),
        ("abX", "abcd", [(4, "Z" * 64)], []),
        ("abX", "abcd", [(4, "d" * 64)], [(3, 3)]),
        ("abc", "", [(5, "e" * 64)], []),
        ("abc", "", [], []),
        ("abc", "", [(2, "b" * 64)], [(3, 3)]),
        ("", "abc", [], []),
    ],
)
def test_what_a_restored_chain_brings_that_nothing_here_ever_heard_of(
    restored: str, present: str, known: list[Head], unheard: list[tuple[int, int]]
) -> None:
    assert unheard_of(chain(*restored), len(restored), chain(*present), known) == unheard
