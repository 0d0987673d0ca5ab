"""What the colours of the style sheet are held to: contrast where they meet, and differences
between what a figure tells apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from itertools import combinations
from typing import Final

from app.domain.message import Message, say
from app.features.about.colours import Vision, contrast, distance
from app.features.about.tokens import Tokens

TEXT: Final = Decimal("4.5")
SHAPE: Final = Decimal(3)
"""What WCAG 2.2 asks of text (1.4.3), and of marks and edges that one has to see (1.4.11)."""

_TEXT: Final = say("Text")
_SHAPE: Final = say("Mark or edge")

_PAIRS: Final = (
    ("--ink", "--paper", TEXT),
    ("--ink", "--paper-tinted", TEXT),
    ("--ink", "--surface", TEXT),
    ("--ink", "--accent-tinted", TEXT),
    ("--ink-quiet", "--paper", TEXT),
    ("--ink-quiet", "--paper-tinted", TEXT),
    ("--ink-quiet", "--surface", TEXT),
    ("--accent-ink", "--paper", TEXT),
    ("--accent-ink", "--accent-tinted", TEXT),
    ("--accent", "--paper", SHAPE),
    ("--rule-strong", "--paper", SHAPE),
    ("--figure-text", "--figure-surface", TEXT),
    *(
        (f"--figure-{role}", ground, SHAPE)
        for role in (
            "subject",
            "reference",
            "second-reference",
            "fourth",
            "fifth",
            "sixth",
            "dot",
            "muted",
            "missing",
        )
        for ground in ("--paper", "--figure-surface")
    ),
    ("--figure-subject", "--figure-middle", SHAPE),
    ("--on-shade-1", "--shade-1", TEXT),
    ("--on-shade-1", "--shade-2", TEXT),
    ("--on-shade-3", "--shade-3", TEXT),
    ("--on-shade-4", "--shade-4", TEXT),
    ("--on-shade-4", "--shade-5", TEXT),
    ("--shade-edge", "--paper", SHAPE),
)
"""What lies on what, wherever it does, and how much contrast it needs."""

FIRST: Final = ("--figure-subject", "--figure-reference", "--figure-second-reference")
"""The series of a spider: told apart by colour alone, with marks and dashes besides."""
ALL: Final = (*FIRST, "--figure-fourth", "--figure-fifth", "--figure-sixth")
"""The six of a comparison: of these, marks and dashes tell who is who."""
APART: Final = Decimal("10.5")
"""The least that the first three differ by, however they are seen. Our choice: 2 can just be seen,
and 10 is plain."""

VISIONS: Final = (
    (Vision.USUAL, say("As most see them")),
    (Vision.PROTAN, say("Without the cones for red (protan)")),
    (Vision.DEUTAN, say("Without the cones for green (deutan)")),
    (Vision.TRITAN, say("Without the cones for blue (tritan)")),
    (Vision.GREY, say("Printed in grey")),
)


@dataclass(frozen=True, slots=True)
class ContrastLine:
    """Two colours that meet, with their contrast in light and dark."""

    colour: str
    ground: str
    use: Message
    needed: Decimal
    light: Decimal
    dark: Decimal


@dataclass(frozen=True, slots=True)
class ApartLine:
    """The least CIEDE2000 between any two, of the first three and of all six, light and dark."""

    vision: Message
    first: tuple[Decimal, Decimal]
    every: tuple[Decimal, Decimal]


def contrasts(tokens: Tokens) -> tuple[ContrastLine, ...]:
    """Every pair in use. Ratios are cut, not rounded: 4.49 is too little."""
    return tuple(
        ContrastLine(
            colour,
            ground,
            _TEXT if needed == TEXT else _SHAPE,
            needed,
            *(
                _cut(contrast(tokens.colour(colour, dark=dark), tokens.colour(ground, dark=dark)))
                for dark in (False, True)
            ),
        )
        for colour, ground, needed in _PAIRS
    )


def apart(tokens: Tokens) -> tuple[ApartLine, ...]:
    """How far the colours of series are from one another, for every way to see them."""
    return tuple(
        ApartLine(
            words,
            (_least(tokens, FIRST, seen, dark=False), _least(tokens, FIRST, seen, dark=True)),
            (_least(tokens, ALL, seen, dark=False), _least(tokens, ALL, seen, dark=True)),
        )
        for seen, words in VISIONS
    )


def _least(tokens: Tokens, names: Sequence[str], vision: Vision, *, dark: bool) -> Decimal:
    colours = [tokens.colour(name, dark=dark) for name in names]
    return _cut(min(distance(a, b, vision) for a, b in combinations(colours, 2)))


def _cut(value: float) -> Decimal:
    return Decimal(value).quantize(Decimal("0.1"), ROUND_DOWN)
