"""What becoming public would change, in words: pages, places, averages, coverage."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from urllib.parse import parse_qsl

from app.domain.changes import ChangeType
from app.domain.consequences import (
    Consequences,
    DiscrepancyEffect,
    PageEffect,
    PlaceEffect,
    RecordEffect,
)
from app.domain.message import LocalText, Message, say
from app.domain.method import Instrument
from app.domain.wording.consequences import (
    average_effect_words,
    coverage_effect_words,
    discrepancy_effect_words,
    page_words,
    place_title,
    place_words,
    record_lines,
    record_title,
    rest_words,
    unchanged_words,
)
from app.editorial.consequences import consequences
from app.editorial.previewing import preview
from app.features.editorial.review.seen import SEEN
from app.features.editorial.workspace import writing_engine
from app.publishing.release import Publication
from app.queries import method
from app.queries.reading import Reading


@dataclass(frozen=True, slots=True)
class EffectLink:
    """A page by its title. `path` leads to it (with `query`) as it is, `preview` as it will be,
    where either can be seen."""

    title: Message | LocalText | str
    path: str | None = None
    query: Mapping[str, str] = field(default_factory=dict)
    preview: str | None = None
    note: Message | None = None


@dataclass(frozen=True, slots=True)
class EffectLine:
    """One effect: the page it is on, if it is on one, and what is said of it; `details` are told
    below it."""

    link: EffectLink | None = None
    words: Message | None = None
    pages: tuple[EffectLink, ...] = ()
    details: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class EffectGroup:
    """Some effects of a kind under a heading. `count` is how many there are, `more` says how many
    are not told."""

    heading: Message
    lines: tuple[EffectLine, ...]
    count: int
    more: Message | None
    is_long: bool


@dataclass(frozen=True, slots=True)
class EffectsContent:
    """The page, or the part of the draft's page, that shows what changes."""

    title: Message
    draft: int
    groups: tuple[EffectGroup, ...]
    unchanged: tuple[Message, ...]
    description: Message | None = None


def effects_content(draft: int, found: Consequences, instrument: Instrument) -> EffectsContent:
    """Every kind of effect there is, records first."""
    changes = {one.path: one.change.change for one in found.records.shown}

    def evaluation(one: PlaceEffect | DiscrepancyEffect) -> EffectLink:
        change = changes.get(one.path, ChangeType.CHANGED)
        return replace(_on_page(draft, place_title(one), one.path, change), note=None)

    discrepancies = (
        EffectLine(evaluation(one), discrepancy_effect_words(one))
        for one in found.discrepancies.shown
    )
    places = (
        EffectLine(evaluation(one), place_words(one, instrument)) for one in found.places.shown
    )
    averages = (
        EffectLine(words=average_effect_words(one, instrument)) for one in found.averages.shown
    )
    coverage = (
        EffectLine(words=coverage_effect_words(one, instrument)) for one in found.coverage.shown
    )
    groups = (
        (say("Records"), (_record(draft, one) for one in found.records.shown), found.records),
        (say("Figures that disagree"), discrepancies, found.discrepancies),
        (say("Pages"), _pages(draft, found.pages.shown), found.pages),
        (say("Places of others"), places, found.places),
        (say("Averages"), averages, found.averages),
        (say("Coverage"), coverage, found.coverage),
    )
    return EffectsContent(
        title=say("What changes in public"),
        draft=draft,
        groups=tuple(
            EffectGroup(
                heading,
                tuple(lines),
                effects.total,
                rest_words(effects.rest) if effects.rest else None,
                len(effects.shown) > FOLDED,
            )
            for heading, lines, effects in groups
            if effects.total
        ),
        unchanged=tuple(map(unchanged_words, found.unchanged)),
    )


def _record(draft: int, effect: RecordEffect) -> EffectLine:
    link = _on_page(draft, record_title(effect), effect.path, effect.change.change)
    # What happens to it is in the title.
    return EffectLine(replace(link, note=None), details=record_lines(effect))


def _pages(draft: int, pages: Iterable[PageEffect]) -> Iterable[EffectLine]:
    """Those of a kind beside each other, behind what they are."""
    for _, group in groupby(pages, lambda page: page.kind):
        several = tuple(group)
        yield EffectLine(
            words=page_words(several[0]),
            pages=tuple(_on_page(draft, one.title, one.path, one.change) for one in several),
        )


def _on_page(
    draft: int,
    title: Message | LocalText | str,
    path: str,
    change: ChangeType = ChangeType.CHANGED,
) -> EffectLink:
    """A page as it is, unless it is new, and as it will be, unless it goes."""
    can_be_seen = path.startswith(SEEN) and change is not ChangeType.REMOVED
    own, _, query = path.partition("?")
    return EffectLink(
        title,
        path=own if own and change in _HELD else None,
        query=dict(parse_qsl(query)),
        preview=path if can_be_seen else None,
        note=_NOTES.get(change),
    )


_HELD = (ChangeType.CHANGED, ChangeType.REMOVED)
"""What is public by its address."""

_NOTES = {
    ChangeType.ADDED: say("new page"),
    ChangeType.REMOVED: say("goes"),
    ChangeType.MOVED: say("new address"),
}

FOLDED = 8
"""Lines of one kind from which on they are folded away."""


def effects_of(draft_id: int, wanted: Publication, reading: Reading) -> EffectsContent:
    """What a draft would change, worked out as pages do it.

    Raises:
        Unavailable: it takes too long.
    """
    with preview(writing_engine(), wanted) as after:
        found = consequences(reading, after)
        return effects_content(draft_id, found, method.instrument(after))
