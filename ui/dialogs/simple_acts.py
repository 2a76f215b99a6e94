"""Every act whose dialog is a form and nothing more, by act."""

from ui.dialogs.duty_forms import DUTY_FORMS
from ui.dialogs.ending_acts import ENDING_ACTS
from ui.dialogs.simple_act import SimpleAct
from ui.dialogs.slip_acts import SLIP_ACTS
from yuqing_desktop.domain.vocabulary import Act

SIMPLE_ACTS: dict[Act, SimpleAct] = {simple.act: simple for simple in (*SLIP_ACTS, *DUTY_FORMS, *ENDING_ACTS)}
