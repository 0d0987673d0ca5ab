"""The scales and colours of the style sheet, read from itself as browsers get it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from app.web.page.assets import asset_file

_PART: Final = re.compile(r'"[^"]*"|\'[^\']*\'|[{};]|[^{};"\']+')
_VARIABLE: Final = re.compile(r"var\((--[\w-]+)\)")
_HEX: Final = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})")
_OURS: Final = "@layer tokens"
_DARK: Final = re.compile(r"prefers-color-scheme:\s*dark")
_ROOTS: Final = frozenset((":root", "[data-color-scheme=auto]", '[data-color-scheme="auto"]'))
REM: Final = 18
"""Pixels of 1rem: the theme's, where the browser's own text is 16."""


@dataclass(frozen=True, slots=True)
class Token:
    """A custom property as it is written, and as the colour it comes to, where it is one."""

    name: str
    value: str
    light: str | None = None
    dark: str | None = None


@dataclass(frozen=True, slots=True)
class Tokens:
    """Ours, by what they are for, in the order of the style sheet; each stands in one of them."""

    texts: tuple[Token, ...]
    spaces: tuple[Token, ...]
    colours: tuple[Token, ...]
    others: tuple[Token, ...]

    def colour(self, name: str, *, dark: bool = False) -> str:
        """As `#rrggbb`.

        Raises:
            KeyError: there is no such colour.
        """
        for token in self.colours:
            found = token.dark if dark else token.light
            if token.name == name and found is not None:
                return found
        raise KeyError(name)


@lru_cache
def tokens() -> Tokens:
    """Those of the built style sheet."""
    return read(asset_file("main.css").read_text(encoding="utf-8"))


def read(sheet: str) -> Tokens:
    """Those of a style sheet."""
    ours: dict[str, str] = {}
    light: dict[str, str] = {}
    dark: dict[str, str] = {}
    for around, name, value in _declared(sheet):
        if not around or not _ROOTS & {part.strip() for part in around[-1].split(",")}:
            continue
        outer = " ".join(around[:-1])
        if "@media" in outer and not _DARK.search(outer):
            continue
        into = dark if _DARK.search(outer) else light
        into[name] = value
        if _OURS in outer and name.removeprefix("--ds-") == name:
            ours.setdefault(name, value)
    night = {**light, **dark}
    all_of_them = [
        Token(name, value, _resolved(name, light), _resolved(name, night))
        for name, value in ours.items()
    ]
    coloured = [one for one in all_of_them if one.light and one.dark]
    rest = [one for one in all_of_them if one not in coloured]
    texts = [one for one in rest if one.name.startswith("--text-")]
    spaces = [one for one in rest if one.name.startswith("--space-")]
    return Tokens(
        tuple(texts),
        tuple(spaces),
        tuple(coloured),
        tuple(one for one in rest if one not in texts and one not in spaces),
    )


def _declared(sheet: str) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Every custom property with what it stands in, outermost first."""
    around: list[str] = []
    text = ""
    for part in _PART.findall(re.sub(r"/\*.*?\*/", "", sheet, flags=re.S)):
        if part == "{":
            around.append(text.strip())
        elif part in "};":
            name, colon, value = text.strip().partition(":")
            if colon and name.startswith("--"):
                yield tuple(around), name, value.strip()
            if part == "}":
                around.pop()
        else:
            text += part
            continue
        text = ""


def _resolved(name: str, known: Mapping[str, str]) -> str | None:
    """The colour that a property comes to, as `#rrggbb`; None where it is none, or lets through."""
    value, seen = known.get(name, ""), {name}
    while (found := _VARIABLE.fullmatch(value)) and found[1] not in seen:
        seen.add(found[1])
        value = known.get(found[1], "")
    value = value.lower()
    if not _HEX.fullmatch(value):
        return None
    return value if len(value) == 7 else "#" + "".join(2 * digit for digit in value[1:])
