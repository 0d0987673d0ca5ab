"""Figures of pages as pictures of a report, each with what must be said of it."""

from typing import TypeVar, cast

from app.charts.figure import Figure
from app.reports.document import Picture
from app.reports.telling import Teller
from app.web.pictures.figures import FigureMaker
from app.web.pictures.provenance import notes_of

Content = TypeVar("Content")


def picture(
    tell: Teller, name: str, maker: FigureMaker[Content], content: Content, *, compact: bool = False
) -> tuple[Picture, ...]:
    """The figure that a page makes of a content; none where too little is known to draw it."""
    figure = maker.make(content, tell.say)
    if figure is None:
        return ()
    provenance = maker.provenance(content) if maker.provenance else None
    notes = notes_of(tell.release, provenance, frozen=True) if provenance else ()
    return (
        Picture(
            name, cast(Figure, figure), tuple(tell.text(note) for note in notes), compact=compact
        ),
    )
