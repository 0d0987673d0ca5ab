"""The first a municipality's page says, its history, and the averages of the list."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from app.contents.municipalities.history import History, history
from app.contents.municipalities.lead import lead
from app.contents.municipalities.relatives import RelatedMunicipality, Relatives
from app.contents.municipalities.result import Result, result
from app.contents.municipalities.strongest import strongest
from app.domain.coverage import CoverageRules
from app.domain.evaluation import Evaluation, EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.message import say
from app.domain.reference import ReferenceAverage
from app.domain.score import AREA_MEASURES, Figure, Measure, MissingKind
from app.domain.wording.standing import absence_words
from tests.domain.counts import EVERYBODY_KNOWN
from tests.domain.examples import Points, evaluation, reference, several, summary
from tests.known import known
from tests.wording.examples import (
    OF_58,
    SWEDEN,
    TOTAL,
    Example,
    Said,
    instrument,
    municipality,
    rules,
)

APART: Mapping[int, Points] = {1: "38.9", 2: "37.4", 3: "77.4", 4: 61, 5: 58, 6: 49, 7: 48, 8: 63}
AREAS_PUBLISHED = reference(figures=dict.fromkeys(AREA_MEASURES, 50))


def shown(
    others: Sequence[EvaluationSummary],
    areas: Mapping[int, Points] | None = None,
    references: Sequence[ReferenceAverage] = (),
    known: CoverageRules = EVERYBODY_KNOWN,
) -> Result:
    """Hemne 2018 with 433 points, beside others."""
    own = summary("hemne", 433, areas=areas, size_group=None)
    full = evaluation(areas or {}, 433)
    table = EvaluationTable.of([own, *others])
    return result(full, table, references, None, replace(rules(), coverage=known))


def answered(
    found: Result | None,
    *,
    evaluated: Sequence[int] = (),
    before: str = "",
    part: str = "",
    scored: bool = False,
) -> Said:
    """`evaluated` are years without figures, `before` the names of predecessors, `part` of those of
    which it has a part; `scored` gives each predecessor 433 points in 2018."""
    without = [replace(evaluation(), year=year) for year in evaluated]
    beside = strongest(found, None) if found else None
    related = Relatives(_named(before, scored), (), _named(part), ())
    return lead(municipality(), without, found, beside, related, instrument())


def _named(names: str, scored: bool = False) -> tuple[RelatedMunicipality, ...]:
    return tuple(
        RelatedMunicipality(
            municipality(name), say("merged"), (summary(name, 433),) if scored else ()
        )
        for name in names.split()
    )


def told(*evaluations: Evaluation) -> History:
    return history(evaluations, rules())


def of_year(year: int, version: str, total: int | str | None) -> Evaluation:
    return replace(evaluation({}, total), id=f"hemne-{year}", year=year, version=version)


def swedish_areas() -> Said:
    """Two others have all areas and a third has one."""
    own = summary("aneby", 433, areas=APART, country=SWEDEN, size_group=None)
    full = replace(evaluation(APART, 433), id=own.id, municipality="aneby", country=SWEDEN)
    others = [summary(name, 400, areas=APART, country=SWEDEN) for name in ("boden", "habo")]
    one = summary("kalix", areas={1: 50}, country=SWEDEN)
    return result(full, EvaluationTable.of([own, *others, one]), [], None, rules()).too_few or ()


def since(*evaluations: Evaluation) -> Said:
    """The change of the last in words, or why there is none, and every caution."""
    found = told(*evaluations)
    reasons = tuple(caution.reason for caution in found.cautions if caution.reason)
    return (found.rows[-1].change_words, *reasons)


def not_public() -> Evaluation:
    hidden = Figure(None, None, Decimal(800), MissingKind.NOT_PUBLIC)
    return replace(of_year(2018, "2.1", None), total=hidden)


ANSWERS = (
    Example(
        "answer-never-evaluated",
        lambda: answered(None),
        {
            "nb": "Vi kjenner ikke til noen evaluering av Hemne. Det er frivillig for kommuner å "
            "bli evaluert.",
            "en": "We know of no evaluation of Hemne. It is voluntary to be evaluated.",
        },
    ),
    Example(
        "answer-predecessor",
        lambda: answered(None, before="Halsa"),
        {
            "nb": "Vi kjenner ikke til noen evaluering av Hemne. Halsa er forgjengeren og har sin "
            "egen side. Det er frivillig for kommuner å bli evaluert.",
            "en": "We know of no evaluation of Hemne. Halsa is its predecessor, and has its own "
            "page. It is voluntary to be evaluated.",
        },
    ),
    Example(
        "answer-predecessors",
        lambda: answered(None, before="Halsa Snillfjord Vinje"),
        {
            "nb": "Vi kjenner ikke til noen evaluering av Hemne. Halsa, Snillfjord og Vinje er "
            "forgjengerne og har hver sin side. Det er frivillig for kommuner å bli evaluert.",
            "en": "We know of no evaluation of Hemne. Halsa, Snillfjord and Vinje are its "
            "predecessors, and have their own pages. It is voluntary to be evaluated.",
        },
    ),
    Example(
        "answer-predecessors-with-results",
        lambda: answered(None, before="halsa snillfjord vinje", part="rindal", scored=True),
        {
            "nb": "Vi kjenner ikke til noen evaluering av Hemne. Forgjengeren Halsa fikk 433 av "
            "800 poeng i 2018. Forgjengeren Snillfjord fikk 433 av 800 poeng i 2018. Det er "
            "frivillig for kommuner å bli evaluert.",
            "en": "We know of no evaluation of Hemne. Its predecessor Halsa scored 433 out of 800 "
            "points in 2018. Its predecessor Snillfjord scored 433 out of 800 points in 2018. It "
            "is voluntary to be evaluated.",
        },
    ),
    Example(
        "answer-part",
        lambda: answered(None, part="Snillfjord"),
        {
            "nb": "Vi kjenner ikke til noen evaluering av Hemne. Kommunen har en del av det som "
            "var Snillfjord, men er ikke etterfølgeren. Det er frivillig for kommuner å bli "
            "evaluert.",
            "en": "We know of no evaluation of Hemne. It has a part of what was Snillfjord, but "
            "is not the heir. It is voluntary to be evaluated.",
        },
    ),
    Example(
        "answer-without-figures",
        lambda: answered(None, evaluated=(2018, 2011)),
        {
            "nb": "Hemne ble evaluert i 2011 og 2018, men vi har ikke funnet tallene i kildene vi "
            "har lest.",
            "en": "Hemne was evaluated in 2011 and 2018, but we have not found the figures in the "
            "sources we have read.",
        },
    ),
    Example(
        "answer-beside-nobody",
        lambda: answered(shown([])),
        {
            "nb": "Hemne fikk 433 av 800 poeng i evalueringen i 2018.",
            "en": "Hemne scored 433 out of 800 points in its 2018 evaluation.",
        },
    ),
    Example(
        "answer-too-few",
        lambda: answered(shown([summary("lom", 400)])),
        {
            "nb": "Hemne fikk 433 av 800 poeng i evalueringen i 2018.",
            "en": "Hemne scored 433 out of 800 points in its 2018 evaluation.",
        },
    ),
    Example(
        "answer-above",
        lambda: answered(shown(several(5))),
        {
            "nb": "Hemne fikk 433 av 800 poeng i evalueringen i 2018. Det gir plass 1 "
            "av 6 norske kommuner vi har tall for.",
            "nn": "Hemne fekk 433 av 800 poeng i evalueringa i 2018. Det gir plass 1 "
            "av 6 norske kommunar vi har tal for.",
            "sv": "Hemne fick 433 av 800 poäng i utvärderingen 2018. Det ger plats 1 "
            "av 6 norska kommuner som vi har resultat för.",
            "en": "Hemne scored 433 out of 800 points in its 2018 evaluation. It is "
            "ranked 1 of 6 Norwegian municipalities that we have figures for.",
        },
    ),
    Example(
        "answer-about-the-same",
        lambda: answered(shown([], references=[reference(figures={TOTAL: "430.5"})])),
        {
            "nb": "Hemne fikk 433 av 800 poeng i evalueringen i 2018. Det er omtrent som det "
            "publiserte snittet fra 2018 for norske kommuner (431).",
            "nn": "Hemne fekk 433 av 800 poeng i evalueringa i 2018. Det er om lag som det "
            "publiserte snittet frå 2018 for norske kommunar (431).",
            "sv": "Hemne fick 433 av 800 poäng i utvärderingen 2018. Det är ungefär som det "
            "publicerade genomsnittet från 2018 för norska kommuner (431).",
            "en": "Hemne scored 433 out of 800 points in its 2018 evaluation. That is about the "
            "same as the published average of 2018 for Norwegian municipalities (431).",
        },
    ),
    Example(
        "answer-below-with-areas",
        lambda: answered(
            shown([], APART, [reference(figures={m: 500 if m is TOTAL else 50 for m in Measure})])
        ),
        {
            "nb": "Hemne fikk 433 av 800 poeng i evalueringen i 2018. Det er 67 poeng under det "
            "publiserte snittet fra 2018 for norske kommuner (500). Kommunen fikk flest "
            "poeng på Politisk styring (77 av 100) og færrest på "
            "Brukerorientering (37 av 100) og Demokrati "
            "(39 av 100).",
            "nn": "Hemne fekk 433 av 800 poeng i evalueringa i 2018. Det er 67 poeng under det "
            "publiserte snittet frå 2018 for norske kommunar (500). Kommunen fekk flest "
            "poeng på Politisk styring (77 av 100) og færrast på "
            "Brukarorientering (37 av 100) og Demokrati "
            "(39 av 100).",
            "sv": "Hemne fick 433 av 800 poäng i utvärderingen 2018. Det är 67 poäng under det "
            "publicerade genomsnittet från 2018 för norska kommuner (500). Kommunen fick "
            "flest poäng på Politisk styrning (77 av 100) och minst på "
            "Brukarfokus (37 av 100) och Demokrati "
            "(39 av 100).",
            "en": "Hemne scored 433 out of 800 points in its 2018 evaluation. That is 67 points "
            "below the published average of 2018 for Norwegian municipalities (500). It "
            "scored highest on Political steering (77 of 100) and lowest on "
            "User orientation (37 of 100) and Democracy "
            "(39 of 100).",
        },
    ),
    Example(
        "answer-lowest-of-three",
        lambda: answered(shown([], {**APART, 6: "40.3"})),
        {
            "nb": "Hemne fikk 433 av 800 poeng i evalueringen i 2018. Kommunen fikk flest poeng på "
            "Politisk styring (77 av 100).",
            "nn": "Hemne fekk 433 av 800 poeng i evalueringa i 2018. Kommunen fekk flest poeng på "
            "Politisk styring (77 av 100).",
            "sv": "Hemne fick 433 av 800 poäng i utvärderingen 2018. Kommunen fick flest poäng på "
            "Politisk styrning (77 av 100).",
            "en": "Hemne scored 433 out of 800 points in its 2018 evaluation. It scored highest on "
            "Political steering (77 of 100).",
        },
    ),
    Example(
        "answer-highest-of-three",
        lambda: answered(shown([], {**APART, 1: 41, 3: "63.9"})),
        {
            "nb": "Hemne fikk 433 av 800 poeng i evalueringen i 2018. Kommunen fikk færrest poeng "
            "på Brukerorientering (37 av 100).",
            "nn": "Hemne fekk 433 av 800 poeng i evalueringa i 2018. Kommunen fekk færrast poeng "
            "på Brukarorientering (37 av 100).",
            "sv": "Hemne fick 433 av 800 poäng i utvärderingen 2018. Kommunen fick minst poäng på "
            "Brukarfokus (37 av 100).",
            "en": "Hemne scored 433 out of 800 points in its 2018 evaluation. It scored lowest on "
            "User orientation (37 of 100).",
        },
    ),
    Example(
        "answer-nothing-stands-out",
        lambda: answered(shown([], dict.fromkeys(range(1, 9), 50))),
        {
            "nb": "Hemne fikk 433 av 800 poeng i evalueringen i 2018.",
            "en": "Hemne scored 433 out of 800 points in its 2018 evaluation.",
        },
    ),
)

FEW_AREAS = (
    Example(
        "areas-of-nobody-else",
        lambda: shown([], APART, [AREAS_PUBLISHED]).too_few or (),
        {
            "nb": "Vi har ikke tall for områdene i andre kommuner. Et snitt krever "
            "minst 5 kommuner, og minst halvparten av dem som er evaluert.",
            "nn": "Vi har ikkje tal for områda i andre kommunar. Eit snitt krev "
            "minst 5 kommunar, og minst halvparten av dei som er "
            "evaluerte.",
            "sv": "Vi har inte resultat för områdena i andra kommuner. Ett genomsnitt kräver "
            "minst 5 kommuner, och minst hälften av dem som har "
            "utvärderats.",
            "en": "We have no area figures of others. An average needs at least 5 "
            "municipalities, and at least half of those evaluated.",
        },
    ),
    Example(
        "totals-of-few",
        lambda: shown([summary("lom", 400), summary("vågå", 420)], known=OF_58).members or (),
        {
            "nb": "Vi har den samlede poengsummen til 3 av minst 58 evaluerte: denne kommunen og i "
            "tillegg Lom 2018 (400) og Vågå 2018 (420).",
            "nn": "Vi har den samla poengsummen til 3 av minst 58 evaluerte: denne kommunen og i "
            "tillegg Lom 2018 (400) og Vågå 2018 (420).",
            "sv": "Vi har totalpoängen för 3 av minst 58 utvärderade: den här kommunen och "
            "dessutom Lom 2018 (400) och Vågå 2018 (420).",
            "en": "We have the total of 3 of at least 58 evaluated: besides this one, Lom 2018 "
            "(400) and Vågå 2018 (420).",
        },
    ),
    Example(
        "too-few-areas-one",
        lambda: shown([summary("lom", 400, areas=APART)], APART).too_few or (),
        {
            "nb": "Bare Lom 2018 har tall for områdene. Et snitt krever minst 5 "
            "kommuner, og minst halvparten av dem som er evaluert.",
            "nn": "Berre Lom 2018 har tal for områda. Eit snitt krev "
            "minst 5 kommunar, og minst halvparten av dei som er "
            "evaluerte.",
            "sv": "Bara Lom 2018 har resultat för områdena. Ett genomsnitt kräver "
            "minst 5 kommuner, och minst hälften av dem som har "
            "utvärderats.",
            "en": "Only Lom 2018 has area figures. An average needs at least 5 "
            "municipalities, and at least half of those evaluated.",
        },
    ),
    Example(
        "too-few-areas-norway",
        lambda: (
            shown([summary(name, 400, areas=APART) for name in ("lom", "vågå")], APART).too_few
            or ()
        ),
        {
            "nb": "Bare Lom 2018 og Vågå 2018 har tall for områdene. Et snitt krever "
            "minst 5 kommuner, og minst halvparten av dem som er evaluert.",
            "nn": "Berre Lom 2018 og Vågå 2018 har tal for områda. Eit snitt krev "
            "minst 5 kommunar, og minst halvparten av dei som er "
            "evaluerte.",
            "sv": "Bara Lom 2018 och Vågå 2018 har resultat för områdena. Ett genomsnitt kräver "
            "minst 5 kommuner, och minst hälften av dem som har "
            "utvärderats.",
            "en": "Only Lom 2018 and Vågå 2018 have area figures. An average needs at "
            "least 5 municipalities, and at least half of those evaluated.",
        },
    ),
    Example(
        "too-few-areas-sweden",
        swedish_areas,
        {
            "nb": "Bare Boden 2018, Habo 2018 og Kalix 2018 har tall for områdene. Et "
            "snitt krever minst 5 kommuner, og minst halvparten av dem som er "
            "evaluert.",
            "nn": "Berre Boden 2018, Habo 2018 og Kalix 2018 har tal for områda. Eit snitt krev "
            "minst 5 kommunar, og minst halvparten av dei som er "
            "evaluerte.",
            "sv": "Bara Boden 2018, Habo 2018 och Kalix 2018 har resultat för områdena. "
            "Ett genomsnitt kräver "
            "minst 5 kommuner, och minst hälften av dem som har "
            "utvärderats.",
            "en": "Only Boden 2018, Habo 2018 and Kalix 2018 have area figures. An "
            "average needs at least 5 municipalities, and at least half of those "
            "evaluated.",
        },
    ),
)


HISTORIES = (
    Example(
        "history-caution-within-a-family",
        lambda: since(of_year(2011, "2.0", 366), of_year(2018, "2.1", 433)),
        {
            "nb": "opp 67 poeng siden 2011 Kravene ble hevet i april 2016: En liten nedgang kan "
            "komme av revisjonen.",
            "en": "up 67 since 2011 The requirements were raised in April 2016: a small fall may "
            "be due to the revision.",
        },
    ),
    Example(
        "history-break-between-families",
        lambda: since(of_year(2008, "1.0", 300), of_year(2018, "2.1", 433)),
        {
            "nb": "ikke sammenlignet: metodene er for ulike Versjon 1.0 kan ikke sammenlignes "
            "direkte med versjon 2.0 og 2.1. Resultater i versjon 1.0 er holdt utenfor "
            "rangeringer og snitt.",
            "en": "not compared: the methods differ too much Version 1.0 cannot be compared "
            "directly with versions 2.0 and 2.1. Results of version 1.0 are left out of "
            "rankings and averages.",
        },
    ),
    Example(
        "history-not-public",
        lambda: absence_words(known(told(not_public()).rows[0].evaluation.total.missing)),
        {
            "nb": "ikke offentliggjort",
            "en": "not made public",
        },
    ),
)


EXAMPLES = (*ANSWERS, *FEW_AREAS, *HISTORIES)
