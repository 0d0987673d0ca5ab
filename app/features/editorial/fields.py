"""What fields of forms are made of, on every page of the workspace."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import Depends, Request
from starlette.datastructures import UploadFile

from app.domain.message import LocalText, Message

MOST_FIELDS: Final = 6_000
"""Fields of one form: a whole evaluation with all that can be said of it."""


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """One of several values of a field."""

    value: str
    label: Message | LocalText | str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """What is wrong with a field: its id, what it is called, and how to mend it."""

    field: str
    label: Message | LocalText | str
    problem: Message | LocalText | str


@dataclass(frozen=True, slots=True)
class Sent:
    """A form as it was sent. Of a name that is there more than once the last one counts."""

    fields: Mapping[str, str]
    several: Mapping[str, tuple[str, ...]]
    files: Mapping[str, tuple[str, bytes]]
    """Name and content of files by the name of their field."""

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name, "")

    def all(self, name: str) -> tuple[str, ...]:
        return self.several.get(name, ())


def whole_number(text: str) -> int:
    """A number that stands in a form; 0 where that is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0


async def sent(request: Request) -> Sent:
    """Reads the form of a request, which the site has bounded before."""
    several: dict[str, list[str]] = {}
    files: dict[str, tuple[str, bytes]] = {}
    async with request.form(max_fields=MOST_FIELDS, max_files=1) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                files[name] = (value.filename or "", await value.read())
            else:
                several.setdefault(name, []).append(value)
    return Sent(
        {name: values[-1] for name, values in several.items()},
        {name: tuple(values) for name, values in several.items()},
        files,
    )


SentDep = Annotated[Sent, Depends(sent)]
