import logging
from pathlib import Path

from ui.shell.kept_log import KeptLog


def test_the_file_is_there_when_there_was_something_to_say(tmp_path: Path) -> None:
    log, path = logging.Logger("kept"), tmp_path / "window.log"
    kept = KeptLog(path)
    log.addHandler(kept)
    assert not path.exists()
    log.warning("出错代码 %s", "A1")
    assert "WARNING kept 出错代码 A1" in path.read_text("utf-8")
    kept.close()
