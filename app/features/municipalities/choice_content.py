"""What a code or a name of several municipalities leads to: the choice between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from app.domain.message import Message, say
from app.domain.municipality import Code, Municipality
from app.domain.naming.query import as_code


@dataclass(frozen=True, slots=True)
class Candidate:
    """A municipality that may be meant; where a code was written, when it had it."""

    municipality: Municipality
    code: Code | None


@dataclass(frozen=True, slots=True)
class ChoiceContent:
    """Those who may be meant, present ones first. `code` is the code that was written, None where
    it was a name."""

    written: str
    code: str | None
    candidates: tuple[Candidate, ...]
    description: ClassVar[None] = None

    @property
    def title(self) -> Message:
        if self.code is not None:
            return say("Municipality code %(code)s", code=self.code)
        names = {one.municipality.name for one in self.candidates}
        name = names.pop() if len(names) == 1 else self.written.capitalize()
        return say("Municipalities called “%(name)s”", name=name)


def choice_content(written: str, meant: Sequence[Municipality]) -> ChoiceContent:
    """Those who may be meant, each as often as it had the code."""
    code = as_code(written)
    found = [
        Candidate(municipality, held)
        for municipality in meant
        for held in (municipality.codes if code is not None else (None,))
        if held is None or held.code == code
    ]
    found.sort(key=lambda one: (_has_ended(one), one.municipality.slug))
    return ChoiceContent(written, code, tuple(found))


def _has_ended(candidate: Candidate) -> bool:
    end = candidate.municipality if candidate.code is None else candidate.code
    return end.valid_to is not None
