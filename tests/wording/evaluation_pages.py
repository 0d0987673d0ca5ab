"""The page of an evaluation: headings, facts, and figures of its source that disagree."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from app.contents.evaluations.areas import area_parts
from app.contents.evaluations.content import EvaluationContent, YearContent, build
from app.domain.consistency import discrepancies
from app.domain.evaluation import AreaResult, DetailLevel, Evaluation, VersionBasis
from app.domain.municipality import EvaluationPopulation, Population, PopulationBasis
from app.domain.score import Figure
from app.domain.wording.evaluation import population_words
from app.errors import NotFound
from tests.domain import hemne
from tests.domain.examples import evaluation, scored
from tests.wording.examples import SMALL, SWEDEN, Example, Said, instrument, municipality, rules

EVEN = dict.fromkeys(range(1, 9), 50)
RESULT = replace(
    evaluation({}, 433),
    detail=DetailLevel.TOTAL,
    report_number="KS-K 3/2018",
    size_group="small",
    population=EvaluationPopulation(Population(2018, 4225, ""), PopulationBasis.SAME_YEAR),
)
SECOND = replace(RESULT, id="hemne-2018-v2.0", version="2.0")


def page(*own: Evaluation, path: str = "2018") -> EvaluationContent | YearContent:
    return build(municipality(), own, path, rules())


def facts(one: Evaluation) -> Said:
    found = page(one)
    assert isinstance(found, EvaluationContent)
    return found.facts


def in_sweden(basis: PopulationBasis) -> Said:
    return population_words(EvaluationPopulation(Population(2013, 4225, ""), basis), SWEDEN)


def refused(*own: Evaluation) -> Said:
    with pytest.raises(NotFound) as caught:
        page(*own, path="1999")
    return caught.value.message


def changed_area() -> Said:
    """Area 3 since 2011, in a version whose questions were not found."""
    version = instrument().version("2.1")
    earlier = replace(evaluation({3: 40}), year=2011)
    part = area_parts(evaluation({3: 52}), version, earlier, SMALL)[2]
    return (*part.words, part.no_questions or "")


def unknown_questions() -> Said:
    version = instrument().version("1.0")
    return area_parts(evaluation(EVEN), version, None, SMALL)[0].no_questions or ()


def disagreeing(one: Evaluation) -> Said:
    return tuple(d.text for d in discrepancies(one, instrument().version("2.1")))


def report(*areas: int, total: Figure) -> Evaluation:
    """Hemne 2018 with the questions of some areas; the others are as stated."""
    printed = hemne.areas(instrument().version("2.1"))
    return evaluation(
        tuple(
            a if a.no in areas else AreaResult(a.no, scored(hemne.STATED[a.no])) for a in printed
        ),
        total,
    )


def misprinted(areas: Mapping[int, int], no: int) -> Evaluation:
    """An area that is printed as 40, and whose questions add up to 50."""
    one = evaluation(areas)
    wrong = Figure(Decimal(50), Decimal(40), Decimal(100))
    return replace(
        one, areas=tuple(replace(a, figure=wrong) if a.no == no else a for a in one.areas)
    )


EVALUATIONS = (
    Example(
        "page-facts-stated",
        lambda: facts(RESULT),
        {
            "nb": "Metodeversjon 2.1, oppgitt i kilden KS-K 3/2018 bare den samlede "
            "poengsummen størrelsesgruppe: under 5 000 innbyggere 4 225 innbyggere i "
            "2018",
            "nn": "Metodeversjon 2.1, oppgitt i kjelda KS-K 3/2018 berre den samla poengsummen"
            " storleiksgruppe: under 5 000 innbyggjarar 4 225 innbyggjarar i 2018",
            "sv": "Metodversion 2.1, angiven i källan KS-K 3/2018 bara totalpoängen "
            "storleksgrupp: under 5 000 invånare 4 225 invånare 2018",
            "en": "Method version 2.1, as the source states KS-K 3/2018 only the total size group: "
            "under 5,000 inhabitants 4,225 inhabitants in 2018",
        },
    ),
    Example(
        "page-facts-inferred",
        lambda: facts(replace(evaluation({}), version_basis=VersionBasis.INFERRED)),
        {
            "nb": "Metodeversjon 2.1, utledet av årstallet evaluert, men ingen tall funnet",
            "en": "Method version 2.1, inferred from the year evaluated, but no figures found",
        },
    ),
    Example(
        "population-at-the-end",
        lambda: in_sweden(PopulationBasis.SAME_YEAR),
        {
            "nb": "4\xa0225 innbyggere ved utgangen av 2013",
            "en": "4,225 inhabitants at the end of 2013",
        },
    ),
    Example(
        "population-at-the-end-of-an-earlier-year",
        lambda: in_sweden(PopulationBasis.EARLIER_YEAR),
        {
            "nb": "4\xa0225 innbyggere ved utgangen av 2013, det nærmeste tidligere tallet",
            "en": "4,225 inhabitants at the end of 2013, the nearest earlier figure",
        },
    ),
    Example(
        "population-at-the-end-of-a-later-year",
        lambda: in_sweden(PopulationBasis.LATER_YEAR),
        {
            "nb": "4\xa0225 innbyggere ved utgangen av 2013, det nærmeste senere tallet",
            "en": "4,225 inhabitants at the end of 2013, the nearest later figure",
        },
    ),
    Example(
        "page-title",
        lambda: page(RESULT).title,
        {
            "nb": "Hemne 2018: evaluering med Kommunekompasset",
            "en": "Hemne 2018: evaluation with Kommunekompasset",
        },
    ),
    Example(
        "page-title-of-two-in-a-year",
        lambda: page(RESULT, SECOND, path="2018-v2.0").title,
        {
            "nb": "Hemne 2018, metodeversjon 2.0: evaluering med Kommunekompasset",
            "nn": "Hemne 2018, metodeversjon 2.0: evaluering med Kommunekompasset",
            "sv": "Hemne 2018, metodversion 2.0: utvärdering med Kommunkompassen",
            "en": "Hemne 2018, method version 2.0: evaluation with Kommunekompasset",
        },
    ),
    Example(
        "page-title-of-a-year",
        lambda: page(SECOND).title,
        {
            "nb": "Evalueringene av Hemne i 2018",
            "en": "The evaluations of Hemne in 2018",
        },
    ),
    Example(
        "page-none",
        refused,
        {
            "nb": "Vi kjenner ikke til noen evaluering av Hemne.",
            "en": "We know of no evaluation of Hemne.",
        },
    ),
    Example(
        "page-another-year",
        lambda: refused(RESULT),
        {
            "nb": "Det finnes ingen slik evaluering av Hemne. Den vi kjenner til, er fra 2018.",
            "en": "There is no such evaluation of Hemne. The one we know of is from 2018.",
        },
    ),
    Example(
        "page-other-years",
        lambda: refused(RESULT, replace(RESULT, id="hemne-2011", year=2011)),
        {
            "nb": "Det finnes ingen slik evaluering av Hemne. De vi kjenner til, er fra 2018 og "
            "2011.",
            "en": "There is no such evaluation of Hemne. Those we know of are from 2018 and 2011.",
        },
    ),
    Example(
        "page-area-changed",
        changed_area,
        {
            "nb": "opp 12 poeng siden 2011 Poengene for spørsmålene har vi ikke funnet i kildene "
            "vi har lest.",
            "en": "up 12 since 2011 The points of the questions were not found in the sources we "
            "have read.",
        },
    ),
    Example(
        "page-questions-of-version",
        unknown_questions,
        {
            "nb": "Vi kjenner ikke spørsmålslisten i metodeversjon 1.0.",
            "en": "The list of questions of method version 1.0 is not known to us.",
        },
    ),
)

DISAGREEING = (
    Example(
        "disagree-rounding",
        lambda: disagreeing(report(total=scored(433, 800))),
        {
            "nb": "Områdepoengene slik de er trykt, blir til sammen 432, mens den trykte "
            "samlede poengsummen er 433. Avrunding av områdene forklarer forskjellen.",
            "en": "The area scores as printed add up to 432, while the printed total is 433. "
            "Rounding of the areas explains the difference.",
        },
    ),
    Example(
        "disagree-more-than-rounding",
        lambda: disagreeing(report(total=scored(426, 800))),
        {
            "nb": "Områdepoengene slik de er trykt, blir til sammen 432, mens den trykte "
            "samlede poengsummen er 426. Avrunding forklarer ikke forskjellen.",
            "en": "The area scores as printed add up to 432, while the printed total is 426. "
            "Rounding does not explain the difference.",
        },
    ),
    Example(
        "disagree-questions",
        lambda: disagreeing(misprinted(EVEN, 3)),
        {
            "nb": "I kilden står det 40, men poengene for spørsmålene blir til sammen 50. "
            "Avrunding forklarer ikke forskjellen.",
            "en": "The source prints 40, but the scores of the questions add up to 50. Rounding "
            "does not explain the difference.",
        },
    ),
    Example(
        "disagree-maxima",
        lambda: disagreeing(report(2, total=scored(None, 800))),
        {
            "nb": "Spørsmålene som er trykt, kan gi høyst 85 poeng, men området har 100 som maks. "
            "Poengene er ikke skalert opp.",
            "en": "The questions that are printed can give 85 points at most, but the area is "
            "scored out of 100. The score is not scaled up.",
        },
    ),
    Example(
        "disagree-digit",
        lambda: disagreeing(report(7, total=scored(None, 800))),
        {
            "nb": "Et siffer i spørsmål 7.2 har falt ut i kilden. Vi har regnet oss fram til det "
            "ut fra tabellen, overskriften og summen for området.",
            "en": "A digit of question 7.2 was lost in the source. It is worked out from the "
            "table, the heading and the sum of the area.",
        },
    ),
)

EXAMPLES = (*EVALUATIONS, *DISAGREEING)
