"""What an official code of several municipalities leads to: the choice between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from app.domain.message import Message, say
from app.domain.municipality import Code, Municipality


@dataclass(frozen=True, slots=True)
class CodeOwner:
    """A municipality that has or had the code, and when."""

    municipality: Municipality
    code: Code


@dataclass(frozen=True, slots=True)
class CodeContent:
    """The owners of a code, present ones first."""

    code: str
    owners: tuple[CodeOwner, ...]
    description: ClassVar[None] = None

    @property
    def title(self) -> Message:
        return say("Municipality code %(code)s", code=self.code)


def code_content(code: str, owners: Sequence[Municipality]) -> CodeContent:
    """Those who have or had the code, each as often as it did."""
    found = [
        CodeOwner(municipality, held)
        for municipality in owners
        for held in municipality.codes
        if held.code == code
    ]
    found.sort(key=lambda o: (o.code.valid_to is not None, o.municipality.slug))
    return CodeContent(code, tuple(found))
