"""What stands around evaluations side by side: headings, what is compared, and choosing."""

from dataclasses import replace

import pytest

from app.contents.comparisons.choices import Choice, Search, suggestions
from app.contents.comparisons.compared import Compared, wanted_ids
from app.contents.comparisons.wording import no_order_words
from app.domain.message import say
from app.errors import BadParameter
from tests.domain.examples import question, summary
from tests.wording.comparisons import APART, HEMNE, LESJA, LOM, SKAUN, chosen, page
from tests.wording.examples import SWEDEN, Example, Said, instrument

SWEDISH = replace(LOM, summary=replace(LOM.summary, country=SWEDEN))


def with_questions(one: Compared) -> Compared:
    areas = tuple(
        replace(area, questions=(question("5.1", 10),)) if area.no == 5 else area
        for area in one.evaluation.areas
    )
    return replace(one, evaluation=replace(one.evaluation, areas=areas))


def refused(*ids: str) -> Said:
    with pytest.raises(BadParameter) as caught:
        wanted_ids(ids, [summary("hemne", 433)])
    return caught.value.message


def likened(name: str, **about: object) -> Said:
    """Why an evaluation is suggested beside Hemne 2018, and its result."""
    other = summary(name, **about)  # type: ignore[arg-type]
    choice = suggestions([HEMNE.summary], [HEMNE.summary, other], instrument())[0]
    return (choice.why or "", choice.result)


def found(n: int) -> Said:
    choice = Choice(LOM.summary, say("400"))
    return Search("lom", (choice,) * n).count or ()


SETTING = (
    Example(
        "compare-title-none",
        lambda: page().title,
        {
            "nb": "Sammenlign evalueringer",
            "en": "Compare evaluations",
        },
    ),
    Example(
        "compare-title-one",
        lambda: page(HEMNE).title,
        {
            "nb": "Sammenlign Hemne 2018 med andre",
            "en": "Compare Hemne 2018 with others",
        },
    ),
    Example(
        "compare-title-three",
        lambda: page(HEMNE, LOM, SKAUN).title,
        {
            "nb": "Hemne 2018, Lom 2019 og Skaun 2018 side om side",
            "en": "Hemne 2018, Lom 2019 and Skaun 2018 side by side",
        },
    ),
    Example(
        "compare-title-four",
        lambda: page(HEMNE, LOM, SKAUN, LESJA).title,
        {
            "nb": "Hemne 2018 og 3 andre side om side",
            "en": "Hemne 2018 and 3 others side by side",
        },
    ),
    Example(
        "compare-set-of-one-year",
        lambda: page(HEMNE, SKAUN).set_words or (),
        {
            "nb": "Bare disse er sammenlignet: Hemne 2018 og Skaun 2018 (versjon 2.1, 2018).",
            "nn": "Berre desse er samanlikna: Hemne 2018 og Skaun 2018 (versjon 2.1, 2018).",
            "sv": "Bara dessa jämförs: Hemne 2018 och Skaun 2018 (version 2.1, 2018).",
            "en": "Only these are compared: Hemne 2018 and Skaun 2018 (version 2.1, 2018).",
        },
    ),
    Example(
        "compare-set-of-years-and-versions",
        lambda: page(HEMNE, chosen("lom", 400, year=2012, version="2.0")).set_words or (),
        {
            "nb": "Bare disse er sammenlignet: Hemne 2018 og Lom 2012 (versjon 2.0 og 2.1, "
            "2012–2018).",
            "nn": "Berre desse er samanlikna: Hemne 2018 og Lom 2012 (versjon 2.0 og 2.1, "
            "2012–2018).",
            "sv": "Bara dessa jämförs: Hemne 2018 och Lom 2012 (version 2.0 och 2.1, 2012–2018).",
            "en": "Only these are compared: Hemne 2018 and Lom 2012 (versions 2.0 and 2.1, "
            "2012–2018).",
        },
    ),
    Example(
        "compare-years-apart",
        lambda: page(HEMNE, LOM).years_apart or (),
        {
            "nb": "Evalueringene er fra ulike år, 2018–2019. Mye kan ha endret seg imellom.",
            "en": "The evaluations are from different years, 2018–2019. Much may have changed in "
            "between.",
        },
    ),
    Example(
        "compare-parts",
        lambda: page(HEMNE, LOM, chosen("os", 300, year=2008, version="1.0")).totals.parts[0].words,
        {
            "nb": "Sammenlign bare Hemne 2018 og Lom 2019",
            "en": "Compare only Hemne 2018 and Lom 2019",
        },
    ),
    Example(
        "compare-drawn",
        lambda: (
            page(
                *(chosen(name, 400, APART) for name in ("hemne", "lom", "skaun", "lesja"))
            ).areas.drawn_words
            or ()
        ),
        {
            "nb": "Tegnet: Hemne 2018, Lom 2018 og Skaun 2018. Ikke tegnet, men i tabellen: Lesja "
            "2018. Figurene har plass til tre, og de krever minst tre kjente områder.",
            "en": "Drawn: Hemne 2018, Lom 2018 and Skaun 2018. Not drawn, but in the table: Lesja "
            "2018. The figures have room for three, and need at least three known areas.",
        },
    ),
    Example(
        "compare-questions-of-none",
        lambda: page(HEMNE, LOM).questions.words or (),
        {
            "nb": "Poeng for enkeltspørsmål har vi ikke funnet for noen av dem.",
            "en": "The points of single questions have not been found for any of them.",
        },
    ),
    Example(
        "compare-questions-of-one",
        lambda: page(with_questions(HEMNE), LOM).questions.words or (),
        {
            "nb": "Poeng for enkeltspørsmål er bare kjent for Hemne 2018.",
            "en": "The points of single questions are known only for Hemne 2018.",
        },
    ),
)

