"""Tables of every kind that evaluators have, in other words and other orders than the cases."""

from decimal import Decimal
from typing import Any

import pytest

from app.publishing.importing.foreign.words import LONGEST_FIELD, FieldKind, field_of
from app.publishing.importing.understanding import Certainty, Understanding
from tests.publishing.importing.foreign.making import (
    AREAS_NB,
    AREAS_NN,
    AREAS_SV,
    OTHERS,
    POINTS_OF_TENTHS,
    TENTHS,
    WHOLES,
    asked,
    book,
    summary,
    table,
    understood,
)

PROVOY = ("provoy", 2017, 416, list(POINTS_OF_TENTHS))
STORVIK = ("storvik", 2018, 328, list(WHOLES))
ALMEBY = ("almeby", 2014, 501, list(OTHERS))
NUMBERED = [f"Omr {no}" for no in range(1, 9)]

BACKWARDS = table(
    [
        ["År", "Totalt", *reversed(NUMBERED), "Kommune"],
        [2018, 328, *reversed(WHOLES), "Storvik"],
        [2017, 416, *reversed(TENTHS), "Prøvøy kommune"],
    ]
)
NYNORSK = table(
    [
        ["Kommunenr", "Kommunenamn", "Innbyggjartal", "Årstal", *AREAS_NN, "I alt"],
        ["5088", "Storvik", "6\u202f100", "2018", *WHOLES, 328],
    ]
)
SWEDISH = table(
    [
        ["Kommunkod", "Kommun", "Folkmängd", "År", *AREAS_SV, "Summa"],
        ["388", "Ålmeby", "12 345", 2014, *OTHERS, "501 poäng"],
    ],
    "\t",
)
ENGLISH = table(
    [
        ["Municipality", "Year", "Population", *(f"Area {n}" for n in range(1, 9)), "Total"],
        ["Prøvøy", 2017, "4,310", *POINTS_OF_TENTHS, "416.0"],
    ]
)
TRANSPOSED = book(
    {
        "Ark1": [
            ["Kommune", "Prøvøy", "Storvik"],
            ["Kommunenummer", 931, 5088],
            ["Årstall", 2017, 2018],
            *zip(AREAS_NB, POINTS_OF_TENTHS, WHOLES, strict=True),
            ["Totalt", 416, 328],
        ]
    }
)
TWO_HEADS = book(
    {
        "Ark1": [
            ["Kommune", "År", "Fokusområde"],
            [None, None, 1, 2, 3, 4, 5, 6, 7, 8, "Sum"],
            ["Prøvøy", 2017, *POINTS_OF_TENTHS, 416],
            ["Storvik", 2018, *WHOLES, 328],
        ]
    },
    ["A1:A2", "B1:B2", "C1:K1"],
)
STACKED = table(
    [
        ["Storvik 2018"],
        ["Område", "Poeng"],
        *zip(AREAS_NB, WHOLES, strict=True),
        ["Totalt", 328],
        [],
        ["Prøvøy 2017"],
        ["Område", "Poeng"],
        *zip(AREAS_NB, TENTHS, strict=True),
        ["Totalt", 416],
    ]
)
SHEETS = book(
    {
        "Om": [["Denne boka er oppdiktet"]],
        "Storvik": [
            ["Område", "Poeng 2018"],
            *zip(AREAS_NB, WHOLES, strict=True),
            ["Totalt", 328],
        ],
        "Prøvøy": [
            ["Område", "Poeng 2017"],
            *zip(AREAS_NB, POINTS_OF_TENTHS, strict=True),
            ["Totalt", 416],
        ],
    }
)
ONE_FIGURE_A_LINE = table(
    [
        ["Kommune", "År", "Område", "Poeng"],
        *(["Storvik" if n == 0 else "", 2018, a, p] for n, (a, p) in enumerate(
            zip(AREAS_NB, WHOLES, strict=True)
        )),
        ["", 2018, "Totalt", 328],
    ]
)  # fmt: skip
CUT_SHORT = table(
    [
        ["Storvik kommune 2018"],
        ["Område", "Skår"],
        ["Off. og demokrati", 36],
        ["Tilgj. og brukerorient.", 27],
        ["Pol. styring", 51],
        ["Lederskap", 43],
        ["Resultat/effektivitet", 46],
        ["Arbeidsgiver", 38],
        ["Utv.strategi", 47],
        ["Samf.utvikler", 40],
        ["Sum", 328],
    ]
)
SUMS_BETWEEN = table(
    [
        ["Storvik 2018"],
        ["Fokusområde", "Poeng"],
        *zip(AREAS_NB[:4], WHOLES[:4], strict=True),
        ["Sum", 157],
        *zip(AREAS_NB[4:], WHOLES[4:], strict=True),
        ["Delsum", 171],
        ["Sum", 328],
    ]
)
FOOTNOTES = table(
    [
        ["Kommune", "År", *NUMBERED, "Sum"],
        [
            "Storvik*",
            2018,
            "36*",
            "27¹",
            "51 1)",
            "(43)",
            46,
            "38 p",
            "47 (47 %)",
            "40/100",
            "328†",
        ],
        ["* Tallene er fra 2013 og gjelder 608 kommuner"],
    ]
)
OUT_OF = table(
    [
        ["Ålmeby kommun"],
        ["År", 2014],
        ["Område", "Poäng", "Max"],
        *([a, f"{p} av 100", 100] for a, p in zip(AREAS_SV, OTHERS, strict=True)),
        ["Totalt", "501/800", 800],
    ]
)


