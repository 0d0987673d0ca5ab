"""Figures of pages as pictures of a report, each with what must be said of it."""

from typing import TypeVar, cast

from app.charts.figure import Figure
from app.domain.message import Message, Value, say
from app.reports.document import Picture
from app.reports.telling import Teller
from app.web.pictures.figures import FigureMaker
from app.web.pictures.provenance import Provenance

Content = TypeVar("Content")


def picture(
    tell: Teller, name: str, maker: FigureMaker[Content], content: Content, *, compact: bool = False
) -> tuple[Picture, ...]:
    """The figure that a page makes of a content; none where too little is known to draw it."""
    figure = maker.make(content, tell.say)
    if figure is None:
        return ()
    provenance = maker.provenance(content) if maker.provenance else None
    notes = _notes(provenance) if provenance else ()
    return (
        Picture(
            name, cast(Figure, figure), tuple(tell.text(note) for note in notes), compact=compact
        ),
    )


def _notes(provenance: Provenance) -> tuple[Message, ...]:
    """What the figure is made of and from where. Release, licence and what points do not measure
    are said once in the report, not at each of its figures."""
    sources: tuple[Value, ...] = tuple(source.title for source in provenance.sources)
    told = (say("Source: %(sources)s.", sources=sources),) if sources else ()
    return (*provenance.basis, *told)