CHOOSING = (
    Example(
        "compare-count-one",
        lambda: page(HEMNE).count,
        {
            "nb": "1 evaluering valgt, av høyst 6",
            "en": "1 evaluation chosen, of at most 6",
        },
    ),
    Example(
        "compare-count",
        lambda: page(HEMNE, LOM).count,
        {
            "nb": "2 evalueringer valgt, av høyst 6",
            "en": "2 evaluations chosen, of at most 6",
        },
    ),
    Example(
        "compare-best",
        lambda: page(HEMNE, LOM).best_words,
        {
            "nb": "«Best» står der den neste ligger minst 3 poeng bak på et område, eller 10 på "
            "den samlede poengsummen. Mindre forskjeller mellom to kaller vi omtrent likt.",
            "en": "“Best” is said where the next is at least 3 points behind on an area or 10 on "
            "a total. Smaller differences between two are called about the same.",
        },
    ),
    Example(
        "compare-best-of-no-country",
        lambda: page(HEMNE, SWEDISH).best_words,
        {
            "nb": "Ingen kalles best her: Nivået er ulikt i de to landene.",
            "en": "Nobody is called the best here: the levels of the countries differ.",
        },
    ),
    Example(
        "compare-best-of-no-method",
        lambda: page(HEMNE, chosen("lom", 430, year=2022, version="2020")).best_words,
        {
            "nb": "Ingen kalles best her: Metodeversjonene er ulike.",
            "en": "Nobody is called the best here: the method versions differ.",
        },
    ),
    Example(
        "compare-order-of-no-country",
        lambda: no_order_words((HEMNE, SWEDISH)),
        {
            "nb": "Poeng fra ulike land rangeres ikke sammen.",
            "en": "Points from different countries are not put in order.",
        },
    ),
    Example(
        "compare-description-of-two-families",
        lambda: page(HEMNE, chosen("lom", 430, year=2022, version="2020")).description,
        {
            "nb": "Hemne 2018 fikk 433 poeng og Lom 2022 fikk 430. Poeng fra ulike metoder kan "
            "ikke sammenlignes sikkert.",
            "nn": "Hemne 2018 fekk 433 poeng og Lom 2022 fekk 430. Poeng frå ulike metodar kan "
            "ikkje samanliknast sikkert.",
            "sv": "Hemne 2018 fick 433 poäng och Lom 2022 fick 430. Poäng från olika metoder kan "
            "inte jämföras säkert.",
            "en": "Hemne 2018 got 433 points and Lom 2022 got 430. Points from different methods "
            "cannot be safely compared.",
        },
    ),
    Example(
        "compare-description-of-two-countries",
        lambda: page(HEMNE, SWEDISH).description,
        {
            "nb": "Hemne 2018 fikk 433 poeng og Lom 2019 fikk 430. Nivået kan være ulikt i de to "
            "landene.",
            "nn": "Hemne 2018 fekk 433 poeng og Lom 2019 fekk 430. Nivået kan vere ulikt i dei to "
            "landa.",
            "sv": "Hemne 2018 fick 433 poäng och Lom 2019 fick 430. Nivån kan skilja sig åt "
            "mellan de två länderna.",
            "en": "Hemne 2018 got 433 points and Lom 2019 got 430. The levels of the two countries "
            "may differ.",
        },
    ),
    Example(
        "compare-description",
        lambda: page().description,
        {
            "nb": "Still resultater fra Kommunekompasset side om side: Velg to til seks "
            "evalueringer av norske og svenske kommuner.",
            "en": "Set results of Kommunekompasset side by side: choose from two to six "
            "evaluations of Norwegian and Swedish municipalities.",
        },
    ),
    Example(
        "compare-too-many",
        lambda: refused("a", "b", "c", "d", "e", "f", "g"),
        {
            "nb": "Høyst 6 evalueringer kan sammenlignes på én gang.",
            "en": "At most 6 evaluations can be compared at once.",
        },
    ),
    Example(
        "compare-no-such",
        lambda: refused("hemne-2018", "lom-1900"),
        {
            "nb": "Ingen evaluering heter lom-1900 her. En evaluering heter etter kommunen og "
            "året, for eksempel hemne-2018.",
            "en": "There is no evaluation lom-1900 here. An evaluation is named by its "
            "municipality and its year, such as hemne-2018.",
        },
    ),
)

