"""Whom a municipality is like, and what there is to learn from them."""

from decimal import Decimal

from app.contents.twins.official import SchemeLine
from app.contents.twins.words import (
    group_lead,
    list_words,
    own_lead,
    own_measure_words,
    unknown_group_lead,
)
from app.domain.alike import KOLADA, KOLADA_SOCIOECONOMIC, OfficialGroup
from app.domain.groups import Group
from app.domain.learning import Twin
from app.domain.likeness import Likeness, Traits, Weights
from app.domain.message import LocalText
from app.domain.wording.likeness import formula_words, rests_on_words
from tests.domain.examples import summary
from tests.wording.examples import NORWAY, SWEDEN, Example, Said

KOSTRA = LocalText({"nb": "KOSTRA-gruppe 2"})
USUAL = Weights()
HEMNE = Traits(NORWAY, 4225, 63.2, 9.1, 500)
MORA = Traits(SWEDEN, 20_000, 61.0, 14.5, None, 200_000)


def twin(name: str, known: bool = True) -> Twin:
    """A twin that is like in all that counts, or of which nothing is known."""
    alike = Decimal("0.8") if known else None
    likeness = Likeness(NORWAY, alike, alike, None, alike, None, USUAL)
    return Twin(summary(name, 400), Traits(NORWAY, None, None, None), likeness)


def twins(names: str) -> list[Twin]:
    return [twin(name) for name in names.split()]


def by_own(names: str) -> Said:
    return own_lead("Hemne", twins(names), Decimal("0.5"))


def official(scheme: str, of: int, *, later: bool = False) -> OfficialGroup:
    """A group with so many others. Lists and the group without a name have none."""
    group = Group(scheme, "2", KOSTRA if scheme == "kostra" else None)
    others = frozenset(f"m{no}" for no in range(of))
    is_list = scheme in (KOLADA, KOLADA_SOCIOECONOMIC)
    return OfficialGroup(scheme, None if is_list else group, "2020", others, later)


def grouped(scheme: str, of: int, names: str) -> Said:
    """`of` others in a group, of whom those named are evaluated."""
    return group_lead(official(scheme, of), "Hemne", twins(names))


def line(group: OfficialGroup | None, evaluated: str = "") -> SchemeLine:
    return SchemeLine("kostra", KOSTRA, group, evaluated.split())


