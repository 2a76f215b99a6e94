"""A whole window whose questions are answered by the test."""

import pytest

from ui.shell.scripted_prompts import ScriptedPrompts


@pytest.fixture
def prompts(monkeypatch: pytest.MonkeyPatch) -> ScriptedPrompts:
    """In the place of the prompts a window makes for itself."""
    prompts = ScriptedPrompts()
    monkeypatch.setattr("ui.shell.open_window.WindowPrompts", lambda: prompts)
    return prompts
