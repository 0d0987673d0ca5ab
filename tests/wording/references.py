"""Published averages and years with what is known of them, for sentences, legends and tables."""

from dataclasses import replace
from decimal import Decimal

from app.domain.evaluation import YearBasis
from app.domain.message import Message
from app.domain.reference import (
    Breadth,
    CountBasis,
    ReferenceAverage,
    ReferenceBasis,
    ReferenceStatistic,
)
from app.domain.score import Measure
from app.domain.stated import Source
from app.domain.wording.evaluation import YEAR_BASIS_WORDS
from app.domain.wording.reference import (
    reference_average_words,
    reference_legend,
    reference_name,
    reference_phrase,
)
from app.domain.wording.sets import municipalities_words
from tests.domain.examples import reference
from tests.wording.examples import SWEDEN, Example

HEROY = Source("KS-K rapport 13/2018", None)


def _average(
    basis: ReferenceBasis | None = ReferenceBasis.PRINTED,
    n: int | None = None,
    n_basis: CountBasis | None = None,
    breadth: Breadth | None = None,
) -> ReferenceAverage:
    return replace(
        reference(),
        as_of=2018,
        n=n,
        figures={Measure.TOTAL: Decimal(359)},
        basis=basis,
        n_basis=n_basis,
        n_source=HEROY if n_basis is CountBasis.OTHER_SOURCE else None,
        breadth=breadth,
    )


def _median() -> ReferenceAverage:
    return replace(_average(), statistic=ReferenceStatistic.MEDIAN)


def phrase(average: ReferenceAverage) -> Message:
    return reference_phrase(average, municipalities_words((average.country,)))


