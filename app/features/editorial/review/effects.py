"""What becoming public would change, in words: pages, places, averages, coverage."""

from dataclasses import dataclass

from app.domain.consequences import Consequences
from app.domain.message import Message, say
from app.domain.method import Instrument
from app.domain.wording.consequences import (
    average_effect_words,
    coverage_effect_words,
    discrepancy_effect_words,
    page_words,
    place_words,
    record_lines,
    record_title,
    rest_words,
    unchanged_words,
)
from app.editorial.consequences import consequences
from app.editorial.previewing import preview
from app.features.editorial.workspace import writing_engine
from app.publishing.release import Publication
from app.queries import method
from app.queries.reading import Reading


@dataclass(frozen=True, slots=True)
class EffectGroup:
    """Some effects of a kind under a heading; `more` says how many are not told."""

    heading: Message
    lines: tuple[Message | str, ...]
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
    records = tuple(
        line
        for effect in found.records.shown
        for line in (record_title(effect), *record_lines(effect))
    )
    pages = tuple(
        say("%(what)s: %(path)s", what=page_words(page), path=page.path)
        for page in found.pages.shown
    )
    groups = (
        (say("Records"), records, found.records.rest),
        (
            say("Figures that disagree"),
            tuple(map(discrepancy_effect_words, found.discrepancies.shown)),
            found.discrepancies.rest,
        ),
        (say("Pages"), pages, found.pages.rest),
        (
            say("Places of others"),
            tuple(place_words(effect, instrument) for effect in found.places.shown),
            found.places.rest,
        ),
        (
            say("Averages"),
            tuple(average_effect_words(effect, instrument) for effect in found.averages.shown),
            found.averages.rest,
        ),
        (
            say("Coverage"),
            tuple(coverage_effect_words(effect, instrument) for effect in found.coverage.shown),
            found.coverage.rest,
        ),
    )
    return EffectsContent(
        title=say("What changes in public"),
        draft=draft,
        groups=tuple(
            EffectGroup(heading, lines, rest_words(rest) if rest else None, len(lines) > FOLDED)
            for heading, lines, rest in groups
            if lines
        ),
        unchanged=tuple(map(unchanged_words, found.unchanged)),
    )


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
