"""A file that is not read any further: one fault that says why, and what to do instead."""

from app.domain.message import Message, say
from app.publishing.faults import Fault, RejectedError

SAVE_AS_WORKBOOK = say("Save it as an Excel workbook (.xlsx) and bring that in.")
SAVE_WITHOUT = say("Save it without that as an Excel workbook (.xlsx) and bring that in.")
DIVIDE = say("Divide it into several files.")


def refused(
    name: str, problem: Message, mend: Message | None = None, sheet: str = "", line: int = 0
) -> RejectedError:
    """The error that ends the reading of a file."""
    return RejectedError([Fault(name, line, problem, sheet, "", mend)])