EXAMPLES = (
    Example(
        "reference-reconstructed-n-from-elsewhere",
        lambda: reference_average_words(
            _average(ReferenceBasis.RECONSTRUCTED, 55, CountBasis.OTHER_SOURCE)
        ),
        {
            "nb": "snittet fra 2018 som følger av rapporten (359 poeng; sifrene er delvis falt ut "
            "i trykket; n = 55 ifølge KS-K rapport 13/2018)",
            "nn": "snittet frå 2018 som følgjer av rapporten (359 poeng; sifra er delvis falne ut "
            "i trykket; n = 55 ifølgje KS-K rapport 13/2018)",
            "sv": "genomsnittet från 2018 som följer av rapporten (359 poäng; siffrorna har delvis "
            "fallit bort i trycket; n = 55 enligt KS-K rapport 13/2018)",
            "en": "the average of 2018 that follows from the report (359 points; digits partly "
            "lost in print; n = 55 according to KS-K rapport 13/2018)",
        },
    ),
    Example(
        "reference-deduced",
        lambda: reference_average_words(
            _average(ReferenceBasis.DEDUCED, 40, CountBasis.SAME_SOURCE)
        ),
        {
            "nb": "snittet fra 2018 som følger av rapporten (359 poeng; ikke trykt, men følger av "
            "tall som er det; n = 40)",
            "nn": "snittet frå 2018 som følgjer av rapporten (359 poeng; ikkje trykt, men følgjer "
            "av tal som er det; n = 40)",
            "sv": "genomsnittet från 2018 som följer av rapporten (359 poäng; inte tryckt, men "
            "följer av uppgifter som är det; n = 40)",
            "en": "the average of 2018 that follows from the report (359 points; not printed, but "
            "follows from figures that are; n = 40)",
        },
    ),
    Example(
        "reference-of-all",
        lambda: reference_average_words(
            _average(n_basis=CountBasis.NOT_STATED, breadth=Breadth.ALL)
        ),
        {
            "nb": "det publiserte snittet fra 2018 (359 poeng; alle deltakere, ifølge kilden; den "
            "sier ikke hvor mange)",
            "nn": "det publiserte snittet frå 2018 (359 poeng; alle deltakarar, ifølgje kjelda; "
            "ho seier ikkje kor mange)",
            "sv": "det publicerade genomsnittet från 2018 (359 poäng; alla deltagare, enligt "
            "källan; den säger inte hur många)",
            "en": "the published average of 2018 (359 points; all participants, according to the "
            "source, which does not say how many)",
        },
    ),
    Example(
        "reference-nobody-says-of-how-many",
        lambda: reference_average_words(_average(n_basis=CountBasis.NOT_STATED)),
        {
            "nb": "det publiserte snittet fra 2018 (359 poeng; kilden sier ikke hvor mange det "
            "gjelder)",
            "nn": "det publiserte snittet frå 2018 (359 poeng; kjelda seier ikkje kor mange det "
            "gjeld)",
            "sv": "det publicerade genomsnittet från 2018 (359 poäng; källan säger inte hur många "
            "det gäller)",
            "en": "the published average of 2018 (359 points; the source does not say over how "
            "many)",
        },
    ),
    Example(
        "reference-legend",
        lambda: reference_legend(_average()),
        {"nb": "Publisert snitt 2018", "en": "Published average 2018"},
    ),
    Example(
        "reference-legend-reconstructed",
        lambda: reference_legend(_average(ReferenceBasis.RECONSTRUCTED)),
        {
            "nb": "Publisert snitt 2018, sifre delvis falt ut",
            "en": "Published average 2018, digits partly lost",
        },
    ),
    Example(
        "reference-legend-deduced",
        lambda: reference_legend(_average(ReferenceBasis.DEDUCED)),
        {"nb": "Publisert snitt 2018, utledet", "en": "Published average 2018, deduced"},
    ),
    Example(
        "reference-legend-of-all",
        lambda: reference_legend(_average(breadth=Breadth.ALL)),
        {
            "nb": "Publisert snitt 2018, alle deltakere",
            "en": "Published average 2018, all participants",
        },
    ),
    Example(
        "reference-legend-of-an-opinion-piece",
        lambda: reference_legend(_average(ReferenceBasis.OPINION_PIECE)),
        {
            "nb": "Snitt 2018, fra et debattinnlegg",
            "en": "Average 2018, from an opinion piece",
        },
    ),
    Example(
        "reference-of-an-opinion-piece",
        lambda: reference_average_words(_average(ReferenceBasis.OPINION_PIECE)),
        {
            "nb": "snittet fra 2018 som et debattinnlegg oppgir (359 poeng; kilden sier ikke hvor "
            "mange det gjelder)",
            "nn": "snittet frå 2018 som eit debattinnlegg oppgir (359 poeng; kjelda seier ikkje "
            "kor mange det gjeld)",
            "sv": "genomsnittet från 2018 som en debattartikel uppger (359 poäng; källan säger "
            "inte hur många det gäller)",
            "en": "the average of 2018 that an opinion piece gives (359 points; the source does "
            "not say over how many)",
        },
    ),
    Example(
        "reference-phrase-of-an-opinion-piece",
        lambda: phrase(_average(ReferenceBasis.OPINION_PIECE)),
        {
            "nb": "snittet fra 2018 som et debattinnlegg oppgir",
            "en": "the average of 2018 that an opinion piece gives",
        },
    ),
    Example(
        "reference-phrase-of-some-swedish",
        lambda: phrase(replace(_average(n=40, breadth=Breadth.PART), country=SWEDEN)),
        {
            "nb": "det publiserte snittet fra 2018 for 40 svenske evalueringer",
            "nn": "det publiserte snittet frå 2018 for 40 svenske evalueringar",
            "sv": "det publicerade genomsnittet från 2018 för 40 svenska utvärderingar",
            "en": "the published average of 2018 for 40 Swedish evaluations",
        },
    ),
    Example(
        "reference-phrase-of-some-norwegian",
        lambda: phrase(_average(n=40, breadth=Breadth.PART)),
        {
            "nb": "det publiserte snittet fra 2018 for 40 norske evalueringer",
            "nn": "det publiserte snittet frå 2018 for 40 norske evalueringar",
            "sv": "det publicerade genomsnittet från 2018 för 40 norska utvärderingar",
            "en": "the published average of 2018 for 40 Norwegian evaluations",
        },
    ),
    Example(
        "reference-phrase-of-some-swedish-uncounted",
        lambda: phrase(replace(_average(breadth=Breadth.PART), country=SWEDEN)),
        {
            "nb": "det publiserte snittet fra 2018 for noen svenske evalueringer",
            "nn": "det publiserte snittet frå 2018 for nokre svenske evalueringar",
            "sv": "det publicerade genomsnittet från 2018 för några svenska utvärderingar",
            "en": "the published average of 2018 for some Swedish evaluations",
        },
    ),
    Example(
        "reference-phrase-of-some-norwegian-uncounted",
        lambda: phrase(_average(breadth=Breadth.PART)),
        {
            "nb": "det publiserte snittet fra 2018 for noen norske evalueringer",
            "nn": "det publiserte snittet frå 2018 for nokre norske evalueringar",
            "sv": "det publicerade genomsnittet från 2018 för några norska utvärderingar",
            "en": "the published average of 2018 for some Norwegian evaluations",
        },
    ),
    Example(
        "reference-legend-median",
        lambda: reference_legend(_median()),
        {"nb": "Publisert median 2018", "en": "Published median 2018"},
    ),
    Example(
        "reference-name-median",
        lambda: reference_name(_median()),
        {
            "nb": "den publiserte medianen fra 2018",
            "en": "the published median of 2018",
        },
    ),
    Example(
        "year-of-a-title",
        lambda: YEAR_BASIS_WORDS[YearBasis.TITLE],
        {
            "nb": "året står i tittelen, som er alt vi har lest",
            "en": "the year is in the title, which is all that we have read",
        },
    ),
    Example(
        "year-of-another-source",
        lambda: YEAR_BASIS_WORDS[YearBasis.OTHER_SOURCE],
        {"nb": "året er fra en annen kilde", "en": "the year is from another source"},
    ),
    Example(
        "year-inferred",
        lambda: YEAR_BASIS_WORDS[YearBasis.INFERRED],
        {
            "nb": "året er utledet; kilden oppgir det ikke",
            "en": "the year is inferred; the source does not state it",
        },
    ),
)
