"""Running texts: lists of areas, totals in sentences, and findings under headings."""

import pytest

from app.publishing.importing.understanding import FileShape
from tests.publishing.importing.foreign.making import (
    AREAS_NB,
    AREAS_NN,
    AREAS_SV,
    OTHERS,
    TENTHS,
    WHOLES,
    asked,
    book,
    stated,
    summary,
    table,
    understood,
)

STORVIK = ("storvik", 2018, 328, list(WHOLES))


def listed(form: str, names: tuple[str, ...], points: tuple[object, ...]) -> str:
    pairs = enumerate(zip(names, points, strict=True), 1)
    return "\n".join(form.format(no=no, name=name, points=p) for no, (name, p) in pairs)


@pytest.mark.parametrize(
    "form",
    [
        "{no}. {name} {points}",
        "{no}) {name}: {points} p",
        "{no} {name} – {points} poeng",
        "Område {no} {name} ..... {points}",
        "Fokusområde {no}: {name}\t{points} av 100",
        "• {name}: {points} poeng av 100",
        "{no}. {name} ({points} poeng)",
        "{no}. {name}\n{points}",
        "{no}. {name}\nPoeng: {points} av 100 poeng",
        "Omr. {no}: {points}",
    ],
)
def test_a_list_in_any_form(form: str) -> None:
    text = f"Kommunekompasset i Storvik kommune 2018\n\n{listed(form, AREAS_NB, WHOLES)}\nSum: 328"
    found = understood("a.txt", text.encode())
    assert found.faults == ()
    assert summary(found) == [STORVIK]
    assert asked(found) == {"source"}
    assert found.shape is FileShape.TEXT_LIST


def test_a_list_with_decimals_in_a_text_of_another_encoding() -> None:
    text = f"Evaluering av Prøvøy kommune 2017\n{listed('{no}. {name} {points}', AREAS_NN, TENTHS)}"
    for encoding in ("cp1252", "utf-16", "utf-8-sig"):
        found = understood("a.txt", text.encode(encoding))
        assert summary(found) == [
            ("provoy", 2017, None, [41.2, 36.8, 72.6, 58, 55.3, 47.1, 44.6, 60.4])
        ]


@pytest.mark.parametrize(
    "sentence, total",
    [
        ("Totalt fick Ålmeby kommun 501 av 800 poäng, mot 608 poäng för den bästa 2013.", 501),
        ("Ålmeby kommun fick 501 poäng av totalt 800 möjliga.", 501),
        ("Det samlade resultatet för Ålmeby kommun är totalt 501 poäng, genomsnittet 440.", 501),
        ("Ålmeby kommun. Den bästa kommunen fick totalt 608 poäng.", None),
        ("Ålmeby kommun har 12 345 invånare och 2014 års budget är 800 miljoner.", None),
    ],
)
def test_only_ones_own_total_is_taken(sentence: str, total: int | None) -> None:
    text = f"Resultat 2014\n{listed('{no}. {name} {points}', AREAS_SV, OTHERS)}\n\n{sentence}\n"
    found = understood("a.txt", text.encode())
    assert summary(found) == [("almeby", 2014, total, list(OTHERS))]
    assert asked(found) == {"source"}


def test_of_two_totals_one_is_chosen() -> None:
    text = (
        f"Resultat 2014\n{listed('{no}. {name} {points}', AREAS_SV, OTHERS)}\n"
        "Ålmeby fick 501 av 800 poäng. Den bästa kommunen fick 608 av 800."
    ).encode()
    first = understood("a.txt", text)
    (question,) = (q for q in first.asked if q.id.startswith("total"))
    assert [value for value, _ in question.choices] == ["501", "608"]
    assert summary(first)[0][2] is None
    assert summary(understood("a.txt", text, {question.id: "501"}))[0][2] == 501


FINDINGS = """Storvik kommune 2018
1 Offentlegheit og demokrati
Styrkar:
• Ein styrke som går over kommu-
negrensa
o Endå ein
Utfordringar:
▪ Inga
Svakheiter
1) Ei svakheit med 2.4 poeng
2) To svakheiter
3. Politisk styring og kontroll (61 poeng)
Styrkar: Berre ein
Svakheiter: Ingen spesielle

Area 7
Strengths
First strength
Second strength that is
continued below
Weaknesses
None
"""


