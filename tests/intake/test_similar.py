"""Near duplicates found and ranked."""

import csv
from pathlib import Path

from yuqing_desktop.domain.similarity import Verdict
from yuqing_desktop.intake.similar import compare, earlier_copies, rank, said, similarity

STORED = {
    1: "幸福路一带的路灯已经两周不亮，晚上出行很不方便，希望有关部门尽快派人检修，谢谢。",
    2: "咨询住房公积金贷款的额度如何计算，需要带哪些材料，到哪里办理？",
    3: "小区门口的井盖松动了，车辆经过时响声很大，请尽快处理。",
}


def test_every_kind_of_copy_finds_its_original_first() -> None:
    copies = {
        "edited": "幸福路一带路灯已经两周没有亮，晚上出行非常不方便，希望相关部门尽快派人来检修，谢谢。",
        "wrapped": f"【市民热线】昨天有网友发帖称：{STORED[1]}——以上内容来自城市论坛，欢迎继续关注。",
        "half quoted": STORED[1][:20],
    }
    for copy in copies.values():
        ranked = rank(copy, STORED.items())
        assert ranked[0].id == 1
        assert ranked[0].verdict is not Verdict.DIFFERENT


def test_unlike_texts_are_left_out() -> None:
    assert rank("今天天气晴朗，适合出游踏青。", STORED.items()) == []


def test_a_text_is_wholly_like_itself() -> None:
    assert similarity(STORED[1], STORED[1]) == 1.0


def test_a_copy_within_one_table_finds_the_earlier_text() -> None:
    texts = [
        *STORED.values(),
        "今天天气晴朗，适合出游踏青。",
        f"网友称：{STORED[3]}请关注",
        STORED[1].replace("两周", "三周"),
    ]
    found = list(earlier_copies(map(said, texts)))
    assert [one and one.id for one in found] == [None, None, None, None, 2, 0]


def test_a_table_of_one_formula_repeated_is_not_compared_with_all_of_itself() -> None:
    texts = [f"第{number}号信件收悉，感谢您对我市工作的关心和支持，祝您生活愉快。" for number in range(400)]
    found = list(earlier_copies(map(said, texts)))
    assert found[0] is None and all(one is not None for one in found[1:])


def test_labelled_different_is_never_called_the_same(shared: Path) -> None:
    path = shared / "06_neardup" / "PAWS-X_zh_200.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        pairs = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    called = [pair for pair in pairs if compare(pair["sentence1"], pair["sentence2"]).verdict is Verdict.SAME]
    assert called
    assert {pair["label"] for pair in called} == {"1"}
