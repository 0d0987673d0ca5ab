"""Gaps, changes, missing figures, quarters and places."""

from decimal import Decimal

from app.domain.absence import NotCompared
from app.domain.gap import gap
from app.domain.score import Measure, MissingKind
from app.domain.statistics import Band, Rank
from app.domain.wording.standing import (
    absence_words,
    band_words,
    change_words,
    gap_words,
    members_needed_words,
    rank_words,
    short_absence_words,
    short_change_words,
)
from tests.wording.examples import SMALL, Example

SAME = gap(Decimal("52.9"), Decimal(50), Measure.AREA_1, SMALL)
ABOVE = gap(Decimal("62.5"), Decimal(50), Measure.AREA_1, SMALL)
BELOW = gap(Decimal(43), Decimal(50), Measure.AREA_1, SMALL)

GAPS = (
    Example(
        "gap-small",
        lambda: gap_words(SAME),
        {
            "nb": "omtrent likt",
            "en": "about the same",
        },
    ),
    Example(
        "gap-above",
        lambda: gap_words(ABOVE),
        {"nb": "12,5 over", "en": "12.5 above"},
    ),
    Example(
        "gap-below",
        lambda: gap_words(BELOW),
        {"nb": "7 under", "en": "7 below"},
    ),
    Example(
        "change-small",
        lambda: change_words(SAME, 2011),
        {
            "nb": "omtrent som i 2011",
            "en": "about the same as in 2011",
        },
    ),
    Example(
        "change-up",
        lambda: change_words(ABOVE, 2011),
        {
            "nb": "opp 12,5 poeng siden 2011",
            "en": "up 12.5 since 2011",
        },
    ),
    Example(
        "change-down",
        lambda: change_words(BELOW, 2011),
        {
            "nb": "ned 7 poeng siden 2011",
            "en": "down 7 since 2011",
        },
    ),
    Example(
        "change-up-under-its-year",
        lambda: short_change_words(ABOVE),
        {
            "nb": "opp 12,5",
            "en": "up 12.5",
        },
    ),
    Example(
        "change-down-under-its-year",
        lambda: short_change_words(BELOW),
        {
            "nb": "ned 7",
            "en": "down 7",
        },
    ),
)

MISSING = (
    Example(
        "missing-not-found",
        lambda: absence_words(MissingKind.NOT_FOUND),
        {
            "nb": "ikke funnet i kildene vi har lest",
            "en": "not found in the sources we have read",
        },
    ),
    Example(
        "missing-not-public",
        lambda: absence_words(MissingKind.NOT_PUBLIC),
        {
            "nb": "ikke offentliggjort",
            "en": "not made public",
        },
    ),
    Example(
        "missing-not-in-version",
        lambda: absence_words(MissingKind.NOT_IN_VERSION),
        {
            "nb": "ikke med i denne metodeversjonen",
            "en": "not part of this method version",
        },
    ),
    Example(
        "missing-not-evaluated",
        lambda: absence_words(MissingKind.NOT_EVALUATED),
        {
            "nb": "ikke evaluert",
            "en": "not evaluated",
        },
    ),
    Example(
        "missing-short-not-found",
        lambda: short_absence_words(MissingKind.NOT_FOUND),
        {"nb": "ikke funnet", "en": "not found"},
    ),
    Example(
        "missing-short-not-public",
        lambda: short_absence_words(MissingKind.NOT_PUBLIC),
        {"nb": "ikke offentliggjort", "en": "not made public"},
    ),
    Example(
        "missing-short-not-in-version",
        lambda: short_absence_words(MissingKind.NOT_IN_VERSION),
        {"nb": "ikke i denne versjonen", "en": "not in this version"},
    ),
    Example(
        "missing-withdrawn",
        lambda: absence_words(MissingKind.WITHDRAWN),
        {
            "nb": "trukket tilbake",
            "en": "withdrawn",
        },
    ),
)

