"""The form of an evaluation and its document: nothing is lost on the way there and back."""

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import pytest

from app.domain.language import LANGUAGES
from app.domain.method import Instrument
from app.features.editorial.differences import differences
from app.features.editorial.editing.form import EvaluationForm, evaluation_form
from app.features.editorial.editing.numbers import points_problem, shown_points, typed_points
from app.features.editorial.editing.texts import TextFields
from app.features.editorial.editing.typed import detail_shown, typed_evaluation
from app.features.editorial.fields import FieldChoice
from app.publishing.evaluation_file import evaluation_file
from app.publishing.seed import read_folder
from app.web.words.languages import translate
from tests.databases import SEED
from tests.publishing.changing import evaluation_of, real_state
from tests.publishing.texts_written import CLOSING, with_texts

FILES = sorted((SEED / "evaluations").glob("*.json"))


@pytest.fixture(scope="module")
def instrument() -> Instrument:
    return read_folder(SEED).instrument


def sent_of(form: EvaluationForm) -> dict[str, str]:
    """What a browser sends of a form in which nobody has changed anything."""
    return dict(_fields(form))


def _fields(form: EvaluationForm) -> Iterator[tuple[str, str]]:
    yield "report-number", form.report_number
    yield "source-title", form.source_title
    yield "source-url", form.source_url
    yield "version-basis", _chosen(form.version_bases)
    yield "year-basis", _chosen(form.year_bases)
    yield "total", form.total
    yield "total-missing", _chosen(form.total_reasons)
    for area in form.areas:
        yield f"stated-{area.no}", area.stated
        yield f"missing-{area.no}", _chosen(area.reasons)
        yield f"findings-language-{area.no}", _chosen(area.findings_languages)
        for kind, _, text in area.findings:
            yield f"{kind}-{area.no}", text.replace("\n", "\r\n")
        for row in area.questions:
            yield f"score-{row.code}", row.score
            yield f"reason-{row.code}", _chosen(row.reasons)
            if row.reconstructed:
                yield f"reconstructed-{row.code}", "1"
            yield from _texts(row.text)
    for star in form.stars:
        yield f"star-{star.position}-for", _chosen(star.given_for)
        yield from _texts(star.practice)
        yield from _texts(star.why)
    for one in form.discrepancies:
        yield f"discrepancy-{one.position}-kind", _chosen(one.kinds)
        yield f"discrepancy-{one.position}-measure", _chosen(one.measures)
        yield from _texts(one.text)
    for note in form.notes:
        yield from _texts(note.text)
    for written in form.texts.values():
        yield from _texts(written)


def _texts(fields: TextFields) -> Iterator[tuple[str, str]]:
    for part in (*fields.shown, *fields.folded):
        yield part.name, part.text.replace("\n", "\r\n")


def _chosen(choices: Sequence[FieldChoice]) -> str:
    """A list without a chosen option sends its first."""
    return next((one.value for one in choices if one.chosen), choices[0].value)


def _bare(value: Any) -> Any:
    """A document without what says nothing: empty lists and what holds anyway."""
    if isinstance(value, Mapping):
        held = {name: _bare(inner) for name, inner in value.items()}
        return {
            name: inner
            for name, inner in held.items()
            if inner not in (None, [], {}, False)
            and (name, inner) not in (("missing", "not-found"), ("total_missing", "not-found"))
        }
    if isinstance(value, list):
        return [_bare(inner) for inner in value]
    return value


def _with_all_areas(document: Mapping[str, Any]) -> dict[str, Any]:
    """The form has all eight areas; a file may leave out those that nothing is known of."""
    held = {area["no"]: area for area in document["areas"]}
    return {**document, "areas": [held.get(no, {"no": no}) for no in range(1, 9)]}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_form_that_nobody_changed_gives_the_same_document(
    instrument: Instrument, file: Any, language: str
) -> None:
    document = json.loads(file.read_text(encoding="utf-8"))
    version = instrument.versions[document["method_version"]]
    form = evaluation_form(document, version, language)
    again = typed_evaluation(sent_of(form), document, version)
    assert _bare(again) == _bare(_with_all_areas(document))
    assert form.problems == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_that_nobody_changed_stay_to_the_letter(
    instrument: Instrument, language: str
) -> None:
    document = evaluation_file(with_texts(evaluation_of(real_state(), "hemne-2018")))
    version = instrument.versions["2.1"]
    form = evaluation_form(document, version, language)
    again = typed_evaluation(sent_of(form), document, version)
    assert again["closing"] == {"texts": {**CLOSING.texts}, "unofficial": ["sv"]}
    assert _bare(again) == _bare(_with_all_areas(document))
    assert [area.texts for area in form.areas] == [1, 0, 0, 0, 0, 0, 0, 0]


