"""The averages above the list of municipalities."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.evaluation import EvaluationSummary
from app.features.municipality_list.average import averages
from app.features.municipality_list.parameters import MunicipalityFilterParameters
from app.web.filters.evaluations import evaluation_choice
from tests.domain.examples import several, summary
from tests.wording.examples import (
    SWEDEN,
    TOTAL,
    Example,
    Said,
    instrument,
)


def listed(found: Sequence[EvaluationSummary], **asked: str) -> Said:
    parameters = MunicipalityFilterParameters(**asked)  # type: ignore[arg-type]
    chosen = evaluation_choice(parameters, instrument(), found, None)
    fit = chosen.admitted()
    return tuple(average.words for average in averages(chosen, fit, instrument(), TOTAL))


EXAMPLES = (
    Example(
        "list-average-of-both-countries",
        lambda: listed(
            [
                *(replace(one, year=2014, version="2.0") for one in several(2)),
                *several(4, named="n"),
                summary("aneby", 300, country=SWEDEN),
            ]
        ),
        {
            "nb": "Norge: 301,2 poeng i snitt, regnet av den siste evalueringen med tall for hver "
            "av de 6 kommunene nedenfor som har det (versjon 2.0 og 2.1, 2014–2018). Sverige: ikke "
            "noe snitt, siden bare 1 kommune har tall i versjon 2.0 og 2.1. Et snitt krever minst "
            "5.",
            "nn": "Noreg: 301,2 poeng i snitt, rekna av den siste evalueringa med tal for kvar av "
            "dei 6 kommunane nedanfor som har det (versjon 2.0 og 2.1, 2014–2018). Sverige: ikkje "
            "noko snitt, sidan berre 1 kommune har tal i versjon 2.0 og 2.1. Eit snitt krev minst "
            "5.",
            "sv": "Norge: 301,2 poäng i genomsnitt, räknat på den senaste utvärderingen med "
            "uppgifter för var och en av de 6 kommuner nedan som har det (version 2.0 "
            "och 2.1, 2014–2018). Sverige: inget genomsnitt, eftersom bara 1 kommun har "
            "resultat i version 2.0 och 2.1. Ett genomsnitt kräver minst 5.",
            "en": "Norway: 301.2 points on average, over the latest evaluations with a figure of "
            "the 6 municipalities below that have one (versions 2.0 and 2.1, 2014–2018). Sweden: "
            "no average, since only 1 municipality has a figure with versions 2.0 and 2.1, and an "
            "average needs at least 5.",
        },
    ),
    Example(
        "list-average-of-one-version",
        lambda: listed(
            [replace(one, version="2.0") for one in several(5)] + several(5, named="n"),
            version="2.1",
        ),
        {
            "nb": "Norge: 302 poeng i snitt, regnet av den siste evalueringen med tall for hver av "
            "de 5 kommunene nedenfor som har det (versjon 2.1, 2018).",
            "nn": "Noreg: 302 poeng i snitt, rekna av den siste evalueringa med tal for kvar av "
            "dei 5 kommunane nedanfor som har det (versjon 2.1, 2018).",
            "sv": "Norge: 302 poäng i genomsnitt, räknat på den senaste utvärderingen med "
            "uppgifter för var och en av de 5 kommuner nedan som har det (version 2.1, "
            "2018).",
            "en": "Norway: 302 points on average, over the latest evaluations with a figure of the "
            "5 municipalities below that have one (version 2.1, 2018).",
        },
    ),
    Example(
        "list-average-of-a-detail-level",
        lambda: listed([*several(5), summary("lom")], detail="total"),
        {
            "nb": "Norge: 302 poeng i snitt, regnet av den siste evalueringen med tall "
            "for hver av de 5 kommunene nedenfor som har det (versjon 2.1, 2018). "
            "Bare de som er med i utvalget, er regnet med.",
            "nn": "Noreg: 302 poeng i snitt, rekna av den siste evalueringa med tal for "
            "kvar av dei 5 kommunane nedanfor som har det (versjon 2.1, 2018). "
            "Berre dei som er med i utvalet, er rekna med.",
            "sv": "Norge: 302 poäng i genomsnitt, räknat på den senaste utvärderingen med "
            "uppgifter för var och en av de 5 kommuner nedan som har det (version "
            "2.1, 2018). Bara de som ingår i urvalet räknas.",
            "en": "Norway: 302 points on average, over the latest evaluations with a "
            "figure of the 5 municipalities below that have one (version 2.1, "
            "2018). Only those that match the filters are counted.",
        },
    ),
    Example(
        "list-average-of-few",
        lambda: listed(several(4)),
        {
            "nb": "Norge: ikke noe snitt, siden bare 4 kommuner har tall i versjon 2.0 og 2.1. Et "
            "snitt krever minst 5.",
            "nn": "Noreg: ikkje noko snitt, sidan berre 4 kommunar har tal i versjon 2.0 og 2.1. "
            "Eit snitt krev minst 5.",
            "sv": "Norge: inget genomsnitt, eftersom bara 4 kommuner har resultat i version "
            "2.0 och 2.1. Ett genomsnitt kräver minst 5.",
            "en": "Norway: no average, since only 4 municipalities have a figure with versions 2.0 "
            "and 2.1, and an average needs at least 5.",
        },
    ),
    Example(
        "list-average-of-none",
        lambda: listed([summary("lom")]),
        {
            "nb": "Norge: ikke noe snitt, siden ingen av disse har tall i versjon 2.0 og 2.1.",
            "nn": "Noreg: ikkje noko snitt, sidan ingen av desse har tal i versjon 2.0 og 2.1.",
            "sv": "Norge: inget genomsnitt, eftersom ingen av dessa har resultat i version 2.0"
            " och 2.1.",
            "en": "Norway: no average, since none of these has a figure with versions 2.0 and 2.1.",
        },
    ),
)
