"""What is unsure is asked, and the answers complete the same understanding."""

from collections.abc import Sequence

from app.publishing.importing.understanding import Certainty
from tests.publishing.importing.foreign.making import (
    AREAS_NB,
    AREAS_SV,
    OTHERS,
    WHOLES,
    asked,
    book,
    summary,
    table,
    understood,
)

Rows = list[Sequence[object]]

NUMBERED = [f"Omr {no}" for no in range(1, 9)]
STORVIK = ("storvik", 2018, 328, list(WHOLES))


def test_an_ambiguous_name_is_asked_with_its_choices() -> None:
    content = table([["Kommune", "År", *NUMBERED, "Sum"], ["Testnes", 2018, *WHOLES, 328]])
    first = understood("a.csv", content)
    (question,) = (q for q in first.asked if q.id.startswith("municipality"))
    assert [value for value, _ in question.choices][:2] == ["testnes-nordre", "testnes-sondre"]
    assert question.place.cell == "A2"
    assert "municipality" not in first.candidates[0].document
    for answer in ("testnes-sondre", "1747", "Testnes, Søndre fylke"):
        again = understood("a.csv", content, {question.id: answer})
        assert summary(again) == [("testnes-sondre", 2018, 328, list(WHOLES))]
    assert understood("a.csv", content, {question.id: "-"}).candidates == ()


def test_an_unknown_name_is_asked_with_who_is_like_it() -> None:
    content = table([["Kommune", "År", *NUMBERED, "Sum"], ["Storvikk", 2018, *WHOLES, 328]])
    (question,) = (q for q in understood("a.csv", content).asked if q.id.startswith("municipality"))
    assert question.suggested == "storvik"


def test_a_name_and_a_code_of_two_are_asked_about() -> None:
    content = table(
        [["Knr", "Kommune", "År", *NUMBERED, "Sum"], ["931", "Storvik", 2018, *WHOLES, 328]]
    )
    (question,) = (q for q in understood("a.csv", content).asked if q.id.startswith("municipality"))
    assert {value for value, _ in question.choices} >= {"provoy", "storvik"}


def test_the_year_of_a_title_is_to_be_confirmed_and_that_of_the_file_only_suggested() -> None:
    rows = [["Område", "Poeng"], *zip(AREAS_NB, WHOLES, strict=True), ["Totalt", 328]]
    titled = understood("a.csv", table([["Storvik kommune 2018"], *rows]))
    assert summary(titled) == [STORVIK]
    assert titled.candidates[0].document["year_basis"] == "title"
    assert {c.certainty for c in titled.cells if c.place.line == 1} == {Certainty.CONFIRM}
    named = understood("storvik_2018.csv", table(rows))
    assert summary(named)[0][:2] == (None, None)
    suggested = {q.id.partition(":")[0]: q.suggested for q in named.asked}
    assert (suggested["municipality"], suggested["year"]) == ("storvik", "2018")
    several = understood("a.csv", table([["Storvik kommune"], ["2018"], ["Ny 2019"], *rows]))
    (question,) = (q for q in several.asked if q.id.startswith("year"))
    assert [value for value, _ in question.choices] == ["2018", "2019"]


def test_a_stated_year_is_sure() -> None:
    rows = [["Område", "Poeng"], *zip(AREAS_NB, WHOLES, strict=True), ["Totalt", 328]]
    for said in (["År: 2018"], ["År", "2018"], ["Evalueringsår", 2018]):
        found = understood("a.csv", table([["Storvik kommune"], said, *rows]))
        assert summary(found) == [STORVIK]
        assert "year_basis" not in found.candidates[0].document


def test_the_version_is_written_inferred_or_asked() -> None:
    def of(year: int, title: str, names: tuple[str, ...] = AREAS_NB):  # type: ignore[no-untyped-def]
        rows = [["Område", "Poeng"], *zip(names, WHOLES, strict=True)]
        return understood("a.csv", table([[title], ["År", year], *rows]))

    inferred = of(2018, "Storvik kommune")
    assert inferred.candidates[0].document["method_version"] == "2.1"
    assert inferred.candidates[0].document["method_version_basis"] == "inferred"
    assert inferred.remarks
    written = of(2016, "Storvik kommune, versjon 2.1")
    assert written.candidates[0].document["method_version"] == "2.1"
    assert written.candidates[0].document["method_version_basis"] == "stated"
    both = of(2016, "Storvik kommune")
    (question,) = (q for q in both.asked if q.id.startswith("version"))
    assert [value for value, _ in question.choices] == ["2.0", "2.1"]
    assert "method_version" not in both.candidates[0].document
    swedish = of(2016, "Ålmeby kommun", AREAS_SV)
    assert swedish.candidates[0].document["method_version"] == "2.0"
    assert "version" in asked(of(2022, "Storvik kommune"))


