import pytest

from tests.ui.pages.recording import RecordingActs
from tests.walk import Office
from ui.pages.seat import Seat
from ui.shell.geometry import Geometry
from ui.shell.hub import Hub
from ui.shell.scripted_prompts import ScriptedPrompts
from ui.tasks.inline_runner import InlineRunner


@pytest.fixture
def acts() -> RecordingActs:
    return RecordingActs()


@pytest.fixture
def prompts() -> ScriptedPrompts:
    return ScriptedPrompts()


@pytest.fixture
def seat(office: Office, prompts: ScriptedPrompts, acts: RecordingActs, geometry: Geometry) -> Seat:
    """The clerk's seat, with a runner that does everything at once."""
    return Seat(office.core, InlineRunner(), prompts, Hub(), office.clerk, acts, geometry)