@pytest.mark.parametrize(
    "name, content, wanted",
    [
        pytest.param("a.csv", BACKWARDS, [STORVIK, PROVOY], id="other order of columns"),
        pytest.param("a.csv", NYNORSK, [STORVIK], id="nynorsk"),
        pytest.param("a.tsv", SWEDISH, [ALMEBY], id="swedish with tabs"),
        pytest.param("a.csv", ENGLISH, [PROVOY], id="english with decimal points"),
        pytest.param("a.xlsx", TRANSPOSED, [PROVOY, STORVIK], id="transposed"),
        pytest.param("a.xlsx", TWO_HEADS, [PROVOY, STORVIK], id="two rows of heads"),
        pytest.param("a.csv", STACKED, [STORVIK, PROVOY], id="one table below the other"),
        pytest.param("a.xlsx", SHEETS, [STORVIK, PROVOY], id="a sheet for each"),
        pytest.param("a.csv", ONE_FIGURE_A_LINE, [STORVIK], id="a line for each figure"),
        pytest.param("a.csv", CUT_SHORT, [STORVIK], id="names cut short"),
        pytest.param("a.csv", SUMS_BETWEEN, [STORVIK], id="sums in between"),
        pytest.param("a.csv", FOOTNOTES, [STORVIK], id="marks of notes and units"),
        pytest.param("a.csv", OUT_OF, [ALMEBY], id="points of a hundred"),
        pytest.param(
            "a.txt",
            table(
                [["Kommune", "År", *NUMBERED, "Sum"], ["Storvik", 2018, *WHOLES, 328]],
                "\t",
                "utf-16",
            ),
            [STORVIK],
            id="a text with tabs in UTF-16",
        ),
    ],
)
def test_a_table_gives_its_values(name: str, content: bytes, wanted: list[tuple[Any, ...]]) -> None:
    found = understood(name, content)
    assert found.faults == ()
    assert summary(found) == wanted
    assert asked(found) == {"source"}
    assert all(d.document["detail"] == "areas" for d in found.candidates)


