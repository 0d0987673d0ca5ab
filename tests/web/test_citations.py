"""Citations: every sign of them, for a page of Hemne and for names that are hard to write."""

from dataclasses import replace
from datetime import UTC, datetime

from app.web.page.citations import Citation
from app.web.words.languages import translate

HEMNE = Citation(
    publisher="Kommunekompasset, åpne resultater",
    title="Hemne 2018: evaluation with Kommunekompasset",
    path="/kommuner/hemne/2018",
    language="en",
    number=3,
    published_at=datetime(2026, 3, 1, 12, tzinfo=UTC),
    address="https://kompass.example/en/kommuner/hemne/2018?release=3",
)


def test_apa() -> None:
    assert translate(HEMNE.apa, "en") == (
        "Kommunekompasset, åpne resultater. (2026). Hemne 2018: evaluation with Kommunekompasset "
        "(Release 3) [Data set]. https://kompass.example/en/kommuner/hemne/2018?release=3"
    )


def test_bibtex() -> None:
    assert HEMNE.bibtex.splitlines() == [
        "@misc{kommunekompasset-kommuner-hemne-2018-r3,",
        '  author = "{Kommunekompasset, åpne resultater}",',
        '  title = "{Hemne 2018: evaluation with Kommunekompasset}",',
        "  year = {2026},",
        "  version = {3},",
        "  date = {2026-03-01},",
        "  language = {english},",
        "  url = {https://kompass.example/en/kommuner/hemne/2018?release=3},",
        "}",
    ]


def test_signs_that_mean_something_in_tex_are_written_so_that_they_do_not() -> None:
    odd = replace(HEMNE, title=r"50 % {of} A&B_C #1 $2 ~x^y \end")
    assert (
        r'  title = "{50 \% \{of\} A\&B\_C \#1 \$2 \textasciitilde{}x\textasciicircum{}y '
        r'\textbackslash{}end}",'
    ) in odd.bibtex.splitlines()


def test_ris() -> None:
    assert HEMNE.ris.splitlines() == [
        "TY  - DATA",
        "TI  - Hemne 2018: evaluation with Kommunekompasset",
        "PB  - Kommunekompasset, åpne resultater",
        "PY  - 2026",
        "DA  - 2026/03/01",
        "ET  - 3",
        "LA  - en",
        "UR  - https://kompass.example/en/kommuner/hemne/2018?release=3",
        "ER  - ",
    ]


def test_a_publisher_without_a_comma_is_the_author() -> None:
    assert "AU  - KS" in replace(HEMNE, publisher="KS").ris.splitlines()
