"""The sentence of a municipality's page that can be printed, on the real data."""

from decimal import Decimal

from app.domain.message import Message
from app.domain.peers import ComparisonKind
from app.domain.wording.quotes import basis_words
from app.features.municipalities.content import content as municipality_content
from app.features.municipalities.quote import quotes as municipality_quotes
from app.queries import register
from app.queries.reading import Reading
from app.web.words.languages import translate

START = (
    "In Kommunekompasset, which measures how a municipality is governed and led and not how good "
    "its services are, "
)


def said(message: Message) -> str:
    return translate(message, "en")


def quoted(reading: Reading, slug: str, kind: ComparisonKind | None = None) -> list[str]:
    municipality = register.municipality(reading, slug)
    assert municipality is not None
    found = municipality_content(reading, municipality, kind)
    return [said(quote) for quote in municipality_quotes(found)]


def test_hemne_beside_the_average_that_its_own_report_prints(real: Reading) -> None:
    assert quoted(real, "hemne") == [
        (
            f"{START}Hemne got 433 of 800 points in 2018, 74 points above the published average of "
            "2018 for evaluated Norwegian municipalities (359 points, n = 55)."
        )
    ]


def test_hemne_beside_the_five_others_with_a_known_total(real: Reading) -> None:
    # (324 + 523 + 378 + 396 + 534) / 5 = 431
    assert quoted(real, "hemne", ComparisonKind.COMPUTED) == [
        (
            f"{START}Hemne got 433 of 800 points in 2018, about the same as the average of 5 other "
            "Norwegian municipalities with figures here (431 points; versions 2.0 and 2.1, "
            "2015–2019)."
        )
    ]


def test_one_never_evaluated_has_no_sentence(real: Reading) -> None:
    assert quoted(real, "heim") == []


def test_a_published_average_of_unknown_size_and_one_set_beside_by_name(real: Reading) -> None:
    municipality = register.municipality(real, "vallentuna")
    assert municipality is not None
    found = municipality_content(real, municipality, None)
    assert found.result is not None
    drawn = found.result.areas[0].beside[0]
    assert said(basis_words(drawn.comparison, Decimal(71), found.instrument)) == (
        "71 points; the source does not say over how many municipalities"
    )
    named = found.result.total[0]
    assert named.by_name
    assert said(basis_words(named.comparison, Decimal(600), found.instrument)) == (
        "600 points; too few others have figures for an average"
    )