def test_years_across_with_maxima_a_change_and_a_mean() -> None:
    rows = zip(AREAS_SV, WHOLES, OTHERS, strict=True)
    content = table(
        [
            ["Område", "Max", "Ålmeby 2011", "Ålmeby 2014", "Ändring i poäng", "Medel (n=35)"],
            *([a, 100, w, o, o - w, 50] for a, w, o in rows),
            ["Summa", 800, 328, 501, 173, 400],
        ]
    )
    found = understood("a.csv", content)
    assert summary(found) == [("almeby", 2011, 328, list(WHOLES)), ALMEBY]
    (mean,) = (one.document for one in found.references)
    assert (mean["n"], mean["total"], mean["areas"]["8"], mean["as_of"]) == (35, 400, 50, 2014)


def test_years_over_areas() -> None:
    content = book(
        {
            "Ark1": [
                ["", 2017, *[None] * 8, 2019],
                ["Kommune", *NUMBERED, "Sum", *NUMBERED, "Sum"],
                ["Storvik", *POINTS_OF_TENTHS, 416, *WHOLES, 328],
            ]
        }
    )
    found = understood("a.xlsx", content)
    assert summary(found) == [
        ("storvik", 2017, 416, list(POINTS_OF_TENTHS)),
        ("storvik", 2019, 328, list(WHOLES)),
    ]


def test_years_down_for_one_municipality_and_a_mean_below() -> None:
    content = table(
        [
            ["Ålmeby kommun, resultat"],
            ["År", *AREAS_SV, "Totalt"],
            [2011, *WHOLES, 328],
            [2014, *OTHERS, 501],
            ["Genomsnitt 40 kommuner", *[50] * 8, 400],
        ]
    )
    found = understood("a.csv", content)
    assert summary(found) == [("almeby", 2011, 328, list(WHOLES)), ALMEBY]
    assert [one.document["n"] for one in found.references] == [40]


@pytest.mark.parametrize(
    "label", ["Snitt", "Gjennomsnitt", "Medel", "Alle", "Median", "Landet", "Maks", "Laveste"]
)
def test_a_row_of_several_is_nobody(label: str) -> None:
    content = table(
        [
            ["Kommune", "År", *NUMBERED, "Sum"],
            ["Storvik", 2018, *WHOLES, 328],
            [label, "", *[50] * 8, 400],
        ]
    )
    found = understood("a.csv", content)
    assert summary(found) == [STORVIK]
    assert (asked(found), found.faults, found.references) == ({"source"}, (), ())
    last = [cell for cell in found.cells if cell.place.line == 3]
    assert {cell.certainty for cell in last} == {Certainty.LEFT_OUT}
    assert len(last) == 10


@pytest.mark.parametrize(
    "mark",
    [":", "..", ".", "-", "–", "—", "−", "", "i.t.", "u.s.", "n/a", "#N/A", "uppgift saknas", "?"],
)
def test_a_missing_mark_is_never_nought(mark: str) -> None:
    content = table(
        [["Kommune", "År", *NUMBERED, "Sum"], ["Storvik", 2018, mark, *WHOLES[1:], mark]]
    )
    found = understood("a.csv", content)
    assert summary(found) == [("storvik", 2018, None, [None, *WHOLES[1:]])]
    assert found.faults == ()


def values_of(found: Understanding) -> set[str]:
    return {cell.value for cell in found.cells if cell.certainty is not Certainty.LEFT_OUT}


def test_shares_beside_points_are_left_out() -> None:
    rows = zip(AREAS_NB, WHOLES, strict=True)
    content = table(
        [
            ["Storvik kommune 2018"],
            ["Område", "Poeng", "%"],
            *([a, p, f"{p} %"] for a, p in rows),
            ["Totalt", 328, "41 %"],
        ]
    )
    found = understood("a.csv", content)
    assert summary(found) == [STORVIK]
    assert asked(found) == {"source"}


def test_shares_without_their_sign_are_asked_about_too() -> None:
    rows = zip(AREAS_NB, POINTS_OF_TENTHS, strict=True)
    content = book(
        {
            "Ark1": [
                ["Prøvøy kommune 2017"],
                ["Område", "Andel av maks"],
                *([a, float(Decimal(str(p)) / 100)] for a, p in rows),
                ["Totalt", 0.52],
            ]
        }
    )
    found = understood("a.xlsx", content)
    assert summary(found) == [PROVOY]
    assert asked(found) == {"shares", "source"}
    assert "0.412" not in values_of(found)


