"""What an official code in the address leads to: one municipality, or a choice between several."""

from dataclasses import dataclass

from app.domain.message import Message, say
from app.domain.municipality import Code, Municipality
from app.queries import register
from app.queries.reading import Reading


@dataclass(frozen=True, slots=True)
class CodeOwner:
    """A municipality that has or had the code, and when."""

    municipality: Municipality
    code: Code


@dataclass(frozen=True, slots=True)
class CodeContent:
    """The owners of a code, present ones first. Several make a choice page (design rule 8)."""

    code: str
    owners: tuple[CodeOwner, ...]

    @property
    def title(self) -> Message:
        return say("Municipality code %(code)s", code=self.code)


def code_content(reading: Reading, code: str) -> CodeContent:
    """Everyone who has or had the code."""
    found = [
        CodeOwner(municipality, held)
        for municipality in register.owners_of_code(reading, code)
        for held in municipality.codes
        if held.code == code
    ]
    found.sort(key=lambda o: (o.code.valid_to is not None, o.municipality.slug))
    return CodeContent(code, tuple(found))
