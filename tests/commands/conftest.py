"""A sample registry of a few dozen items, made once, and the program as a person at a terminal meets it."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import main

NOW = "2026-11-24T10:40:00+08:00"


@dataclass
class Said:
    """What one run answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Program = Callable[..., Said]


@pytest.fixture
def program(capsys: pytest.CaptureFixture[str]) -> Program:
    """Runs `main.main` with these arguments."""

    def run(*arguments: object) -> Said:
        code = main.main([str(one) for one in arguments])
        told = capsys.readouterr()
        assert "Traceback" not in told.out + told.err
        return Said(code, told.out, told.err)

    return run


@pytest.fixture(scope="session")
def sample_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample") / "data"
    assert main.main(["sample", "--items", "60", "--seed", "7", "--now", NOW, "--data", str(folder)]) == 0
    return folder


@pytest.fixture
def data(sample_made: Path, tmp_path: Path) -> Path:
    """A copy of the sample registry, closed."""
    return Path(shutil.copytree(sample_made, tmp_path / "data"))