def test_findings_of_several_areas_and_languages() -> None:
    found = understood("funn.txt", FINDINGS.encode())
    (one,) = (candidate.document for candidate in found.candidates)
    by_no = {area["no"]: area for area in one["areas"]}
    assert by_no[1]["findings"] == {
        "lang": "nn",
        "strengths": ["Ein styrke som går over kommunegrensa", "Endå ein"],
        "challenges": [],
        "weaknesses": ["Ei svakheit med 2.4 poeng", "To svakheiter"],
    }
    assert by_no[3]["findings"]["strengths"] == ["Berre ein"]
    assert by_no[3]["findings"]["weaknesses"] == []
    assert by_no[7]["findings"]["lang"] == "en"
    assert by_no[7]["findings"]["strengths"] == [
        "First strength",
        "Second strength that is continued below",
    ]
    assert stated(one) == [None, None, 61, None, None, None, None, None]
    assert found.shape is FileShape.FINDINGS_TEXT


def test_findings_whose_language_nothing_tells_are_asked_about() -> None:
    text = "Storvik 2018\nOmråde 3\nStyrker\n- En\nStyrkor\n- Två\n"
    first = understood("funn.txt", text.encode())
    assert asked(first) == {"language", "source"}
    (question,) = (q for q in first.asked if q.id.startswith("language"))
    assert "lang" not in first.candidates[0].document["areas"][0]["findings"]
    again = understood("funn.txt", text.encode(), {question.id: "sv"})
    assert again.candidates[0].document["areas"][0]["findings"]["lang"] == "sv"


def test_a_text_without_results_says_so() -> None:
    found = understood("a.txt", b"En tekst om noe annet, med 12 ord og 800 poeng.\n")
    assert (found.candidates, found.shape) == ((), FileShape.UNKNOWN)
    assert len(found.faults) == 1


FINDINGS_BY_KIND = book(
    {
        "Poeng": [["Storvik kommune 2018"], *zip(AREAS_NB, WHOLES, strict=True), ["Totalt", 328]],
        "Funn": [
            ["Storvik kommune 2018"],
            ["Område", "Styrker", "Utfordringer", "Svakheter"],
            [f"1 {AREAS_NB[0]}", "- En styrke\n- To", "Ingen", "Svak på\nalt"],
            [3, "Bare en", None, "• A\n• B"],
        ],
    }
)
FINDINGS_BY_ROW = table(
    [
        ["Storvik kommune 2018"],
        ["Område", "Type", "Funn"],
        [f"1 {AREAS_NB[0]}", "Styrke", "En styrke"],
        ["", "Styrke", "To"],
        ["", "Svakhet", "Svak på alt"],
        ["Område 3", "Styrke", "Bare en"],
        ["", "Svakhet", "A"],
        ["", "Svakhet", "B"],
    ]
)


@pytest.mark.parametrize(
    "name, content, points",
    [("a.xlsx", FINDINGS_BY_KIND, list(WHOLES)), ("a.csv", FINDINGS_BY_ROW, [None] * 8)],
)
def test_findings_in_a_table(name: str, content: bytes, points: list[float | None]) -> None:
    found = understood(name, content)
    assert asked(found) == {"source"}
    (one,) = (candidate.document for candidate in found.candidates)
    assert (one["municipality"], one["year"], stated(one)) == ("storvik", 2018, points)
    findings = {area["no"]: area["findings"] for area in one["areas"] if "findings" in area}
    assert findings == {
        1: {
            "lang": "nb",
            "strengths": ["En styrke", "To"],
            "challenges": [],
            "weaknesses": ["Svak på alt"],
        },
        3: {"lang": "nb", "strengths": ["Bare en"], "challenges": [], "weaknesses": ["A", "B"]},
    }


@pytest.mark.parametrize(
    "form", ["{no}. {name} {points}", "Område {no} – {name}: {points} poeng (maks 100)"]
)
def test_an_area_with_a_name_of_its_own_is_known_by_its_number(form: str) -> None:
    names = [*AREAS_NB]
    names[1], names[7] = "Brukerne", "Bygda"
    lines = [
        form.format(no=no, name=name, points=points)
        for no, (name, points) in enumerate(zip(names, WHOLES, strict=True), 1)
    ]
    text = "\n".join(
        ["Storvik kommune 2018", "", *lines, "", "3. plass av 120", "Totalt 328 poeng"]
    )
    (one,) = understood("liste.txt", text.encode()).candidates
    assert [area["stated"] for area in one.document["areas"]] == [*WHOLES]
    assert one.document["total"] == 328
