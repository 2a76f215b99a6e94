"""The input a field asks for."""

from collections.abc import Callable

from ui.widgets.field import Field
from ui.widgets.inputs.check_input import CheckInput
from ui.widgets.inputs.choice_input import ChoiceInput
from ui.widgets.inputs.figure_input import FigureInput
from ui.widgets.inputs.file_input import FileInput
from ui.widgets.inputs.input import Input
from ui.widgets.inputs.line_input import LineInput
from ui.widgets.inputs.many_input import ManyInput
from ui.widgets.inputs.moment_input import MomentInput
from ui.widgets.inputs.said_input import SaidInput
from ui.widgets.inputs.segmented_input import SegmentedInput
from ui.widgets.inputs.surroundings import Surroundings
from ui.widgets.inputs.text_input import TextInput


def make_input(field: Field, around: Surroundings) -> Input:
    """One input, empty."""
    makers: dict[str, Callable[[], Input]] = {
        "line": lambda: LineInput(
            placeholder=field.placeholder, suggestions=field.suggestions, longest=field.longest
        ),
        "password": lambda: LineInput(placeholder=field.placeholder, secret=True),
        "text": lambda: TextInput(lines=field.lines, placeholder=field.placeholder),
        "choice": lambda: ChoiceInput(field.choices, required=field.required),
        "segmented": lambda: SegmentedInput(field.choices),
        "many": lambda: ManyInput(field.choices),
        "check": lambda: CheckInput(field.placeholder or field.name),
        "moment": lambda: MomentInput(around.now, around.marks, ahead=field.ahead),
        "date": lambda: MomentInput(around.now, around.marks, day_only=True, ahead=field.ahead),
        "figure": lambda: FigureInput(),
        "files": lambda: FileInput(around.choose_files),
        "said": lambda: SaidInput(),
    }
    return makers[field.kind]()
