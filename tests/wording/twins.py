"""Whom a municipality is like, and what there is to learn from them."""

from decimal import Decimal

from app.domain.comparability import Comparability, Verdict
from app.domain.learning import Better, Twin, Weakness
from app.domain.likeness import Likeness, Weights
from app.domain.score import Level
from app.features.twins.lead import lead
from app.features.twins.lessons import AreaLesson, Contact
from app.features.twins.rows import TwinRow
from tests.domain.examples import summary
from tests.wording.examples import Example, Said, instrument, municipality, total_gap

HALF = Weakness.UNDER_HALF
MEDIAN = Weakness.UNDER_MEDIAN
USUAL = Weights()


def twin(name: str, share: str | None = "0.8", weights: Weights = USUAL) -> Twin:
    """A twin as like in inhabitants, county and distance as `share` says."""
    alike = None if share is None else Decimal(share)
    county = None if alike is None else Decimal(alike > Decimal("0.5"))
    return Twin(summary(name, 400), Likeness(alike, county, alike, None, weights))


def answered(*twins: Twin) -> Said:
    return lead(municipality(), twins)


def row(found: Twin, difference: int | None = None) -> TwinRow:
    gap = None if difference is None else total_gap(difference)
    return TwinRow(found, Decimal(1), None, gap, None)


def weak(score: str, *why: Weakness, median: int | None = None) -> Said:
    definition = instrument().version("2.1").area(3)
    middle = None if median is None else Decimal(median)
    return AreaLesson(definition, Decimal(score), middle, why, (), 0, ()).why_words


def more(points: str) -> Said:
    allowed = Comparability(Verdict.YES, Level.AREA)
    return Contact(Better(twin("aure"), Decimal(60), Decimal(points), allowed), ()).more_words


ANSWERS = (
    Example(
        "twins-none",
        answered,
        {
            "nb": "Vi kjenner ikke til noen annen evaluert kommune som Hemne kan sies å ligne på "
            "her.",
            "en": "We know of no other evaluated municipality that Hemne can be likened to here.",
        },
    ),
    Example(
        "twins-one-by-one-part",
        lambda: answered(twin("aure", weights=Weights(3, 0, 0))),
        {
            "nb": "Aure er den evaluerte kommunen som ligner mest på Hemne. Likheten her bygger på "
            "folketall (vekt 3).",
            "nn": "Aure er den evaluerte kommunen som liknar mest på Hemne. Likskapen her byggjer "
            "på folketal (vekt 3).",
            "sv": "Aure är den utvärderade kommun som liknar Hemne mest. Likheten här bygger på "
            "antal invånare (vikt 3).",
            "en": "Aure is the evaluated municipality most like Hemne. Likeness here rests on "
            "number of inhabitants (weight 3).",
        },
    ),
    Example(
        "twins-three-far-off",
        lambda: answered(*(twin(name, "0.4") for name in ("aure", "lom", "skaun", "os"))),
        {
            "nb": "Aure, Lom og Skaun er de evaluerte kommunene som ligner mest på Hemne. Men selv "
            "for den som ligner mest, er likheten under halvparten. Likheten her bygger på "
            "folketall (vekt 2), fylke (vekt 1) og avstand på kartet (vekt 1).",
            "nn": "Aure, Lom og Skaun er dei evaluerte kommunane som liknar mest på Hemne. Men "
            "sjølv for den som liknar mest, er likskapen under halvparten. Likskapen her byggjer "
            "på folketal (vekt 2), fylke (vekt 1) og avstand på kartet (vekt 1).",
            "sv": "Aure, Lom och Skaun är de utvärderade kommuner som liknar Hemne mest. Men även "
            "för den som liknar mest är likheten mindre än hälften. Likheten här bygger på antal "
            "invånare (vikt 2), län (vikt 1) och avstånd på kartan (vikt 1).",
            "en": "Aure, Lom and Skaun are the evaluated municipalities most like Hemne. "
            "But even the most similar is less than half similar. Likeness here "
            "rests on number of inhabitants (weight 2), county (weight 1) and "
            "distance on the map (weight 1).",
        },
    ),
)

ROWS = (
    Example(
        "twin-same-county",
        lambda: row(twin("aure")).county_words,
        {"nb": "samme fylke", "en": "same county"},
    ),
    Example(
        "twin-another-county",
        lambda: row(twin("aure", "0.2")).county_words,
        {
            "nb": "et annet fylke",
            "en": "another county",
        },
    ),
    Example(
        "twin-nothing-known",
        lambda: row(twin("aure", None)).left_out,
        {
            "nb": "ukjent folketall ukjent fylke ukjent avstand",
            "en": "inhabitants not known county not known distance not known",
        },
    ),
    Example(
        "twin-gap",
        lambda: row(twin("aure"), 12).gap_words or (),
        {"nb": "12 over", "en": "12 above"},
    ),
)

LESSONS = (
    Example(
        "lesson-more",
        lambda: more("12.5"),
        {"nb": "12,5 mer", "en": "12.5 more"},
    ),
    Example(
        "lesson-under-half",
        lambda: weak("38.9", HALF),
        {
            "nb": "38,9 poeng: under halvparten av det som er mulig.",
            "en": "38.9 points: less than half of the maximum.",
        },
    ),
    Example(
        "lesson-under-median",
        lambda: weak("55", MEDIAN, median=60),
        {
            "nb": "55 poeng: under medianen på 60.",
            "en": "55 points: below the median of 60.",
        },
    ),
    Example(
        "lesson-under-both",
        lambda: weak("38.9", HALF, MEDIAN, median=60),
        {
            "nb": "38,9 poeng: under halvparten av det som er mulig, og under medianen på 60.",
            "en": "38.9 points: less than half of the maximum, and below the median of 60.",
        },
    ),
)

EXAMPLES = (*ANSWERS, *ROWS, *LESSONS)