def test_figures_under_a_heading_that_is_not_known_are_asked_about() -> None:
    names = [*AREAS_NB[:3], "Noe helt annet", *AREAS_NB[4:]]
    content = table(
        [["Storvik 2018"], ["Område", "Poeng"], *zip(names, WHOLES, strict=True), ["Totalt", 328]]
    )
    first = understood("a.csv", content)
    (question,) = (q for q in first.asked if q.id.startswith("heading"))
    assert question.suggested == "4"
    assert summary(first)[0][3][3] is None
    assert summary(understood("a.csv", content, {question.id: "4"})) == [STORVIK]
    left = understood("a.csv", content, {question.id: "-"})
    assert asked(left) == {"source"}
    assert summary(left)[0][3][3] is None


def test_a_number_that_contradicts_its_name_is_asked_about() -> None:
    names = [f"{no} {name}" for no, name in enumerate(AREAS_NB, 1)]
    names[2], names[3] = f"3 {AREAS_NB[3]}", f"4 {AREAS_NB[2]}"
    content = table([["Storvik 2018"], ["Område", "Poeng"], *zip(names, WHOLES, strict=True)])
    first = understood("a.csv", content)
    questions = [q for q in first.asked if q.id.startswith("heading")]
    assert [[value for value, _ in q.choices] for q in questions] == [["3", "4"], ["3", "4"]]
    answers = {questions[0].id: "3", questions[1].id: "4"}
    assert summary(understood("a.csv", content, answers))[0][3] == list(WHOLES)
    answers = {questions[0].id: "4", questions[1].id: "3"}
    assert summary(understood("a.csv", content, answers))[0][3][2:4] == [43, 51]


def test_two_columns_of_points_are_asked_about() -> None:
    rows = zip(AREAS_NB, WHOLES, OTHERS, strict=True)
    content = table([["Storvik kommune 2018"], ["Område", "Poeng", "Skår"], *rows])
    first = understood("a.csv", content)
    (question,) = (q for q in first.asked if q.id.startswith("which"))
    assert len(question.choices) == 2
    chosen = understood("a.csv", content, {question.id: question.choices[1][0]})
    assert summary(chosen) == [("storvik", 2018, None, list(OTHERS))]


def test_an_evaluation_in_two_tables_is_one_or_asked_about() -> None:
    def of(third: int):  # type: ignore[no-untyped-def]
        points = [*WHOLES[:2], third, *WHOLES[3:]]
        return book(
            {
                "Sum": [["Storvik kommune 2018"], *zip(AREAS_NB, WHOLES, strict=True)],
                "Alt": [
                    ["Kommune", "År", *NUMBERED, "Sum"],
                    ["Storvik", 2018, *points, 328],
                ],
            }
        )

    same = understood("a.xlsx", of(WHOLES[2]))
    assert summary(same) == [STORVIK]
    assert asked(same) == {"source"}
    assert {c.document for c in same.cells if c.document is not None} == {0}
    assert "year_basis" not in same.candidates[0].document
    other = understood("a.xlsx", of(99))
    (question,) = (q for q in other.asked if q.id.startswith("twice"))
    assert len(other.candidates) == 2
    chosen = understood("a.xlsx", of(99), {question.id: question.choices[1][0]})
    assert summary(chosen)[0][3][2] == 99
    assert {c.document for c in chosen.cells if c.document is not None} == {0}


def test_the_source_is_asked_with_the_title_and_may_carry_its_address() -> None:
    rows = [["Område", "Poeng"], *zip(AREAS_NB, WHOLES, strict=True)]
    content = table([["Kommunekompasset i Storvik kommune 2018"], *rows])
    (question,) = understood("a.csv", content).asked
    assert question.suggested == "Kommunekompasset i Storvik kommune 2018"
    for answer, title, url in (
        ("Rapport", "Rapport", None),
        ("Rapport, https://example.org/a", "Rapport", "https://example.org/a"),
        ("https://example.org/a", "https://example.org/a", "https://example.org/a"),
    ):
        (one,) = understood("a.csv", content, {"source": answer}).candidates
        assert one.document["source"] == {"title": title, "url": url}


