"""How to cite a page: APA, BibTeX and RIS, always to an address that never changes."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.domain.language import LANGUAGES
from app.domain.message import Message, Value, say

_TEX: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


@dataclass(frozen=True, slots=True)
class Citation:
    """What is cited: a page as it was in a release. `path` is without language."""

    publisher: str
    title: str
    path: str
    language: str
    number: int
    published_at: datetime
    address: str
    is_report: bool = False
    """A text to be read, and no set of data."""

    @property
    def apa(self) -> Message:
        """As a list of references has it. Who publishes is also who made it."""
        values: dict[str, Value] = {
            "publisher": self.publisher,
            "year": str(self.published_at.year),
            "title": self.title,
            "number": str(self.number),
            "address": self.address,
        }
        if self.is_report:
            return say(
                "%(publisher)s. (%(year)s). %(title)s (Release %(number)s) [Report]. %(address)s",
                **values,
            )
        return say(
            "%(publisher)s. (%(year)s). %(title)s (Release %(number)s) [Data set]. %(address)s",
            **values,
        )

    @property
    def bibtex(self) -> str:
        """Braces inside the quotation marks keep names and titles as they are written."""
        fields = {
            "author": f'"{{{_escaped(self.publisher)}}}"',
            "title": f'"{{{_escaped(self.title)}}}"',
            "year": f"{{{self.published_at.year}}}",
            "version": f"{{{self.number}}}",
            "date": f"{{{self.published_at:%Y-%m-%d}}}",
            "language": f"{{{LANGUAGES[self.language].tex}}}",
            "url": f"{{{self.address}}}",
        }
        lines = [f"  {name} = {value}," for name, value in fields.items()]
        return "\n".join([f"@misc{{{self._key},", *lines, "}"])

    @property
    def ris(self) -> str:
        """A comma would part a first name from a last one, so such a publisher is no author."""
        lines = [
            ("TY", "RPRT" if self.is_report else "DATA"),
            *([] if "," in self.publisher else [("AU", self.publisher)]),
            ("TI", self.title),
            ("PB", self.publisher),
            ("PY", f"{self.published_at.year}"),
            ("DA", f"{self.published_at:%Y/%m/%d}"),
            ("ET", f"{self.number}"),
            ("LA", self.language),
            ("UR", self.address),
            ("ER", ""),
        ]
        return "\n".join(f"{name}  - {value}" for name, value in lines)

    @property
    def _key(self) -> str:
        parts = re.findall(r"[a-z0-9]+", f"kommunekompasset{self.path.lower()}")
        return "-".join([*parts, f"r{self.number}"])


def _escaped(text: str) -> str:
    return "".join(_TEX.get(letter, letter) for letter in text)
