"""One word for one thing (E46), in the window's and the messages' words as in the help."""

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT

SAYS = {
    "转办单": "转送单", "台帐": "台账", "帐号": "账号", "帐户": "账户", "登陆": "登录", "其它": "其他",
    "口令": "密码", "核对码": "留痕摘要", "撤消": "撤销", "粘帖": "粘贴", "过渡性回复": "先行回复", "过渡回复": "先行回复",
    "结案": "办结", "舆情编号": "编号", "督办函": "督办单", "催办函": "催办单",
    "审计事件": "留痕", "审计记录": "留痕", "审计链": "留痕链",
}  # fmt: skip
EXPLAINED = {("help/glossary.html", "过渡性回复")}
SOURCES = [
    *(ROOT / "ui").rglob("*.py"),
    *(path for path in (ROOT / "yuqing_desktop").rglob("*.py") if "intake" not in path.parts),
    *(ROOT / "resources" / "help").glob("*.html"),
]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_called_by_a_second_name(path: Path) -> None:
    said = path.read_text("utf-8") if path.suffix == ".html" else "\n".join(_strings(path))
    name = str(path.relative_to(ROOT / "resources")) if path.suffix == ".html" else ""
    found = [word for word in SAYS if re.search(word, said) and (name, word) not in EXPLAINED]
    assert found == [], {word: SAYS[word] for word in found}


def _strings(path: Path) -> list[str]:
    tree = ast.parse(path.read_text("utf-8"))
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
