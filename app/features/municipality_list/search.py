"""Suggestions while somebody types: the municipalities that a text may mean."""

from dataclasses import dataclass
from typing import ClassVar

from app.domain.message import Message, say, say_n
from app.queries.reading import Reading
from app.queries.search import SearchHit, search

MOST_SUGGESTED = 8


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A municipality that was found, with what tells it from the others."""

    hit: SearchHit

    @property
    def slug(self) -> str:
        return self.hit.municipality.slug

    @property
    def label(self) -> str:
        return self.hit.municipality.label

    @property
    def words(self) -> Message:
        """What is known of it, in a few words."""
        if self.hit.latest_year is not None:
            return say("latest evaluation %(year)s", year=str(self.hit.latest_year))
        if self.hit.successors:
            return say("now %(names)s, no evaluation that we know of", names=self.hit.successors)
        if self.hit.parts_to:
            return say(
                "divided between %(names)s, no evaluation that we know of", names=self.hit.parts_to
            )
        return say("no evaluation that we know of")


@dataclass(frozen=True, slots=True)
class SearchContent:
    """The answers to a search. `text` is what was typed."""

    text: str
    suggestions: tuple[Suggestion, ...]
    description: ClassVar[None] = None

    @property
    def title(self) -> Message:
        if not self.text:
            return say("Find a municipality")
        return say("Search for “%(text)s”", text=self.text)

    @property
    def count(self) -> Message | None:
        """How much was found, once something has been typed."""
        if not self.text:
            return None
        if not self.suggestions:
            return say("No municipality has this name or number.")
        return say_n("%(n)s suggestion", "%(n)s suggestions", len(self.suggestions))


def search_content(reading: Reading, text: str) -> SearchContent:
    """Reads the best answers to a text."""
    hits = search(reading, text, MOST_SUGGESTED)
    return SearchContent(text, tuple(Suggestion(hit) for hit in hits))