OWN_MEASURE = (
    Example(
        "twins-none",
        lambda: by_own(""),
        {
            "nb": "Av kommunene vi kjenner en evaluering av, har ingen minst 50 % "
            "likhet med Hemne.",
            "en": "Of the municipalities that we know an evaluation of, none is at least 50% "
            "similar to Hemne.",
        },
    ),
    Example(
        "twins-one",
        lambda: by_own("aure"),
        {
            "nb": "Av kommunene vi kjenner en evaluering av, er det Aure som ligner mest på Hemne.",
            "en": "Of the municipalities that we know an evaluation of, Aure is most like Hemne.",
        },
    ),
    Example(
        "twins-three-of-four",
        lambda: by_own("aure lom skaun os"),
        {
            "nb": "Av kommunene vi kjenner en evaluering av, er det Aure, Lom og Skaun som ligner "
            "mest på Hemne.",
            "en": "Of the municipalities that we know an evaluation of, Aure, Lom and Skaun are "
            "most like Hemne.",
        },
    ),
    Example(
        "rests-on-norwegian",
        lambda: rests_on_words(HEMNE, USUAL),
        {
            "nb": "Likheten her bygger på folketall (vekt 2), sentralitet (vekt 1) og avstand på "
            "kartet (vekt 1).",
            "nn": "Likskapen her byggjer på folketal (vekt 2), sentralitet (vekt 1) og avstand på "
            "kartet (vekt 1).",
            "sv": "Likheten här bygger på antal invånare (vikt 2), centralitet (vikt 1) och "
            "avstånd på kartan (vikt 1).",
            "en": "Similarity here is based on number of inhabitants (weight 2), centrality "
            "(weight 1) and distance on the map (weight 1).",
        },
    ),
    Example(
        "rests-on-swedish",
        lambda: rests_on_words(MORA, Weights(0, 3, 1)),
        {
            "nb": "Likheten her bygger på skattegrunnlag (vekt 3) og avstand på kartet (vekt 1).",
            "nn": "Likskapen her byggjer på skattegrunnlag (vekt 3) og avstand på kartet (vekt 1).",
            "sv": "Likheten här bygger på skattekraft (vikt 3) och avstånd på kartan (vikt 1).",
            "en": "Similarity here is based on tax base (weight 3) and distance on the map "
            "(weight 1).",
        },
    ),
    Example(
        "rests-on-what-is-known",
        lambda: rests_on_words(Traits(NORWAY, 4225, 63.2, 9.1), Weights(0, 3, 1)),
        {
            "nb": "Likheten her bygger på avstand på kartet (vekt 1).",
            "nn": "Likskapen her byggjer på avstand på kartet (vekt 1).",
            "sv": "Likheten här bygger på avstånd på kartan (vikt 1).",
            "en": "Similarity here is based on distance on the map (weight 1).",
        },
    ),
    Example(
        "rests-on-nothing",
        lambda: rests_on_words(Traits(NORWAY, None, None, None), USUAL),
        {
            "nb": "Ingenting av det som teller her, er kjent for kommunen.",
            "en": "Nothing of what counts here is known of the municipality.",
        },
    ),
    Example(
        "formula-norwegian",
        lambda: formula_words(NORWAY),
        {
            "nb": "Innbyggere: det minste tallet delt på det største. Halvparten så mange gir "
            "50 %. Sentralitet: hvor mange poeng det er mellom de to på SSBs indeks fra 0 til "
            "1 000. 25 poeng gir 80 %, 100 poeng gir 50 % og 300 poeng gir 25 %. Avstand: i "
            "luftlinje mellom midten av de to kommunene. 25 km gir 80 %, 100 km gir 50 % og "
            "300 km gir 25 %.",
            "nn": "Innbyggjarar: det minste talet delt på det største. Halvparten så mange gir "
            "50 %. Sentralitet: kor mange poeng det er mellom dei to på indeksen til SSB frå 0 "
            "til 1 000. 25 poeng gir 80 %, 100 poeng gir 50 % og 300 poeng gir 25 %. Avstand: i "
            "luftlinje mellom midten av dei to kommunane. 25 km gir 80 %, 100 km gir 50 % og "
            "300 km gir 25 %.",
            "sv": "Invånare: det mindre antalet delat med det större. Hälften så många ger 50 %. "
            "Centralitet: hur många poäng det är mellan de två i SSB:s index från 0 till 1 000. "
            "25 poäng ger 80 %, 100 poäng ger 50 % och 300 poäng ger 25 %. Avstånd: fågelvägen "
            "mellan mitten av de två kommunerna. 25 km ger 80 %, 100 km ger 50 % och 300 km ger "
            "25 %.",
            "en": "Inhabitants: the smaller number divided by the larger. Half as many is 50%. "
            "Centrality: by how many points the two lie apart on Statistics Norway's index of "
            "0–1,000. 25 points give 80%, 100 points give 50% and 300 points give 25%. Distance: "
            "as the crow flies, between the centres of the two municipalities. 25 km gives 80%, "
            "100 km gives 50% and 300 km gives 25%.",
        },
    ),
    Example(
        "formula-swedish",
        lambda: formula_words(SWEDEN)[1],
        {
            "nb": "Skattegrunnlag per innbygger: hvor mange prosent det største er over det "
            "minste, begge fra samme år. 5 % mer gir 67 %, 10 % mer gir 50 % og 30 % mer gir "
            "25 %.",
            "nn": "Skattegrunnlag per innbyggjar: kor mange prosent det største er over det "
            "minste, begge frå same år. 5 % meir gir 67 %, 10 % meir gir 50 % og 30 % meir gir "
            "25 %.",
            "sv": "Skattekraft per invånare: hur många procent den större är över den mindre, "
            "båda från samma år. 5 % mer ger 67 %, 10 % mer ger 50 % och 30 % mer ger 25 %.",
            "en": "Tax base for each inhabitant: by how many per cent the larger is over the "
            "smaller, both in the same year. 5% more gives 67%, 10% more gives 50% and 30% more "
            "gives 25%.",
        },
    ),
)

