"""The picture that goes along where an address is shared: 1200×630, as the services ask for."""

from collections.abc import Sequence
from typing import Final, Protocol

from app.charts.look import LOOKS, SeriesRole
from app.charts.svg import Svg, element
from app.charts.typeset import WARNING, Paragraph, Style, paragraph, stacked, standing_alone

WIDTH: Final = 1200
HEIGHT: Final = 630

_LEFT: Final = 64
_TOP: Final = 56
_FIGURE: Final = (620, 24, 564, 580)
"""Left, top, width and height of the place for a drawing."""
_GAP: Final = 40
"""Between the words and the drawing."""
_BAND: Final = 14
_ACCENT: Final = LOOKS[SeriesRole.SUBJECT].colour

_SITE: Final = Style(26, bold=True, colour=_ACCENT)
_WARNING: Final = Style(24, bold=True, colour=WARNING)
_HEADING: Final = Style(58, bold=True, most_lines=3)
_LONG_HEADING: Final = Style(38, bold=True, most_lines=4)
_FIGURES: Final = Style(38, bold=True, colour=_ACCENT)
_SENTENCE: Final = Style(27, most_lines=6)
_FOOT: Final = Style(22, most_lines=4)
_FOOT_ROOM: Final = 34
_KEY_ROOM: Final = 10
"""Below the key of the drawing."""


class Fitting(Protocol):
    """A drawing that finds its place in a picture, and its key another."""

    def fitted(self, left: float, top: float, width: float, height: float) -> str: ...
    def fitted_key(self, left: float, top: float, width: float) -> tuple[str, float]: ...


class Card(Protocol):
    """What a card says, in the reader's language. `figures` are the points, where it has any."""

    @property
    def site(self) -> str: ...
    @property
    def heading(self) -> str: ...
    @property
    def figures(self) -> str | None: ...
    @property
    def sentences(self) -> Sequence[str]: ...
    @property
    def foot(self) -> Sequence[str]: ...
    @property
    def warning(self) -> str | None: ...
    @property
    def drawing(self) -> Fitting: ...


def card_svg(card: Card) -> str:
    """The card, with the drawing to the right."""
    room = _FIGURE[0] - _LEFT - _GAP
    foot = stacked([(line, _FOOT) for line in card.foot], _LEFT, 0, room, 4)
    foot_top = HEIGHT - _FOOT_ROOM - (foot[-1].bottom if foot else 0)
    foot = stacked([(line, _FOOT) for line in card.foot], _LEFT, foot_top, room, 4)
    _, key_height = card.drawing.fitted_key(_LEFT, 0, room)
    key_top = foot_top - key_height - (_KEY_ROOM if key_height else 0)
    key, _ = card.drawing.fitted_key(_LEFT, key_top, room)
    texts = [*_above(card, room, key_top), *foot]
    return standing_alone(
        (WIDTH, HEIGHT),
        1,
        card.heading,
        " ".join([*([card.figures] if card.figures else []), *card.sentences, *card.foot]),
        element("rect", x=0, y=HEIGHT - _BAND, width=WIDTH, height=_BAND, fill=_ACCENT),
        *(line for text in texts for line in text.drawn()),
        Svg(key),
        element("g", Svg(card.drawing.fitted(*_FIGURE)), class_="card-figure"),
    )


def _above(card: Card, room: float, bottom: float) -> list[Paragraph]:
    """What stands above the foot; sentences that do not fit are left out."""
    said = [(card.site, _SITE)]
    if card.warning:
        said.append((card.warning, _WARNING))
    heading = _HEADING
    if len(paragraph(card.heading, 0, 0, room, heading).lines) > 2:
        heading = _LONG_HEADING
    said.append((card.heading, heading))
    if card.figures:
        said.append((card.figures, _FIGURES))
    said += [(sentence, _SENTENCE) for sentence in card.sentences]
    return [text for text in stacked(said, _LEFT, _TOP, room, 14) if text.bottom <= bottom]
