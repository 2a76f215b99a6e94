"""Every article lives somewhere and is proved by some test."""

import pytest

from tests.conftest import ROOT
from tools.regulation_map import MAP, proofs, text
from yuqing_desktop.domain.regulation import ARTICLES, Article


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.number)
def test_an_article_has_a_home_and_a_proof(article: Article) -> None:
    assert all((ROOT / "yuqing_desktop" / module).is_file() for module in article.modules)
    assert proofs().get(article.number), f"no test proves {article.number}"


def test_every_mark_names_an_article_there_is() -> None:
    assert set(proofs()) <= {article.number for article in ARTICLES}


def test_the_map_is_the_one_made_from_code_and_tests() -> None:
    assert MAP.read_text(encoding="utf-8") == text(), "run: python -m tools.regulation_map"
