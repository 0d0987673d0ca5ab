"""One evaluation: its result, how much of it is known, and what is missing and why."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from app.domain.evaluation import AreaResult, DetailLevel, Evaluation
from app.domain.message import Message
from app.domain.municipality import Country, EvaluationPopulation, Population, PopulationBasis
from app.domain.score import Figure, MissingKind
from app.domain.wording.evaluation import (
    DETAIL_WORDS,
    known_words,
    population_words,
    result_words,
    unknown_words,
)
from app.domain.wording.peers import latest_words
from tests.domain import hemne
from tests.domain.examples import evaluation, summary
from tests.wording.examples import Example, Said, instrument

ALL_EIGHT = dict.fromkeys(range(1, 9), 50)
HUNDRED = Decimal(100)
PEOPLE = EvaluationPopulation(Population(2018, 4225, ""), PopulationBasis.SAME_YEAR)


def report() -> Evaluation:
    """Hemne 2018, known question by question."""
    version = instrument().version("2.1")
    found = evaluation(hemne.areas(version), hemne.total(version))
    return replace(found, detail=DetailLevel.QUESTIONS, population=PEOPLE)


def with_questions_of(*kept: int) -> Evaluation:
    """Hemne 2018, where only these areas have questions."""
    full = report()
    return replace(
        full,
        detail=DetailLevel.AREAS,
        areas=tuple(a if a.no in kept else AreaResult(a.no, a.figure) for a in full.areas),
    )


def known(detail: DetailLevel, areas: Mapping[int, int]) -> Said:
    words = known_words(replace(evaluation(areas, 400), detail=detail))
    return () if words is None else words


def missing(one: Evaluation, version: str = "2.1") -> tuple[Message, ...]:
    return unknown_words(one, instrument().version(version))


def inhabitants(basis: PopulationBasis, year: int) -> Said:
    used = EvaluationPopulation(Population(year, 4225, ""), basis)
    return population_words(used, Country.NORWAY)


def withheld() -> Evaluation:
    """Areas without points, for two reasons; nothing else is missing but findings."""
    full = report()
    reasons = {2: MissingKind.NOT_PUBLIC, 3: MissingKind.NOT_EVALUATED, 5: MissingKind.NOT_PUBLIC}
    areas = tuple(
        replace(a, figure=Figure(None, None, HUNDRED, reasons[a.no])) if a.no in reasons else a
        for a in full.areas
    )
    return replace(full, areas=areas)


RESULTS = (
    Example(
        "result-total",
        lambda: result_words("Hemne", evaluation(ALL_EIGHT, "433.0")),
        {
            "nb": "Hemne fikk 433 av 800 poeng i evalueringen i 2018.",
            "en": "Hemne scored 433 out of 800 points in its 2018 evaluation.",
        },
    ),
    Example(
        "result-areas-only",
        lambda: result_words("Hemne", evaluation(ALL_EIGHT)),
        {
            "nb": "Hemne ble evaluert i 2018. Den samlede poengsummen er ikke kjent her, bare "
            "poengene for de åtte områdene.",
            "en": "Hemne was evaluated in 2018. The total is not known here, "
            "only the points of the eight areas.",
        },
    ),
    Example(
        "result-some-areas",
        lambda: result_words("Hemne", evaluation({3: 0})),
        {
            "nb": "Hemne ble evaluert i 2018. Den samlede poengsummen er ikke kjent her, bare "
            "noen av områdene.",
            "en": "Hemne was evaluated in 2018. The total is not known here, only some areas.",
        },
    ),
    Example(
        "result-unknown",
        lambda: result_words("Hemne", evaluation({})),
        {
            "nb": "Hemne ble evaluert i 2018, men vi har ikke funnet tallene "
            "i kildene vi har lest.",
            "en": "Hemne was evaluated in 2018, but we have not found the figures "
            "in the sources we have read.",
        },
    ),
    Example(
        "latest-none",
        lambda: latest_words("Hemne", None),
        {
            "nb": "Vi kjenner ikke til noen evaluering av Hemne.",
            "en": "We know of no evaluation of Hemne.",
        },
    ),
    Example(
        "latest-without-figures",
        lambda: latest_words("Hemne", summary("hemne")),
        {
            "nb": "Hemne ble evaluert i 2018, men vi har ikke funnet tallene "
            "i kildene vi har lest.",
            "en": "Hemne was evaluated in 2018, but we have not found the figures "
            "in the sources we have read.",
        },
    ),
    Example(
        "latest",
        lambda: latest_words("Hemne", summary("hemne", 433)),
        {
            "nb": "Tallene for Hemne er fra evalueringen i 2018 (versjon 2.1).",
            "en": "The figures of Hemne are from its 2018 evaluation (version 2.1).",
        },
    ),
)

KNOWN = (
    Example(
        "detail-levels",
        lambda: tuple(DETAIL_WORDS.values()),
        {
            "nb": "poeng for hvert spørsmål poeng for alle åtte områder poeng for noen områder"
            " bare den samlede poengsummen evaluert, men ingen tall funnet",
            "en": "points for every question points for all eight areas points for some areas "
            "only the total evaluated, but no figures found",
        },
    ),
    Example(
        "known-questions",
        lambda: known_words(report()) or (),
        {
            "nb": "Poengene er kjent spørsmål for spørsmål: 45 spørsmål i åtte områder.",
            "en": "The points are known question by question: 45 questions in eight areas.",
        },
    ),
    Example(
        "known-areas-and-some-questions",
        lambda: known_words(with_questions_of(5)) or (),
        {
            "nb": "Poengene for alle åtte områder er kjent, men ikke for hvert spørsmål.",
            "en": "The points of all eight areas are known, but not those of every question.",
        },
    ),
    Example(
        "known-areas",
        lambda: known(DetailLevel.AREAS, ALL_EIGHT),
        {
            "nb": "Poengene for alle åtte områder er kjent, men ikke for spørsmålene.",
            "en": "The points of all eight areas are known, but not those of the questions.",
        },
    ),
    Example(
        "known-one-area",
        lambda: known(DetailLevel.SOME_AREAS, {3: 50}),
        {
            "nb": "Poengene for 1 av de åtte områdene er kjent.",
            "en": "The points of 1 of the eight areas are known.",
        },
    ),
    Example(
        "known-some-areas",
        lambda: known(DetailLevel.SOME_AREAS, {3: 50, 5: 40}),
        {
            "nb": "Poengene for 2 av de åtte områdene er kjent.",
            "en": "The points of 2 of the eight areas are known.",
        },
    ),
    Example(
        "known-total",
        lambda: known(DetailLevel.TOTAL, {}),
        {
            "nb": "Bare den samlede poengsummen er kjent, ikke poengene for de åtte områdene.",
            "en": "Only the total is known, not the points of the eight areas.",
        },
    ),
    Example(
        "known-nothing",
        lambda: known(DetailLevel.KNOWN, {}),
        {"nb": "", "en": ""},
    ),
)
"""Hemne has 45 questions: those of `tests.domain.hemne`, counted by hand."""

UNKNOWN = (
    Example(
        "unknown-everything",
        lambda: missing(evaluation({})),
        {
            "nb": "Den samlede poengsummen: ikke funnet i kildene vi har lest. Poengene for de"
            " åtte områdene: ikke funnet i kildene vi har lest. Poengene for "
            "spørsmålene: ikke funnet i kildene vi har lest. Styrker, utfordringer og "
            "svakheter: ikke funnet i kildene vi har lest. Folketallet er ikke kjent "
            "her, så vi kan ikke oppgi noen størrelsesgruppe.",
            "nn": "Den samla poengsummen: ikkje funne i kjeldene vi har lese. Poenga for dei "
            "åtte områda: ikkje funne i kjeldene vi har lese. Poenga for spørsmåla: "
            "ikkje funne i kjeldene vi har lese. Styrkar, utfordringar og veikskapar: "
            "ikkje funne i kjeldene vi har lese. Folketalet er ikkje kjent her, så vi "
            "kan ikkje oppgi noka storleiksgruppe.",
            "sv": "Uppgifter om totalpoängen: inte hittade i de källor vi har läst. Poängen för de "
            "åtta områdena: inte hittade i de källor vi har läst. Poängen för "
            "frågorna: inte hittade i de källor vi har läst. Styrkor, utmaningar "
            "och svagheter: inte hittade i de källor vi har läst. Antalet invånare "
            "är inte känt här, så ingen storleksgrupp kan anges.",
            "en": "The total: not found in the sources we have read. "
            "The points of the eight areas: not found in the sources we have read. "
            "The points of the questions: not found in the sources we have read. "
            "Strengths, challenges and weaknesses: not found in the sources we have read. "
            "The number of inhabitants is not known here, so no size group can be given.",
        },
    ),
    Example(
        "unknown-areas-for-two-reasons",
        lambda: missing(withheld()),
        {
            "nb": "Poengene for område 2 og 5: ikke offentliggjort. "
            "Poengene for område 3: ikke evaluert. "
            "Styrker, utfordringer og svakheter: ikke funnet i kildene vi har lest.",
            "nn": "Poenga for område 2 og 5: ikkje offentleggjort. "
            "Poenga for område 3: ikkje evaluert. "
            "Styrkar, utfordringar og veikskapar: ikkje funne i kjeldene vi har lese.",
            "sv": "Poängen för område 2 och 5: inte offentliggjorda. Poängen för område "
            "3: inte utvärderade. Styrkor, utmaningar och svagheter: inte hittade i "
            "de källor vi har läst.",
            "en": "The points of areas 2 and 5: not made public. "
            "The points of area 3: not evaluated. "
            "Strengths, challenges and weaknesses: not found in the sources we have read.",
        },
    ),
    Example(
        "unknown-questions-of-version",
        lambda: missing(replace(evaluation(ALL_EIGHT, 400), population=PEOPLE), "1.0"),
        {
            "nb": "Spørsmålene: Vi kjenner ikke spørsmålslisten i metodeversjon 1.0, "
            "og poengene står ikke i kildene vi har lest. "
            "Styrker, utfordringer og svakheter: ikke funnet i kildene vi har lest.",
            "en": "The questions: we do not know the list of questions of method version 1.0, "
            "and their points are not in the sources we have read. "
            "Strengths, challenges and weaknesses: not found in the sources we have read.",
        },
    ),
    Example(
        "unknown-questions-of-an-area",
        lambda: missing(with_questions_of(1, 2, 3, 4, 5, 6, 7))[:1],
        {
            "nb": "Poengene for spørsmålene i område 8: ikke funnet i kildene vi har lest.",
            "en": "The points of the questions in area 8: not found in the sources we have read.",
        },
    ),
    Example(
        "unknown-questions-of-areas",
        lambda: missing(with_questions_of(1, 2, 3, 4, 5))[:1],
        {
            "nb": "Poengene for spørsmålene i område 6, 7 og 8: ikke funnet i kildene vi har lest.",
            "en": "The points of the questions in areas 6, 7 and 8: not found in the sources "
            "we have read.",
        },
    ),
    Example(
        "population-same-year",
        lambda: inhabitants(PopulationBasis.SAME_YEAR, 2018),
        {
            "nb": "4\xa0225 innbyggere i 2018",
            "en": "4,225 inhabitants in 2018",
        },
    ),
    Example(
        "population-earlier-year",
        lambda: inhabitants(PopulationBasis.EARLIER_YEAR, 2016),
        {
            "nb": "4\xa0225 innbyggere i 2016, det nærmeste tidligere året med tall",
            "en": "4,225 inhabitants in 2016, the nearest earlier year with a figure",
        },
    ),
    Example(
        "population-later-year",
        lambda: inhabitants(PopulationBasis.LATER_YEAR, 2019),
        {
            "nb": "4\xa0225 innbyggere i 2019, det nærmeste senere året med tall",
            "en": "4,225 inhabitants in 2019, the nearest later year with a figure",
        },
    ),
)

EXAMPLES = (*RESULTS, *KNOWN, *UNKNOWN)
