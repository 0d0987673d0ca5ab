"""How far colours are from one another: contrast as WCAG 2.2 has it, and CIEDE2000 for every kind
of colour vision and for grey.

Colour blindness is simulated with the matrices of Machado, Oliveira and Fernandes (2009) for a
severity of 1; differences are those of CIE 142-2001, for daylight (D65).
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt
from typing import Final, TypeAlias

Triple: TypeAlias = tuple[float, float, float]


class Vision(StrEnum):
    """How colours are seen: the usual way, without one kind of cone, or as shades of grey."""

    USUAL = "usual"
    PROTAN = "protan"
    DEUTAN = "deutan"
    TRITAN = "tritan"
    GREY = "grey"


_MACHADO: Final[Mapping[Vision, tuple[Triple, Triple, Triple]]] = {
    Vision.PROTAN: (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    Vision.DEUTAN: (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    Vision.TRITAN: (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
_LUMINANCE: Final[Triple] = (0.2126, 0.7152, 0.0722)
_TO_XYZ: Final = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE: Final[Triple] = (0.95047, 1.0, 1.08883)


def linear(colour: str) -> Triple:
    """The light of `#rgb` or `#rrggbb`: red, green and blue, 0–1 each.

    Raises:
        ValueError: the text is no such colour.
    """
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    if len(digits) != 6 or not colour.startswith("#"):
        raise ValueError(colour)
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return _light(red), _light(green), _light(blue)


def _light(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def luminance(colour: str) -> float:
    """Relative luminance, 0–1 (WCAG 2.2)."""
    return _sum(_LUMINANCE, linear(colour))


def contrast(one: str, other: str) -> float:
    """1–21: how much lighter the lighter of two colours is (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(colour: str, vision: Vision = Vision.USUAL) -> Triple:
    """The colour as it is seen, in CIELAB."""
    light = linear(colour)
    if vision is Vision.GREY:
        grey = _sum(_LUMINANCE, light)
        light = (grey, grey, grey)
    elif vision in _MACHADO:
        red, green, blue = (min(1.0, max(0.0, _sum(row, light))) for row in _MACHADO[vision])
        light = (red, green, blue)
    x, y, z = (_cube(_sum(row, light) / white) for row, white in zip(_TO_XYZ, _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _cube(part: float) -> float:
    return part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116


def _sum(row: Sequence[float], light: Triple) -> float:
    return sum(a * b for a, b in zip(row, light, strict=True))


def distance(one: str, other: str, vision: Vision = Vision.USUAL) -> float:
    """CIEDE2000 between two colours as they are seen; below 2 nobody tells them apart."""
    return ciede2000(lab(one, vision), lab(other, vision))


def ciede2000(one: Triple, other: Triple) -> float:
    """CIEDE2000 between two colours in CIELAB, with all weights 1."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean_chroma = (hypot(a1, b1) + hypot(a2, b2)) / 2
    stretch = 1 + 0.5 * (1 - sqrt(mean_chroma**7 / (mean_chroma**7 + 25**7)))
    c1, c2 = hypot(a1 * stretch, b1), hypot(a2 * stretch, b2)
    h1, h2 = _hue(a1 * stretch, b1), _hue(a2 * stretch, b2)
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    if c1 * c2 and turn == -180 and h2 > h1:
        turn = 180.0
    hue_gap = 2 * sqrt(c1 * c2) * sin(radians(turn / 2))
    mean_l, mean_c = (l1 + l2) / 2, (c1 + c2) / 2
    mean_h = h1 + h2
    if c1 * c2:
        apart = abs(h1 - h2) > 180
        mean_h = (mean_h + (360 if mean_h < 360 else -360)) / 2 if apart else mean_h / 2
    weight = (
        1
        - 0.17 * cos(radians(mean_h - 30))
        + 0.24 * cos(radians(2 * mean_h))
        + 0.32 * cos(radians(3 * mean_h + 6))
        - 0.20 * cos(radians(4 * mean_h - 63))
    )
    by_l = 1 + 0.015 * (mean_l - 50) ** 2 / sqrt(20 + (mean_l - 50) ** 2)
    by_c, by_h = 1 + 0.045 * mean_c, 1 + 0.015 * mean_c * weight
    swing = 30 * exp(-(((mean_h - 275) / 25) ** 2))
    rotation = -2 * sqrt(mean_c**7 / (mean_c**7 + 25**7)) * sin(radians(2 * swing))
    dl, dc, dh = (l2 - l1) / by_l, (c2 - c1) / by_c, hue_gap / by_h
    return sqrt(dl**2 + dc**2 + dh**2 + rotation * dc * dh)


def _hue(a: float, b: float) -> float:
    return degrees(atan2(b, a)) % 360 if a or b else 0.0
