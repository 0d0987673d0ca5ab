"""What if: an area with other points, other weights, and how much an order depends on them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from app.domain.coverage import Coverage
from app.domain.evaluation import EvaluationSummary, Source
from app.domain.firmness import PlaceInterval
from app.domain.message import Message
from app.errors import BadParameter
from app.features.what_if.area import AreaScenario
from app.features.what_if.content import WhatIfContent, build
from app.features.what_if.parameters import WhatIfParameters
from app.features.what_if.weights import Reweighted
from tests.domain.examples import summary
from tests.wording.examples import Example, Said, municipality, rules

EVEN = dict.fromkeys(range(1, 9), 50)
WEAK = {**EVEN, 3: 40}


AROUND = [
    summary("gol", 480, areas=dict.fromkeys(EVEN, 60)),
    summary("hol", 400, areas={**EVEN, 1: 45, 2: 57}),
    summary("os", 320, areas=dict.fromkeys(EVEN, 40)),
    summary("lom", 450, areas={**dict.fromkeys(EVEN, 60), 1: 30}),
    summary("nes", 350, areas={**dict.fromkeys(EVEN, 40), 1: 70}),
]
FEW_OF_MANY = Coverage(6, 58)


def firm(interval: PlaceInterval) -> Message:
    """What is said of a place first."""
    return replace(weights(EVEN, AROUND[:1]), interval=interval).firm_words[0]


def others(n: int, areas: Mapping[int, int] = EVEN, total: int = 400) -> list[EvaluationSummary]:
    return [summary(f"m{i:02}", total + i, areas=areas) for i in range(n)]


def page(
    own: Sequence[EvaluationSummary], field: Sequence[EvaluationSummary], **asked: str
) -> WhatIfContent:
    return build(
        municipality(),
        WhatIfParameters(**asked),  # type: ignore[arg-type]
        own,
        [*own, *field],
        Source("A report", None),
        rules(),
    )


def area(areas: Mapping[int, int], n: int, total: int | None = 390, **asked: str) -> AreaScenario:
    found = page([summary("hemne", total, areas=areas)], others(n), **asked).scenario
    assert found is not None
    return found.area


def weights(own: Mapping[int, int], field: Sequence[EvaluationSummary]) -> Reweighted:
    found = page([summary("hemne", sum(own.values()), areas=own)], field).scenario
    assert found is not None
    assert found.weights is not None
    return found.weights


def nothing_counts() -> Said:
    with pytest.raises(BadParameter) as caught:
        _ = WhatIfParameters(**{f"w{no}": "0" for no in range(1, 9)}).weights  # type: ignore[arg-type]
    return caught.value.message


AREAS = (
    Example(
        "area-to-the-median",
        lambda: area(WEAK, 5).lead,
        {
            "nb": "Scenario: Område 3 går fra 40 poeng til medianen, 50. Den samlede "
            "poengsummen ville blitt 400 i stedet for 390.",
            "en": "Scenario: area 3 goes from 40 points to the median, 50. The total would be 400 "
            "instead of 390.",
        },
    ),
    Example(
        "area-to-points-without-total",
        lambda: area(WEAK, 5, None, area="3", target="60.5").lead,
        {
            "nb": "Scenario: Område 3 går fra 40 til 60,5 poeng. Den samlede poengsummen fra "
            "2018 er ikke kjent, så vi kan ikke regne ut noen ny.",
            "en": "Scenario: area 3 goes from 40 to 60.5 points. The total of 2018 is not known, "
            "so no new total can be worked out.",
        },
    ),
    Example(
        "area-there-already",
        lambda: area(WEAK, 5, area="1", target="45").lead,
        {
            "nb": "Område 1 har allerede 50 poeng, og målet er 45: Ingenting ville endret seg.",
            "en": "Area 1 already has 50 points, and the target is 45: nothing would change.",
        },
    ),
    Example(
        "areas-together",
        lambda: area(WEAK, 5, p1="60", p3="50.5").lead[0],
        {
            "nb": "Scenario: Områdene 1 og 3 får 20,5 poeng mer til sammen.",
            "en": "Scenario: areas 1 and 3 get 20.5 points more together.",
        },
    ),
    Example(
        "areas-all-there-already",
        lambda: area(WEAK, 5, p1="50", p3="12").lead,
        {
            "nb": "Ingen områder får flere poeng enn de har: Ingenting ville endret seg.",
            "en": "No area would have more points than it has: nothing would change.",
        },
    ),
    Example(
        "area-not-known",
        lambda: area({3: 40}, 5, area="4").lead,
        {
            "nb": "Poengene for område 4 er ikke kjent, så vi kan ikke regne noe ut for det.",
            "en": "The points of area 4 are not known, so nothing follows for it.",
        },
    ),
    Example(
        "area-without-median-1",
        lambda: area(WEAK, 1, area="3").lead,
        {
            "nb": "Det finnes ingen median for område 3: 1 annen kommune har poeng for det, og en "
            "median krever minst fem. Velg poeng det skal nå, i stedet.",
            "en": "There is no median for area 3: 1 other municipality has points for it, and a "
            "median needs at least five. Choose points to reach instead.",
        },
    ),
    Example(
        "area-without-median-4",
        lambda: area(WEAK, 4, area="3").lead,
        {
            "nb": "Det finnes ingen median for område 3: 4 andre kommuner har poeng for det, og en "
            "median krever minst fem. Velg poeng det skal nå, i stedet.",
            "en": "There is no median for area 3: 4 other municipalities have points for it, and a "
            "median needs at least five. Choose points to reach instead.",
        },
    ),
    Example(
        "area-none-behind",
        lambda: area({**EVEN, 3: 48}, 5).lead,
        {
            "nb": "Ingen områder ligger minst 3 poeng under medianen her. Velg et område og poeng "
            "det skal nå.",
            "en": "No area lies at least 3 points under its median here. Choose an area and points "
            "to reach.",
        },
    ),
    Example(
        "area-too-few",
        lambda: area(EVEN, 4).lead,
        {
            "nb": "For få andre har poeng for områdene til at vi kan gi en median. Velg et område "
            "og poeng det skal nå.",
            "en": "Too few others have points for the areas to give a median. Choose an area and "
            "points to reach.",
        },
    ),
    Example(
        "area-stand",
        lambda: area(WEAK, 8, 414).before.words,
        {
            "nb": "plass 1–4 av 9 evalueringer vi har tall for over midten",
            "en": "ranked 1–4 of 9 evaluations that we have figures for above the middle",
        },
    ),
)

WEIGHTS = (
    Example(
        "weights-lines",
        lambda: tuple(
            words
            for name, _sum, place in weights(EVEN, others(5, WEAK)).lines
            for words in (name, place or "")
        ),
        {
            "nb": "Alle områder teller én gang nr. 1 av 6 evalueringer vi har tall for Med dine "
            "vekter nr. 1 av 6 evalueringer vi har tall for",
            "en": "All areas once ranked 1 of 6 evaluations that we have figures for With your "
            "weights ranked 1 of 6 evaluations that we have figures for",
        },
    ),
    Example(
        "weights-members",
        lambda: weights(EVEN, others(5, WEAK)).members_words,
        {
            "nb": "Plassene gjelder dem som har alle åtte områder: kommunen selv og den siste "
            "slike evalueringen av hver av 5 andre kommuner i samme land og metodefamilie.",
            "en": "Ranks are among those with all eight areas: itself and the latest such "
            "evaluation of 5 other municipalities of the same country and method family.",
        },
    ),
    Example(
        "weights-too-few",
        lambda: weights(EVEN, others(1)).members_words,
        {
            "nb": "Bare 1 annen kommune har tall å sammenligne med. Et snitt eller en plass krever "
            "minst fem.",
            "en": "Only 1 other municipality has figures to compare with. An average or a rank "
            "needs at least five.",
        },
    ),
    Example(
        "weights-order",
        lambda: tuple(
            words
            for near in weights(EVEN, AROUND).near
            for words in (near.order_words, near.held_words or "")
        ),
        {
            "nb": "over på alle områder gjelder uansett vekter over  omtrent likt likt under  "
            "under på alle områder gjelder uansett vekter",
            "en": "above in every area true for any weights above  about the same tied below  "
            "below in every area true for any weights",
        },
    ),
    Example(
        "weights-everywhere",
        lambda: weights(EVEN, AROUND[:3]).firm_words,
        {
            "nb": "Hemne 2018 ligger over Os 2018 på alle områder. Det gjelder uansett vekter. "
            "Hemne 2018 ligger under Gol 2018 på alle områder. Det gjelder uansett vekter.",
            "en": "Hemne 2018 is above Os 2018 in every area. That is true for any weights. "
            "Hemne 2018 is below Gol 2018 in every area. That is true for any weights.",
        },
    ),
    Example(
        "weights-place",
        lambda: firm(PlaceInterval(4, 4, 9, 950, 1000)),
        {
            "nb": "Hemne 2018 er nr. 4 av 9 i 950 av 1\xa0000 trekninger.",
            "en": "Hemne 2018 is number 4 of 9 in 950 of 1,000 draws.",
        },
    ),
    Example(
        "weights-places",
        lambda: firm(PlaceInterval(3, 9, 9, 912, 1000)),
        {
            "nb": "Hemne 2018 er nr. 3 til 9 av 9 i 912 av 1\xa0000 trekninger.",
            "en": "Hemne 2018 is number 3 to 9 of 9 in 912 of 1,000 draws.",
        },
    ),
    Example(
        "weights-among",
        lambda: replace(weights(EVEN, others(5, WEAK)), coverage=FEW_OF_MANY).among_words or (),
        {
            "nb": "Rekkefølgen gjelder bare dem vi har alle åtte områdene for (6 av 58 evaluerte), "
            "og sier ikke noe om plassen i landet.",
            "nn": "Rekkjefølgja gjeld berre dei vi har alle åtte områda for (6 av 58 evaluerte), "
            "og seier ikkje noko om plassen i landet.",
            "sv": "Rangordningen gäller bara dem som vi har alla åtta områdena för (6 av 58 "
            "utvärderade) och säger inget om platsen i landet.",
            "en": "This is an order among those alone that we have all eight areas of (6 of 58 "
            "evaluated), and not a rank in the country.",
        },
    ),
    Example(
        "weights-all-0",
        nothing_counts,
        {
            "nb": "Alle vektene er 0. La minst ett område telle.",
            "en": "All weights are 0. Let at least one area count.",
        },
    ),
)

STANDS = (
    Example(
        "what-if-title",
        lambda: page([], []).title,
        {
            "nb": "Hva om? Scenarioer for Hemne",
            "en": "What if? Scenarios for Hemne",
        },
    ),
    Example(
        "what-if-nothing",
        lambda: page([summary("hemne", 433)], []).lead,
        {
            "nb": "Vi kjenner ikke poengene for noe område i Hemne, så her er det ingenting å "
            "prøve.",
            "en": "No points of any area are known for Hemne, so there is nothing to try here.",
        },
    ),
    Example(
        "what-if-total-only",
        lambda: page([summary("hemne", 433)], []).stands,
        {
            "nb": "For 2018 kjenner vi bare den samlede poengsummen. Poengene for de åtte "
            "områdene har vi ikke funnet.",
            "en": "For 2018 we know the total only. We have not found the scores of the eight "
            "areas.",
        },
    ),
    Example(
        "what-if-newer",
        lambda: (
            page([summary("hemne", 433, areas=EVEN), summary("hemne", 450, year=2019)], []).newer
            or ()
        ),
        {
            "nb": "Det finnes en nyere evaluering, fra 2019, men poengene for områdene der er ikke "
            "kjent.",
            "en": "There is a newer evaluation, of 2019, but the points of its areas are not "
            "known.",
        },
    ),
)

EXAMPLES = (*AREAS, *WEIGHTS, *STANDS)
