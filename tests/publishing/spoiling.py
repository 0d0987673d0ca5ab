"""Ways to spoil a seed folder, and the faults that each has to be answered with."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from app.publishing.faults import RejectedError
from app.publishing.seed import read_folder
from tests.publishing.changing import edit

WORDS = "The text has space around it, or is not one line."
"""What is said of a text that both databases cannot hold as it is."""


@dataclass(frozen=True)
class Spoiled:
    """A text in a file replaced by another, and every fault that follows.

    A fault is a problem, and a text that begins on the line where it has to be found: `None` stands
    for line 1.
    """

    file: str
    old: str
    new: str
    faults: tuple[tuple[str | None, str], ...]

    def spoil(self, folder: Path) -> list[str]:
        """Spoils the folder and returns the faults as they have to be told."""
        path = folder / self.file
        edit(path, self.old, self.new)
        content = path.read_text(encoding="utf-8")
        return [
            f"{folder.name}/{self.file}:{line_of(content, text)}: {problem}"
            for text, problem in self.faults
        ]


def line_of(content: str, text: str | None) -> int:
    """The line on which a text that stands once begins, counted from 1."""
    if text is None:
        return 1
    before, found, after = content.partition(text)
    assert found, f"{text!r} is not there"
    assert text not in after, f"{text!r} is there more than once"
    return before.count("\n") + 1


def spoiled(file: str, old: str, new: str, problem: str, at: str | None = "") -> Spoiled:
    """One fault, on the line of the new text where no other is named."""
    return Spoiled(file, old, new, ((new if at == "" else at, problem),))


def faults_of(folder: Path) -> list[str]:
    """What is wrong with a folder, fault by fault. It has to be something."""
    with pytest.raises(RejectedError) as caught:
        read_folder(folder)
    return [str(fault) for fault in caught.value.faults]