def test_texts_for_the_report_are_typed_in_paragraphs(instrument: Instrument) -> None:
    version = instrument.versions["2.1"]
    before: dict[str, Any] = {
        "areas": [{"no": 1, "questions": [{"code": "1.2", "text": {"nb": "Før"}, "score": 1}]}],
        "preface": {"nb": "Før"},
        "closing": {"texts": {"nb": "Råd", "sv": "Råd"}, "unofficial": ["sv"]},
    }
    sent = {
        "text-preface-nb": "  Takk \t\r\n\r\n\r\n\r\nHer er den.\r\nSå\u200b.",
        "text-preface-en": " \r\n ",
        "text-closing-nb": "",
        "score-1.1": "7,5",
        "text-1.1-sv": "Bra.\r\n\r\nMen.",
        "score-1.2": "1",
        "text-1.2-nb": "",
    }
    typed = typed_evaluation(sent, before, version)
    assert typed["preface"] == {"nb": "Takk\n\nHer er den.\nSå."}
    assert "closing" not in typed
    assert typed["areas"][0]["questions"] == [
        {"code": "1.1", "score": 7.5, "text": {"sv": "Bra.\n\nMen."}},
        {"code": "1.2", "score": 1},
    ]


def test_what_is_written_of_a_question_is_kept_while_its_points_are_typed_anew(
    instrument: Instrument,
) -> None:
    """Each change is saved by itself: for a moment there are no points."""
    version = instrument.versions["2.1"]
    question = {"code": "1.1", "score": 7.5, "note": {"nb": "Sitert."}, "text": {"nb": "Bra."}}
    before: dict[str, Any] = {"areas": [{"no": 1, "questions": [question]}]}
    sent = {"score-1.1": "", "text-1.1-nb": "Bra."}
    between = typed_evaluation(sent, before, version)
    after = typed_evaluation({**sent, "score-1.1": "8"}, between, version)
    assert after["areas"][0]["questions"] == [{**question, "score": 8}]


@pytest.mark.parametrize(
    "text, value",
    [
        ("7,5", 7.5),
        ("7.5", 7.5),
        (" 12 ", 12),
        ("1\u00a0000", 1000),
        ("0", 0),
        ("", None),
        ("  ", None),
        ("\u22122", -2),
        ("abc", "abc"),
        ("7,5,5", "7,5,5"),
        ("1e3", "1e3"),
        ("<script>", "<script>"),
        ("٣", "٣"),
    ],
)
def test_points_are_read_or_kept_as_they_were_typed(text: str, value: object) -> None:
    found = typed_points(text)
    assert found == value
    assert type(found) is type(value)


def test_what_is_shown_of_points_is_read_as_the_same_points() -> None:
    for tenths in range(1001):
        value = tenths / 10 if tenths % 10 else tenths // 10
        for language in LANGUAGES:
            assert typed_points(shown_points(value, language)) == value


@pytest.mark.parametrize(
    "value, begins",
    [
        ("abc", "This is not a number"),
        (-1, "Points cannot be below 0"),
        (15.5, "The most here is"),
        (7.25, "Points have one decimal"),
        (True, "This is not a number"),
    ],
)
def test_wrong_points_are_told_with_their_mend(value: object, begins: str) -> None:
    problem = points_problem(value, Decimal(15))
    assert problem is not None
    assert problem.key.startswith(begins)


@pytest.mark.parametrize("value", [None, 0, 15, 7.5])
def test_right_points_are_no_problem(value: object) -> None:
    assert points_problem(value, Decimal(15)) is None


def test_what_is_wrong_stays_in_the_field_and_is_told_beside_it(instrument: Instrument) -> None:
    version = instrument.versions["2.1"]
    empty: dict[str, Any] = {"method_version": "2.1", "areas": []}
    sent = {"score-1.1": "femten", "score-1.2": "99", "stated-2": "101", "total": "801"}
    typed = typed_evaluation(sent, empty, version)
    form = evaluation_form(typed, version, "nb")
    assert [problem.field for problem in form.problems] == [
        "score-1.1",
        "score-1.2",
        "stated-2",
        "total",
    ]
    assert form.areas[0].questions[0].score == "femten"
    assert form.areas[0].questions[1].score == "99"


