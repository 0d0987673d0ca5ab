"""Figures of pages as pictures of a report, each with what must be said of it."""

from collections.abc import Iterable
from typing import Final, TypeVar, cast

from app.charts.figure import Figure
from app.domain.message import Message, Value, say
from app.domain.stated import Source
from app.reports.document import Picture
from app.reports.framing import each_once
from app.reports.teller import Teller
from app.web.pictures.figures import FigureMaker
from app.web.pictures.provenance import Provenance

Content = TypeVar("Content")

MOST_SOURCES: Final = 2
"""Sources whose titles stand below a figure."""


def picture(
    tell: Teller, name: str, maker: FigureMaker[Content], content: Content, *, compact: bool = False
) -> tuple[Picture, ...]:
    """The figure that a page makes of a content; none where too little is known to draw it."""
    figure = maker.make(content, tell.say)
    if figure is None:
        return ()
    drawn = cast(Figure, figure).in_print()
    provenance = maker.provenance(content) if maker.provenance else None
    notes = _notes(provenance) if provenance else ()
    # The set and its coverage stand above the figure already where they are its subtitle.
    notes = tuple(note for note in notes if tell.plain(note) != drawn.subtitle)
    return (
        Picture(
            name,
            drawn,
            tuple(tell.text(note) for note in notes),
            compact=compact,
            sources=provenance.sources if provenance else (),
        ),
    )


def _notes(provenance: Provenance) -> tuple[Message, ...]:
    """What the figure is made of and from where. Release, licence and what points do not measure
    are said once in the report, not at each of its figures."""
    return (*provenance.basis, *sources_words(provenance.sources))


def sources_words(sources: Iterable[Source], *, at_end: bool = True) -> tuple[Message, ...]:
    """Few by their titles; of many the first, as the foot of a figure on a page has it. The others
    stand `at_end` of what it is said in, or in the report alone."""
    titles: tuple[Value, ...] = tuple(source.title for source in each_once(sources))
    if not titles:
        return ()
    if len(titles) <= MOST_SOURCES:
        return (say("Source: %(sources)s.", sources=titles),)
    first, n = titles[0], len(titles) - 1
    if not at_end:
        return (
            say(
                "Source: %(first)s and %(n)s others, in the list of sources of the report.",
                first=first,
                n=n,
            ),
        )
    return (
        say(
            "Source: %(first)s and %(n)s others, in the list of sources at the end.",
            first=first,
            n=n,
        ),
    )
