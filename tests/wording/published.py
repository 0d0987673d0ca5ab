"""What others have published, in few words, and how far the results found lie from it."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from app.domain.message import Message
from app.domain.publication_bias import publication_bias
from app.domain.reference import (
    CountBasis,
    ReferenceAverage,
    ReferenceBasis,
    ReferenceStatistic,
)
from app.domain.score import Measure
from app.domain.stated import Source
from app.domain.wording.bias import bias_words
from app.domain.wording.published import (
    nearer_words,
    published_figure_words,
    published_marks,
    published_words,
)
from app.domain.wording.quotes import quote_published
from tests.domain.counts import count, coverage_rules
from tests.domain.examples import reference, several
from tests.wording.examples import LEADING, NORWAY, SWEDEN, TOTAL, Example, Said

FEW = coverage_rules(count(58), count(140, country=SWEDEN))
MEDIAN = replace(reference(), statistic=ReferenceStatistic.MEDIAN)
RECONSTRUCTED = replace(
    reference(),
    basis=ReferenceBasis.RECONSTRUCTED,
    n_basis=CountBasis.OTHER_SOURCE,
)
OF_AREAS = reference(figures={Measure.AREA_4: 55, Measure.AREA_5: 57})
OPINION = replace(reference(), n=None, basis=ReferenceBasis.OPINION_PIECE)


def mark(one: ReferenceAverage) -> Message:
    return published_marks((one,), TOTAL)[0].name


def bias(published: Mapping[str, tuple[int, ...]]) -> Said:
    """Beside 300–306 points in seven municipalities of each country."""
    countries = {"no": NORWAY, "se": SWEDEN}
    found = publication_bias(
        [
            reference(f"{at}-{points}", figures={TOTAL: points}, country=countries[at])
            for at, totals in published.items()
            for points in totals
        ],
        [m for at, country in countries.items() for m in several(7, named=at, country=country)],
        FEW,
    )
    return bias_words(found) or ()


def from_two() -> Message:
    other = replace(
        reference("b", figures={TOTAL: 476}, country=SWEDEN), source=Source("Another one", None)
    )
    one = reference("a", figures={TOTAL: 466}, country=SWEDEN)
    return quote_published([one, other], TOTAL, Decimal(800))


EXAMPLES = (
    Example(
        "published-reconstructed",
        lambda: published_figure_words(RECONSTRUCTED, TOTAL),
        {
            "nb": "359 i 2018 (sifrene er delvis falt ut i trykket; n = 55, fra en annen kilde)",
            "nn": "359 i 2018 (sifra er delvis falne ut i trykket; n = 55, frå ei anna kjelde)",
            "sv": "359 poäng 2018 (siffrorna har delvis fallit bort i trycket; n = 55, från en "
            "annan källa)",
            "en": "359 in 2018 (digits partly lost in print; n = 55, from another source)",
        },
    ),
    Example(
        "published-median",
        lambda: published_figure_words(MEDIAN, TOTAL),
        {
            "nb": "359 i 2018 (median; n\xa0=\xa055)",
            "nn": "359 i 2018 (median; n\xa0=\xa055)",
            "sv": "359 poäng 2018 (median; n\xa0=\xa055)",
            "en": "359 in 2018 (median; n = 55)",
        },
    ),
    Example(
        "published-by-an-opinion-piece",
        lambda: published_figure_words(OPINION, TOTAL),
        {
            "nb": "359 i 2018 (slik et debattinnlegg oppgir det)",
            "nn": "359 i 2018 (slik eit debattinnlegg oppgir det)",
            "sv": "359 poäng 2018 (som en debattartikel uppger det)",
            "en": "359 in 2018 (as an opinion piece gives it)",
        },
    ),
    Example(
        "published-words-median",
        lambda: published_words(NORWAY, [MEDIAN], TOTAL),
        {
            "nb": "Norge: Den publiserte medianen var 359 i 2018 (n\xa0=\xa055).",
            "nn": "Noreg: Den publiserte medianen var 359 i 2018 (n\xa0=\xa055).",
            "sv": "Norge: Den publicerade medianen var 359 poäng 2018 (n\xa0=\xa055).",
            "en": "Norway: the published median was 359 in 2018 (n = 55).",
        },
    ),
    Example(
        "published-words-medians",
        lambda: published_words(NORWAY, [MEDIAN, replace(MEDIAN, as_of=2019, n=58)], TOTAL),
        {
            "nb": "Norge: De publiserte medianene var 359 i 2018 (n\xa0=\xa055) og 359 i 2019 "
            "(n\xa0=\xa058).",
            "nn": "Noreg: Dei publiserte medianane var 359 i 2018 (n\xa0=\xa055) og 359 i 2019 "
            "(n\xa0=\xa058).",
            "sv": "Norge: De publicerade medianerna var 359 poäng 2018 (n\xa0=\xa055) och 359 "
            "poäng 2019 (n\xa0=\xa058).",
            "en": "Norway: the published medians were 359 in 2018 (n = 55) and 359 in 2019 "
            "(n = 58).",
        },
    ),
    Example(
        "nearer-in-one-area",
        lambda: nearer_words(OF_AREAS, [(LEADING, Measure.AREA_4)]),
        {
            "nb": "For ett område er det publisert et snitt som er nærmere i tid: Lederskap og "
            "delegering 55 i 2018. Kilde: A report.",
            "nn": "For eitt område er det publisert eit snitt som er nærare i tid: Leiarskap og "
            "delegering 55 i 2018. Kjelde: A report.",
            "sv": "För ett område har ett genomsnitt publicerats som ligger närmare i tid: "
            "Ledarskap och delegering 55 år 2018. Källa: A report.",
            "en": "For one area an average was published nearer in time: Leadership and delegation "
            "55 in 2018. Source: A report.",
        },
    ),
    Example(
        "nearer-in-some-areas",
        lambda: nearer_words(OF_AREAS, [(LEADING, Measure.AREA_4), (LEADING, Measure.AREA_5)]),
        {
            "nb": "For noen områder er det publisert snitt som er nærmere i tid: Lederskap og "
            "delegering 55 og Lederskap og delegering 57 i 2018. Kilde: A report.",
            "nn": "For nokre område er det publisert snitt som er nærare i tid: Leiarskap og "
            "delegering 55 og Leiarskap og delegering 57 i 2018. Kjelde: A report.",
            "sv": "För några områden har genomsnitt publicerats som ligger närmare i tid: "
            "Ledarskap och delegering 55 och Ledarskap och delegering 57 år 2018. Källa: A report.",
            "en": "For some areas averages were published nearer in time: Leadership and "
            "delegation 55 and Leadership and delegation 57 in 2018. Source: A report.",
        },
    ),
    Example(
        "mark-opinion-piece",
        lambda: mark(OPINION),
        {
            "nb": "snitt 2018 fra et debattinnlegg: 359",
            "en": "average 2018 from an opinion piece: 359",
        },
    ),
    Example(
        "mark-average",
        lambda: mark(reference()),
        {"nb": "publisert snitt 2018: 359", "en": "published average 2018: 359"},
    ),
    Example(
        "mark-median",
        lambda: mark(MEDIAN),
        {"nb": "publisert median 2018: 359", "en": "published median 2018: 359"},
    ),
    Example(
        "bias-above",
        lambda: bias({"no": (260,), "se": (240, 250)}),
        {
            "nb": "Resultatene vi har funnet, ligger over de publiserte snittene: 43 poeng i Norge "
            "og 53 til 63 poeng i Sverige. Det ser ut til at de som gjør det godt, oftere "
            "offentliggjør resultatet.",
            "nn": "Resultata vi har funne, ligg over dei publiserte snitta: 43 poeng i Noreg og "
            "53 til 63 poeng i Sverige. Det ser ut til at dei som gjer det godt, oftare "
            "offentleggjer resultatet.",
            "sv": "De resultat vi har hittat ligger över de publicerade genomsnitten: 43 poäng i "
            "Norge och 53 till 63 poäng i Sverige. Det verkar som att de som lyckas bra oftare "
            "offentliggör resultatet.",
            "en": "The results that we have found lie above the published averages: 43 points in "
            "Norway and 53 to 63 points in Sweden. It seems that those who do well publish more "
            "often.",
        },
    ),
    Example(
        "bias-on-either-side",
        lambda: bias({"no": (310, 260)}),
        {
            "nb": "Snittet av resultatene vi har funnet, avviker fra de publiserte snittene: −7 "
            "til 43 poeng i Norge.",
            "nn": "Snittet av resultata vi har funne, avvik frå dei publiserte snitta: −7 til 43 "
            "poeng i Noreg.",
            "sv": "Genomsnittet av de resultat vi har hittat avviker från de publicerade "
            "genomsnitten: −7 till 43 poäng i Norge.",
            "en": "The average of the results that we have found differs from the published "
            "averages: −7 to 43 points in Norway.",
        },
    ),
    Example(
        "quote-published-from-two-sources",
        from_two,
        {
            "nb": "De publiserte snittene for svenske kommuner i Kommunekompasset var 466 og 476 "
            "av 800 poeng i 2018. Kommunekompasset måler hvordan en kommune styres og "
            "ledes, ikke kvaliteten på tjenestene. Kilder: A report og Another one.",
            "nn": "Dei publiserte snitta for svenske kommunar i Kommunekompasset var 466 og 476 "
            "av 800 poeng i 2018. Kommunekompasset måler korleis ein kommune blir styrt og "
            "leidd, ikkje kvaliteten på tenestene. Kjelder: A report og Another one.",
            "sv": "De publicerade genomsnitten för svenska kommuner i Kommunkompassen var 466 "
            "och 476 av 800 poäng 2018. Kommunkompassen mäter hur en kommun styrs och "
            "leds, inte kvaliteten på servicen. Källor: A report och Another one.",
            "en": "The published average totals of Swedish municipalities in Kommunekompasset "
            "were 466 and 476 out of 800 points in 2018. Kommunekompasset measures how a "
            "municipality is governed and led, not how good its services are. Sources: A "
            "report and Another one.",
        },
    ),
    Example(
        "quote-published-reconstructed",
        lambda: quote_published([RECONSTRUCTED], TOTAL, Decimal(800)),
        {
            "nb": "Det publiserte snittet for norske kommuner i Kommunekompasset var 359 av 800 "
            "poeng i 2018. Kommunekompasset måler hvordan en kommune styres og ledes, ikke "
            "kvaliteten på tjenestene. Kilde: A report (sifrene er delvis falt ut i trykket).",
            "nn": "Det publiserte snittet for norske kommunar i Kommunekompasset var 359 av 800 "
            "poeng i 2018. Kommunekompasset måler korleis ein kommune blir styrt og leidd, "
            "ikkje kvaliteten på tenestene. Kjelde: A report (sifra er delvis falne ut i "
            "trykket).",
            "sv": "Det publicerade genomsnittet för norska kommuner i Kommunkompassen var 359 av "
            "800 poäng 2018. Kommunkompassen mäter hur en kommun styrs och leds, inte "
            "kvaliteten på servicen. Källa: A report (siffrorna har delvis fallit bort i "
            "trycket).",
            "en": "The published average total of Norwegian municipalities in Kommunekompasset "
            "was 359 out of 800 points in 2018. Kommunekompasset measures how a municipality is "
            "governed and led, not how good its services are. Source: A report (digits partly "
            "lost in print).",
        },
    ),
)