def test_sums_follow_the_questions(instrument: Instrument) -> None:
    document = json.loads((SEED / "evaluations" / "hemne-2018.json").read_text(encoding="utf-8"))
    form = evaluation_form(document, instrument.versions["2.1"], "nb")
    assert [str(area.sum) for area in form.areas] == [
        "38.9",
        "37.4",
        "77.4",
        "61.0",
        "58.4",
        "49.4",
        "47.8",
        "62.7",
    ]
    assert form.total_sum == Decimal("433.0")


def test_the_detail_level_follows_what_is_there(instrument: Instrument) -> None:
    for file in FILES:
        document = json.loads(file.read_text(encoding="utf-8"))
        version = instrument.versions[document["method_version"]]
        assert detail_shown(document, version) == document["detail"], file.stem


def test_rows_are_removed_by_their_box_and_added_by_their_text(instrument: Instrument) -> None:
    version = instrument.versions["2.1"]
    before: dict[str, Any] = {"notes": [{"nb": "Første"}, {"nb": "Andre"}], "areas": []}
    sent = {
        "note-0-text-nb": "Første",
        "note-0-remove": "1",
        "note-1-text-nb": "  Andre\tnotat ",
        "note-2-text-sv": "Tredje",
        "note-3-text-nb": "",
    }
    typed = typed_evaluation(sent, before, version)
    assert typed["notes"] == [{"nb": "Andre notat"}, {"sv": "Tredje"}]


@pytest.mark.parametrize(
    "given_for, scope",
    [
        ("", {"scope": "unknown"}),
        ("3", {"scope": "area", "area": 3}),
        ("3.2", {"scope": "question", "question": "3.2"}),
    ],
)
def test_a_gold_star_says_what_it_was_given_for(
    instrument: Instrument, given_for: str, scope: dict[str, Any]
) -> None:
    sent = {"star-0-for": given_for, "star-0-practice-nb": "Åpne møter"}
    typed = typed_evaluation(sent, {"areas": []}, instrument.versions["2.1"])
    assert typed["gold_stars"] == [{**scope, "practice": {"nb": "Åpne møter"}}]


def test_which_texts_are_our_own_translation_stays_as_it_was(instrument: Instrument) -> None:
    text = {"texts": {"nb": "Åpne møter", "en": "Open meetings"}, "unofficial": ["en"]}
    before = {"areas": [], "notes": [text]}
    sent = {"note-0-text-nb": "Åpne møter", "note-0-text-en": "Meetings in public"}
    typed = typed_evaluation(sent, before, instrument.versions["2.1"])
    kept = {"nb": "Åpne møter", "en": "Meetings in public"}
    assert typed["notes"] == [{"texts": kept, "unofficial": ["en"]}]


def test_differences_name_each_value_once() -> None:
    old = {
        "total": 433,
        "areas": [{"no": 2, "questions": [{"code": "2.1", "score": 4.5}]}],
        "notes": [{"nb": "Før"}],
    }
    new = {
        "total": 434,
        "areas": [
            {"no": 1, "stated": 39},
            {"no": 2, "questions": [{"code": "2.1", "score": 5}, {"code": "2.2", "score": 1}]},
        ],
        "notes": [{"nb": "Etter"}],
    }
    found = [(str(getattr(d.label, "key", d.label)), d.old, d.new) for d in differences(old, new)]
    assert [(label, new) for label, _, new in found] == [
        ("Total as printed", "434"),
        ("Area %(no)s as printed", "39"),
        ("Question %(code)s", "5"),
        ("Question %(code)s", "1"),
        ("%(text)s (%(language)s)", "Etter"),
    ]
    assert found[0][1] == "433"
    assert differences(new, new) == ()


def test_a_text_that_differs_is_called_by_what_it_is_and_its_language() -> None:
    old = {
        "preface": {"nb": "Før"},
        "areas": [
            {
                "no": 2,
                "questions": [{"code": "2.1", "note": {"nb": "a"}}],
            }
        ],
    }
    new = {
        "preface": {"nb": "Etter"},
        "closing": {"texts": {"nb": "Råd", "sv": "Råd"}, "unofficial": ["sv"]},
        "areas": [{"no": 2, "questions": [{"code": "2.1", "text": {"sv": "b"}}]}],
    }
    found = {translate(d.label, "en"): (d.old, d.new) for d in differences(old, new)}
    assert {name: new for name, (_, new) in found.items() if isinstance(new, str)} == {
        "Preface (Bokmål)": "Etter",
        "Closing part (Bokmål)": "Råd",
        "Closing part (Svenska)": "Råd",
        "Text on question 2.1 (Svenska)": "b",
    }
    assert "Area 2 · Question 2.1 · Note (Bokmål)" in found