SUGGESTED = (
    Example(
        "suggest-same-municipality",
        lambda: likened("hemne", total=366, year=2011),
        {
            "nb": "samme kommune et annet år 366 av 800 poeng",
            "en": "the same municipality in another year 366 out of 800 points",
        },
    ),
    Example(
        "suggest-same-size-and-family",
        lambda: likened("lom", areas={3: 50}),
        {
            "nb": "samme størrelsesgruppe, samme metodefamilie bare noen områder er kjent",
            "en": "same size group, same method family only some areas are known",
        },
    ),
    Example(
        "suggest-another-size",
        lambda: likened("oslo", total=400, size_group="large"),
        {
            "nb": "en annen størrelsesgruppe, samme metodefamilie 400 av 800 poeng",
            "en": "another size group, same method family 400 out of 800 points",
        },
    ),
    Example(
        "suggest-another-family",
        lambda: likened("lom", total=400, family="2020"),
        {
            "nb": "samme størrelsesgruppe, en annen metodefamilie 400 av 800 poeng",
            "en": "same size group, another method family 400 out of 800 points",
        },
    ),
    Example(
        "suggest-another-size-and-family",
        lambda: likened("oslo", total=400, size_group="large", family="2020"),
        {
            "nb": "en annen størrelsesgruppe, en annen metodefamilie 400 av 800 poeng",
            "en": "another size group, another method family 400 out of 800 points",
        },
    ),
    Example(
        "search-none",
        lambda: found(0),
        {
            "nb": "Det er ingen kommune med dette navnet eller nummeret i registeret.",
            "en": "There is no municipality with this name or number in the register.",
        },
    ),
    Example(
        "search-not-evaluated",
        lambda: Search("lom", (), names_a_municipality=True).count or (),
        {
            "nb": "Vi kjenner ikke til noen evaluering av en kommune med dette navnet eller "
            "nummeret.",
            "en": "We know of no evaluation of a municipality with this name or number.",
        },
    ),
    Example(
        "search-one",
        lambda: found(1),
        {
            "nb": "1 evaluering funnet",
            "en": "1 evaluation found",
        },
    ),
    Example(
        "search-several",
        lambda: found(2),
        {
            "nb": "2 evalueringer funnet",
            "en": "2 evaluations found",
        },
    ),
)

EXAMPLES = (*SETTING, *CHOOSING, *SUGGESTED)