@pytest.mark.parametrize("heading", ["Poeng", "Resultat", "Storvik 2018"])
def test_figures_under_one_are_shares_whatever_they_are_called(heading: str) -> None:
    rows = zip(AREAS_NB, ("0,4", "0,3", "0,5", "0,4", "0,5", "0,4", "0,5", "0,4"), strict=True)
    found = understood("a.csv", table([["Storvik kommune 2018"], ["Område", heading], *rows]))
    assert asked(found) == {"shares", "source"}
    assert summary(found)[0][3] == [40, 30, 50, 40, 50, 40, 50, 40]


def test_stars_that_are_gold_stars_are_told_of() -> None:
    rows = [
        [a, f"{p}*" if n in (2, 4) else p]
        for n, (a, p) in enumerate(zip(AREAS_NB, WHOLES, strict=True), 1)
    ]
    found = understood(
        "a.csv",
        table([["Storvik kommune 2018"], ["Område", "Poeng"], *rows, ["* betyr Gullstjerne"]]),
    )
    assert summary(found) == [("storvik", 2018, None, list(WHOLES))]
    problems = [r.problem for r in found.remarks]
    assert [p.values["codes"] for p in problems if "codes" in p.values] == [("2", "4")]


RANKED = ("Storvik", "Prøvøy", "Davvejohka", "Almaby")


@pytest.mark.parametrize("head", ["Nr", "Plass", "#", ""])
@pytest.mark.parametrize("figures", [["Skår"], ["2018", "2017"], ["Totalt"]])
def test_numbers_beside_several_municipalities_are_no_areas(head: str, figures: list[str]) -> None:
    points = [
        [no, name, *range(60 - no, 60 - no + len(figures))] for no, name in enumerate(RANKED, 1)
    ]
    found = understood("liste.csv", table([[head, "Kommune", *figures], *points]))
    assert len(found.candidates) == len(RANKED) * len(figures)
    assert not [area for one in found.candidates for area in one.document["areas"]]


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_places_of_several_municipalities_without_any_heading_are_no_areas(delimiter: str) -> None:
    rows = [[1, "Storvik", 61], [2, "Prøvøy", 58], [3, "Ålmeby", 55]]
    found = understood("liste.csv", table(rows, delimiter))
    assert found.candidates == ()
    assert found.faults != ()


def test_numbers_beside_one_municipality_again_and_again_are_areas() -> None:
    rows = [[name, 2018, no, points] for name in RANKED[:2] for no, points in enumerate(WHOLES, 1)]
    found = understood("liste.csv", table([["Kommune", "År", "Nr", "Poeng"], *rows]))
    assert [[area["stated"] for area in one.document["areas"]] for one in found.candidates] == [
        [*WHOLES]
    ] * 2


def test_areas_that_are_numbered_backwards() -> None:
    rows = [["Kommune", "År", *range(8, 0, -1), "Total"], ["Storvik", 2018, *WHOLES[::-1], 328]]
    (one,) = understood("bakfra.csv", table(rows)).candidates
    assert [area["stated"] for area in one.document["areas"]] == [*WHOLES]


def test_areas_that_are_numbered_in_no_order_are_asked_about() -> None:
    rows = [["Kommune", "År", 3, 1, 2, 5, 4, 8, 7, 6, "Total"], ["Storvik", 2018, *WHOLES, 328]]
    found = understood("stokket.csv", table(rows))
    assert sum(question.id.startswith("heading:") for question in found.asked) == 8


def test_a_cell_of_brackets_is_the_heading_of_nothing() -> None:
    """What is too long for a heading is not looked through for one."""
    assert field_of("Kommune (navn)") is FieldKind.NAME
    assert field_of("Kommune" + "(" * LONGEST_FIELD) is None
