"""The office may change a template, and can always go back."""

from pathlib import Path

import pytest

from tests.documents.samples import SLIP
from tests.documents.test_word import edited, text_of
from yuqing_desktop.documents.papers.transfer_slip import TRANSFER_SLIP
from yuqing_desktop.documents.shelf import Shelf
from yuqing_desktop.paths import resources
from yuqing_desktop.problems import BadFile, NotFound


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(resources() / "templates", tmp_path / "own")


def test_the_factory_template_is_used_and_compiled_once(shelf: Shelf) -> None:
    assert not shelf.has_own(TRANSFER_SLIP)
    assert shelf.template(TRANSFER_SLIP) is shelf.template(TRANSFER_SLIP)


def test_a_changed_template_is_used_at_once_and_can_be_given_up(shelf: Shelf, tmp_path: Path) -> None:
    assert shelf.adopt(TRANSFER_SLIP, edited(tmp_path, "政务舆情转送单", "舆情转办单")) == []
    assert "舆情转办单" in text_of(shelf.template(TRANSFER_SLIP).fill(SLIP))
    shelf.restore(TRANSFER_SLIP)
    assert "政务舆情转送单" in text_of(shelf.template(TRANSFER_SLIP).fill(SLIP))


def test_a_template_changed_in_place_is_read_anew(shelf: Shelf, tmp_path: Path) -> None:
    path = shelf.copy_factory(TRANSFER_SLIP)
    before = shelf.template(TRANSFER_SLIP)
    path.write_bytes(edited(tmp_path, "政务舆情转送单", "政务舆情督促转送单").read_bytes())
    assert shelf.template(TRANSFER_SLIP) is not before


def test_a_bad_template_is_not_taken(shelf: Shelf, tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="原模板没有改动"):
        shelf.adopt(TRANSFER_SLIP, edited(tmp_path, "{{ 转送科室 }}", "{{ 密码 }}"))
    assert not shelf.has_own(TRANSFER_SLIP)


def test_a_missing_factory_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="找不到模板"):
        Shelf(tmp_path, tmp_path).template(TRANSFER_SLIP)