def test_figures_that_may_be_totals_are_asked_about() -> None:
    for content, wanted in (
        (
            table([["Kommune", 2011, 2014], ["Ålmeby", 415, 493], ["Lillskog-Örn", 496, ".."]]),
            [("almeby", 2011, 415), ("almeby", 2014, 493), ("lillskog-orn", 2011, 496)],
        ),
        (
            table([["", "Totalpoäng 2011"], ["Ålmeby", 415], ["Lillskog-Örn", 496]]),
            [("almeby", 2011, 415), ("lillskog-orn", 2011, 496)],
        ),
        (
            table([["Rang", "Kommun", "År", "Poäng"], [1, "Ålmeby", 2014, 493]]),
            [("almeby", 2014, 493)],
        ),
        (
            table([["", "Ålmeby", "Lillskog-Örn"], [2011, 415, 496], [2014, 493, 510]]),
            [
                ("almeby", 2011, 415),
                ("almeby", 2014, 493),
                ("lillskog-orn", 2011, 496),
                ("lillskog-orn", 2014, 510),
            ],
        ),
    ):
        first = understood("a.csv", content)
        assert asked(first) == {"totals", "source"}
        (question,) = (q for q in first.asked if q.id.startswith("totals"))
        known = [one for one in summary(first) if one[2] is not None]
        assert sorted(one[:3] for one in known) == wanted
        assert understood("a.csv", content, {question.id: "leave"}).candidates == ()


def test_figures_of_nobody_are_no_totals() -> None:
    found = understood("a.csv", table([["Navn", "Alder", "2014"], ["Per", 12, 400]]))
    assert (found.candidates, found.asked) == ((), ())
    assert len(found.faults) == 1


def test_a_row_of_maxima_without_a_label_is_nobody() -> None:
    content = table(
        [
            ["Kommune", "År", *NUMBERED, "Sum"],
            ["", "", *[100] * 8, 800],
            ["Storvik", 2018, *WHOLES, 328],
        ]
    )
    found = understood("a.csv", content)
    assert summary(found) == [STORVIK]
    assert asked(found) == {"source"}


def test_a_cover_says_what_the_other_sheets_are_of() -> None:
    points: Rows = [["Område", "Poeng"], *zip(AREAS_NB, WHOLES, strict=True), ["Totalt", 328]]
    covers: tuple[Rows, ...] = (
        [["Evaluering av Storvik kommune"], ["Rapport 3/2018"], ["Trykt i Prøvøy"]],
        [["Kommune", "Storvik"], ["År", 2018], ["Skrevet av", "Prøvøy"]],
        [["Kommune:", "Storvik"], ["År:", 2018]],
    )
    for cover in covers:
        found = understood("a.xlsx", book({"Forside": cover, "Skår": points}))
        assert summary(found) == [STORVIK]
        assert asked(found) == {"source"}
        said = {c.place.sheet: c.certainty for c in found.cells if c.way == ("municipality",)}
        assert said == {"Forside": Certainty.CONFIRM}


def test_a_hidden_sheet_is_not_read_and_that_is_said() -> None:
    points = [["Storvik kommune 2018"], *zip(AREAS_NB, WHOLES, strict=True), ["Totalt", 328]]
    old = [["Storvik kommune 2016"], *zip(AREAS_NB, OTHERS, strict=True)]
    found = understood("a.xlsx", book({"Ny": points, "Gammel": old}, hidden=("Gammel",)))
    assert summary(found) == [STORVIK]
    assert [remark.sheet for remark in found.remarks].count("Gammel") == 1


def test_who_is_only_mentioned_is_not_taken_for_whose_result_it_is() -> None:
    rows = [["Område", "Poeng 2018"], *zip(AREAS_NB, WHOLES, strict=True), ["Totalt", 328]]
    found = understood("a.csv", table([*rows, ["* Prøvøy kommune har andre tall fra 2013"]]))
    assert summary(found)[0][:2] == (None, 2018)
    text = "Funn 2018\nOmråde 3\nStyrker\n- Samarbeid med Storvik kommune om planer\n- Mer"
    found = understood("a.txt", text.encode())
    assert "municipality" not in found.candidates[0].document
    assert asked(found) == {"municipality", "source"}


def test_a_name_without_its_own_letters_is_to_be_confirmed() -> None:
    for written, certainty in (
        ("Provoy", Certainty.CONFIRM),
        ("PRØVØY", Certainty.SURE),
        ("prøvøy kommune", Certainty.SURE),
        ("Lillskog Örns kommun", Certainty.SURE),
        ("Davvejohka - Davveelv", Certainty.SURE),
    ):
        content = table([["Kommune", "År", *NUMBERED, "Sum"], [written, 2018, *WHOLES, 328]])
        found = understood("a.csv", content)
        assert asked(found) == {"source"}
        (cell,) = (c for c in found.cells if c.way == ("municipality",))
        assert cell.certainty is certainty, written
