"""Words in a text document: runs in their languages, and links out of it and within it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.parts.story import StoryPart

from app.reports.document import RunText
from app.reports.writers.office import followed, language_tag
from app.reports.writers.wordml import Element, run, w

LINK: Final = "Hyperlink"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Where links within the document lead, as word processors name it."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class TextWriter:
    """Writes texts into a part of a document. Links lead on from `address`; `places` are those
    within the document, by their anchors."""

    part: StoryPart
    address: str
    places: Mapping[str, Bookmark]

    def of(self, text: RunText, style: str | None = None) -> list[Element]:
        """A text as runs, all of them in a style of letters where there is one."""
        found = []
        for one in text:
            link = self._leading_to(one.link) if one.link else None
            language = language_tag(one.language) if one.language else None
            words = run(one.text, style if link is None else LINK, language)
            if link is not None:
                link.append(words)
            found.append(words if link is None else link)
        return found

    def within(self, anchor: str, *words: Element) -> Element:
        """A link to a place in the document."""
        return w("hyperlink", *words, anchor=self.places[anchor].name, history=1)

    def place(self, anchor: str, *words: Element) -> list[Element]:
        """The words that such a link leads to."""
        place = self.places[anchor]
        begin = w("bookmarkStart", id=place.id, name=place.name)
        return [begin, *words, w("bookmarkEnd", id=place.id)]

    def _leading_to(self, link: str) -> Element | None:
        """None where nothing can be followed."""
        if link.startswith("#"):
            return self.within(link[1:]) if link[1:] in self.places else None
        address = followed(link, self.address)
        if address is None:
            return None
        element = w("hyperlink", history=1)
        name = self.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        element.set(qn("r:id"), name)
        return element