NOT_COMPARED = (
    Example(
        "not-compared-own-missing",
        lambda: absence_words(NotCompared.OWN_MISSING),
        {
            "nb": "ikke sammenlignet: kommunens egne poeng mangler",
            "en": "not compared: its own points are missing",
        },
    ),
    Example(
        "not-compared-other-missing",
        lambda: absence_words(NotCompared.OTHER_MISSING),
        {
            "nb": "ikke sammenlignet: den andres poeng mangler",
            "en": "not compared: the points of the other are missing",
        },
    ),
    Example(
        "not-compared-one-missing",
        lambda: absence_words(NotCompared.ONE_MISSING),
        {
            "nb": "ikke sammenlignet: poeng mangler",
            "en": "not compared: points are missing",
        },
    ),
    Example(
        "not-compared-too-few",
        lambda: absence_words(NotCompared.TOO_FEW),
        {
            "nb": "ikke regnet ut: for få har poeng her",
            "en": "not computed: too few have points here",
        },
    ),
    Example(
        "not-compared-not-comparable",
        lambda: absence_words(NotCompared.NOT_COMPARABLE),
        {
            "nb": "ikke sammenlignet: metodene er for ulike",
            "en": "not compared: the methods differ too much",
        },
    ),
    Example(
        "not-compared-not-in-average",
        lambda: absence_words(NotCompared.NOT_IN_AVERAGE),
        {
            "nb": "ikke med i det publiserte snittet",
            "en": "not part of the published average",
        },
    ),
    Example(
        "not-compared-first",
        lambda: absence_words(NotCompared.FIRST),
        {
            "nb": "den første vi har poeng for",
            "en": "the first that we have points for",
        },
    ),
)

PLACES = (
    Example(
        "band-top",
        lambda: band_words(Band.TOP),
        {
            "nb": "i øverste fjerdedel",
            "en": "in the highest quarter",
        },
    ),
    Example(
        "band-upper-middle",
        lambda: band_words(Band.UPPER_MIDDLE),
        {
            "nb": "over midten",
            "en": "above the middle",
        },
    ),
    Example(
        "band-lower-middle",
        lambda: band_words(Band.LOWER_MIDDLE),
        {
            "nb": "under midten",
            "en": "below the middle",
        },
    ),
    Example(
        "band-bottom",
        lambda: band_words(Band.BOTTOM),
        {
            "nb": "i nederste fjerdedel",
            "en": "in the lowest quarter",
        },
    ),
    Example(
        "rank-alone",
        lambda: rank_words(Rank(3, 58, False, 3, 3)),
        {
            "nb": "nr. 3 av 58 evalueringer vi har tall for",
            "en": "ranked 3 of 58 evaluations that we have figures for",
        },
    ),
    Example(
        "rank-interval",
        lambda: rank_words(Rank(22, 45, True, 18, 27)),
        {
            "nb": "plass 18–27 av 45 evalueringer vi har tall for",
            "en": "ranked 18–27 of 45 evaluations that we have figures for",
        },
    ),
    Example(
        "members-needed-0",
        lambda: members_needed_words(0),
        {
            "nb": "Ingen andre kommuner har tall å sammenligne med. "
            "Et snitt eller en plass krever minst fem.",
            "en": "No other municipality has figures to compare with. "
            "An average or a rank needs at least five.",
        },
    ),
    Example(
        "members-needed-1",
        lambda: members_needed_words(1),
        {
            "nb": "Bare 1 annen kommune har tall å sammenligne med. "
            "Et snitt eller en plass krever minst fem.",
            "en": "Only 1 other municipality has figures to compare with. "
            "An average or a rank needs at least five.",
        },
    ),
    Example(
        "members-needed-4",
        lambda: members_needed_words(4),
        {
            "nb": "Bare 4 andre kommuner har tall å sammenligne med. "
            "Et snitt eller en plass krever minst fem.",
            "en": "Only 4 other municipalities have figures to compare with. "
            "An average or a rank needs at least five.",
        },
    ),
)

EXAMPLES = (*GAPS, *MISSING, *NOT_COMPARED, *PLACES)