GROUPS = (
    Example(
        "group-nobody",
        lambda: grouped("kostra", 38, ""),
        {
            "nb": "Vi kjenner ingen evaluering av de 38 andre kommunene i samme gruppe som Hemne "
            "(KOSTRA-gruppe 2).",
            "nn": "Vi kjenner inga evaluering av dei 38 andre kommunane i same gruppe som Hemne "
            "(KOSTRA-gruppe 2).",
            "sv": "Vi känner inte till någon utvärdering av de 38 andra kommunerna i samma grupp "
            "som Hemne (KOSTRA-gruppe 2).",
            "en": "We know of no evaluation of the 38 other municipalities in the same group as "
            "Hemne (KOSTRA-gruppe 2).",
        },
    ),
    Example(
        "group-one-of-many",
        lambda: grouped("kostra", 62, "aure"),
        {
            "nb": "Av de 62 andre kommunene i samme gruppe som Hemne (KOSTRA-gruppe 2) er én "
            "evaluert så vidt vi vet: Aure.",
            "nn": "Av dei 62 andre kommunane i same gruppe som Hemne (KOSTRA-gruppe 2) er éin "
            "evaluert så vidt vi veit: Aure.",
            "sv": "Av de 62 andra kommunerna i samma grupp som Hemne (KOSTRA-gruppe 2) är en "
            "utvärderad så vitt vi vet: Aure.",
            "en": "Of the 62 other municipalities in the same group as Hemne (KOSTRA-gruppe 2), "
            "one is evaluated as far as we know: Aure.",
        },
    ),
    Example(
        "group-many",
        lambda: grouped("nameless", 53, "aure lom skaun os"),
        {
            "nb": "Av de 53 andre kommunene i samme gruppe som Hemne er 4 evaluert så vidt vi "
            "vet, blant dem Aure, Lom og Skaun.",
            "nn": "Av dei 53 andre kommunane i same gruppe som Hemne er 4 evaluerte så vidt vi "
            "veit, mellom dei Aure, Lom og Skaun.",
            "sv": "Av de 53 andra kommunerna i samma grupp som Hemne är 4 utvärderade så vitt vi "
            "vet, bland dem Aure, Lom och Skaun.",
            "en": "Of the 53 other municipalities in the same group as Hemne, 4 are evaluated as "
            "far as we know, among them Aure, Lom and Skaun.",
        },
    ),
    Example(
        "group-two-of-seven",
        lambda: grouped(KOLADA, 7, "aure lom"),
        {
            "nb": "Av de 7 kommunene på Koladas liste over lignende kommuner for Hemne er 2 "
            "evaluert så vidt vi vet: Aure og Lom.",
            "nn": "Av dei 7 kommunane på lista til Kolada over liknande kommunar for Hemne er 2 "
            "evaluerte så vidt vi veit: Aure og Lom.",
            "sv": "Av de 7 kommunerna på Koladas lista över liknande kommuner för Hemne är 2 "
            "utvärderade så vitt vi vet: Aure och Lom.",
            "en": "Of the 7 municipalities on Kolada's list of those similar to Hemne, 2 are "
            "evaluated as far as we know: Aure and Lom.",
        },
    ),
    Example(
        "group-all",
        lambda: grouped(KOLADA_SOCIOECONOMIC, 2, "aure lom"),
        {
            "nb": "Vi kjenner evalueringer av de 2 kommunene på Koladas liste over "
            "sosioøkonomisk lignende kommuner for Hemne: Aure og Lom.",
            "nn": "Vi kjenner evalueringar av dei 2 kommunane på lista til Kolada over "
            "sosioøkonomisk liknande kommunar for Hemne: Aure og Lom.",
            "sv": "Vi känner till utvärderingar av de 2 kommunerna på Koladas lista över "
            "socioekonomiskt liknande kommuner för Hemne: Aure och Lom.",
            "en": "We know of evaluations of the 2 municipalities on Kolada's list of those "
            "similar to Hemne in socioeconomic conditions: Aure and Lom.",
        },
    ),
    Example(
        "group-the-only-other",
        lambda: grouped("kostra", 1, "aure"),
        {
            "nb": "Vi kjenner en evaluering av den ene andre kommunen i samme gruppe som Hemne "
            "(KOSTRA-gruppe 2): Aure.",
            "nn": "Vi kjenner ei evaluering av den eine andre kommunen i same gruppe som Hemne "
            "(KOSTRA-gruppe 2): Aure.",
            "sv": "Vi känner till en utvärdering av den enda andra kommunen i samma grupp som "
            "Hemne (KOSTRA-gruppe 2): Aure.",
            "en": "We know of an evaluation of the one other municipality in the same group as "
            "Hemne (KOSTRA-gruppe 2): Aure.",
        },
    ),
    Example(
        "group-the-only-other-of-no-name",
        lambda: grouped("nameless", 1, ""),
        {
            "nb": "Vi kjenner ingen evaluering av den ene andre kommunen i samme gruppe som Hemne.",
            "nn": "Vi kjenner inga evaluering av den eine andre kommunen i same gruppe som Hemne.",
            "sv": "Vi känner inte till någon utvärdering av den enda andra kommunen i samma grupp "
            "som Hemne.",
            "en": "We know of no evaluation of the one other municipality in the same group as "
            "Hemne.",
        },
    ),
    Example(
        "group-the-only-one-on-the-list",
        lambda: grouped(KOLADA, 1, ""),
        {
            "nb": "Vi kjenner ingen evaluering av den ene kommunen på Koladas liste over "
            "lignende kommuner for Hemne.",
            "nn": "Vi kjenner inga evaluering av den eine kommunen på lista til Kolada over "
            "liknande kommunar for Hemne.",
            "sv": "Vi känner inte till någon utvärdering av den enda kommunen på Koladas lista "
            "över liknande kommuner för Hemne.",
            "en": "We know of no evaluation of the one municipality on Kolada's list of those "
            "similar to Hemne.",
        },
    ),
    Example(
        "group-the-only-one-on-the-other-list",
        lambda: grouped(KOLADA_SOCIOECONOMIC, 1, ""),
        {
            "nb": "Vi kjenner ingen evaluering av den ene kommunen på Koladas liste over "
            "sosioøkonomisk lignende kommuner for Hemne.",
            "nn": "Vi kjenner inga evaluering av den eine kommunen på lista til Kolada over "
            "sosioøkonomisk liknande kommunar for Hemne.",
            "sv": "Vi känner inte till någon utvärdering av den enda kommunen på Koladas lista "
            "över socioekonomiskt liknande kommuner för Hemne.",
            "en": "We know of no evaluation of the one municipality on Kolada's list of those "
            "similar to Hemne in socioeconomic conditions.",
        },
    ),
    Example(
        "group-alone",
        lambda: grouped("kostra", 0, ""),
        {"nb": "Hemne er alene i gruppen sin.", "en": "Hemne is alone in its group."},
    ),
    Example(
        "group-not-known",
        lambda: unknown_group_lead(KOSTRA, "Hemne"),
        {
            "nb": "Vi vet ikke hvilken gruppe Hemne er i: KOSTRA-gruppe 2.",
            "en": "We do not know which group Hemne is in: KOSTRA-gruppe 2.",
        },
    ),
    Example(
        "group-counted",
        lambda: line(official("kostra", 38), "aure lom").count_words,
        {"nb": "2 av 38", "en": "2 of 38"},
    ),
    Example(
        "group-uncounted",
        lambda: line(None).count_words,
        {"nb": "ikke kjent", "en": "not known"},
    ),
    Example(
        "edition",
        lambda: line(official("kostra", 38)).edition_words,
        {"nb": "2020", "en": "2020"},
    ),
    Example(
        "edition-later",
        lambda: line(official("kostra", 38, later=True)).edition_words,
        {"nb": "2020, nyere enn evalueringen", "en": "2020, later than the evaluation"},
    ),
    Example(
        "schemes",
        lambda: [list_words(KOLADA), list_words(KOLADA_SOCIOECONOMIC), own_measure_words()],
        {
            "nb": "Lignende kommuner (Kolada) Lignende kommuner, sosioøkonomisk (Kolada) Vårt "
            "eget mål",
            "en": "Similar municipalities (Kolada) Similar in socioeconomic conditions (Kolada) "
            "Our own measure",
        },
    ),
)

EXAMPLES = (*OWN_MEASURE, *GROUPS)
