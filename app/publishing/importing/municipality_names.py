"""Which municipality a cell names: by slug, code or name, and never by a guess."""

from collections.abc import Sequence

from app.publishing.importing.known import KnownBefore

MOST_MEANT = 5
"""Municipalities that are asked about."""


def municipalities_named(text: str, year: int | None, known: KnownBefore) -> Sequence[str]:
    """The slugs of all that a text may mean. A code means those that had it in the year."""
    if text in known.register.municipalities:
        return (text,)
    of_label = [m.slug for m in known.register.municipalities.values() if m.label == text]
    if len(of_label) == 1:
        return of_label
    named = sorted(known.names.named(text))
    if text.isdigit() and year is not None:
        return [slug for slug in named if code_of(slug, year, known) == text.zfill(4)]
    if len(named) > 1 and year is not None:
        then = [slug for slug in named if existed(slug, year, known)]
        return then or named
    return named


def code_of(slug: str, year: int, known: KnownBefore) -> str | None:
    """The code that a municipality had in a year."""
    return known.register.municipalities[slug].code_in(year)


def existed(slug: str, year: int, known: KnownBefore) -> bool:
    """Whether there was such a municipality in a year."""
    found = known.register.municipalities[slug]
    began, ended = found.valid_from, found.valid_to
    return (began is None or began.year <= year) and (ended is None or ended.year >= year)
