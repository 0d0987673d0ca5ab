"""The averages above the list of municipalities."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.coverage import CoverageRules
from app.domain.evaluation import EvaluationSummary
from app.features.municipality_list.average import averages
from app.features.municipality_list.parameters import MunicipalityFilterParameters
from app.web.filters.evaluations import evaluation_choice
from tests.domain.counts import EVERYBODY_KNOWN
from tests.domain.examples import several, summary
from tests.wording.examples import (
    OF_58,
    SWEDEN,
    TOTAL,
    Example,
    Said,
    instrument,
    rules,
)


def listed(
    found: Sequence[EvaluationSummary], coverage: CoverageRules = EVERYBODY_KNOWN, **asked: str
) -> Said:
    known = replace(rules(), coverage=coverage)
    parameters = MunicipalityFilterParameters(**asked)  # type: ignore[arg-type]
    chosen = evaluation_choice(parameters, instrument(), found, None)
    fit = chosen.admitted()
    return tuple(average.words for average in averages(chosen, fit, (), known, TOTAL))


EXAMPLES = (
    Example(
        "list-average-below-half",
        lambda: listed(several(5), OF_58),
        {
            "nb": "Norge: Vi har tall for 5 av minst 58 evaluerte. Det er for få til et snitt "
            "eller en plass.",
            "nn": "Noreg: Vi har tal for 5 av minst 58 evaluerte. Det er for få til eit snitt "
            "eller ein plass.",
            "sv": "Norge: Vi har resultat för 5 av minst 58 utvärderade. Det är för få för ett "
            "genomsnitt eller en plats.",
            "en": "Norway: We have figures for 5 of at least 58 evaluated. That is too few for "
            "an average or a rank.",
        },
    ),
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
            "nb": "Norge: 301 poeng i snitt, regnet av de siste resultatene til 6 av "
            "minst 6 evaluerte (versjon 2.0 og 2.1, 2014–2018). Sverige: ikke "
            "noe snitt, siden bare 1 kommune har tall i versjon 2.0 og 2.1. Et "
            "snitt krever minst 5 kommuner, og minst halvparten av dem som er "
            "evaluert.",
            "nn": "Noreg: 301 poeng i snitt, rekna av dei siste resultata til 6 av "
            "minst 6 evaluerte (versjon 2.0 og 2.1, 2014–2018). Sverige: ikkje "
            "noko snitt, sidan berre 1 kommune har tal i versjon 2.0 og 2.1. Eit "
            "snitt krev minst 5 kommunar, og minst halvparten av dei som er "
            "evaluerte.",
            "sv": "Norge: 301 poäng i genomsnitt, räknat på de senaste resultaten för "
            "6 av minst 6 utvärderade (version 2.0 och 2.1, 2014–2018). Sverige: "
            "inget genomsnitt, eftersom bara 1 kommun har resultat i version 2.0 "
            "och 2.1. Ett genomsnitt kräver minst 5 kommuner, och minst hälften "
            "av dem som har utvärderats.",
            "en": "Norway: 301 points on average, over the latest results of 6 of at least 6 "
            "evaluated (versions 2.0 and 2.1, 2014–2018). Sweden: no average, since only 1 "
            "municipality has a figure with versions 2.0 and 2.1. An average needs at least 5 "
            "municipalities, and at least half of those evaluated.",
        },
    ),
    Example(
        "list-average-of-one-version",
        lambda: listed(
            [replace(one, version="2.0") for one in several(5)] + several(5, named="n"),
            version="2.1",
        ),
        {
            "nb": "Norge: 302 poeng i snitt, regnet av de siste resultatene til 5 av minst 5 "
            "evaluerte (versjon 2.1, 2018).",
            "nn": "Noreg: 302 poeng i snitt, rekna av dei siste resultata til 5 av minst 5 "
            "evaluerte (versjon 2.1, 2018).",
            "sv": "Norge: 302 poäng i genomsnitt, räknat på de senaste resultaten för 5 av minst "
            "5 utvärderade (version 2.1, 2018).",
            "en": "Norway: 302 points on average, over the latest results of 5 of at least 5 "
            "evaluated (version 2.1, 2018).",
        },
    ),
    Example(
        "list-average-of-a-detail-level",
        lambda: listed([*several(5), summary("lom")], detail="total"),
        {
            "nb": "Norge: 302 poeng i snitt, regnet av de siste resultatene til 5 av minst 6 "
            "evaluerte (versjon 2.1, 2018). Bare de som er med i utvalget, er regnet med.",
            "nn": "Noreg: 302 poeng i snitt, rekna av dei siste resultata til 5 av minst 6 "
            "evaluerte (versjon 2.1, 2018). Berre dei som er med i utvalet, er rekna med.",
            "sv": "Norge: 302 poäng i genomsnitt, räknat på de senaste resultaten för 5 av minst "
            "6 utvärderade (version 2.1, 2018). Bara de som ingår i urvalet räknas.",
            "en": "Norway: 302 points on average, over the latest results of 5 of at least 6 "
            "evaluated (version 2.1, 2018). Only those that match the filters are counted.",
        },
    ),
    Example(
        "list-average-of-few",
        lambda: listed(several(4)),
        {
            "nb": "Norge: ikke noe snitt, siden bare 4 kommuner har tall i versjon 2.0 "
            "og 2.1. Et snitt krever minst 5 kommuner, og minst halvparten av "
            "dem som er evaluert.",
            "nn": "Noreg: ikkje noko snitt, sidan berre 4 kommunar har tal i versjon "
            "2.0 og 2.1. Eit snitt krev minst 5 kommunar, og minst halvparten av "
            "dei som er evaluerte.",
            "sv": "Norge: inget genomsnitt, eftersom bara 4 kommuner har resultat i "
            "version 2.0 och 2.1. Ett genomsnitt kräver minst 5 kommuner, och "
            "minst hälften av dem som har utvärderats.",
            "en": "Norway: no average, since only 4 municipalities have a figure with versions 2.0 "
            "and 2.1. An average needs at least 5 municipalities, and at least half of those "
            "evaluated.",
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
