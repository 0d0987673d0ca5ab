"""Five slides: what they say is what the sheet and the files of the seed say."""

import io
from decimal import Decimal

import pytest
from pptx import Presentation

from app.contents.evaluations.content import content_of
from app.contents.municipalities.content import content as municipality_content
from app.domain.wording.untranslated import findings_language_words
from app.queries.evaluations import summaries
from app.queries.reading import Reading
from app.reports.council import set_beside
from app.reports.document import RunText, Slides
from app.reports.slides.council_slides import council_slides
from app.reports.writers.pptx import pptx
from app.web.words.languages import translate
from tests.known import known
from tests.reports.sheet import seeds


def slides_of(reading: Reading, id: str, language: str = "en") -> Slides:
    return council_slides(reading, content_of(reading, id), language)


def plain(text: RunText) -> str:
    return "".join(run.text for run in text)


def plains(texts: tuple[RunText, ...]) -> str:
    return "\n".join(map(plain, texts))


def test_they_are_five_with_the_title(real: Reading) -> None:
    found = slides_of(real, "hemne-2018")
    answer, areas, findings, way_on = found.slides
    assert found.title == "Hemne 2018"
    assert all((answer.picture, areas.table, findings.columns, way_on.table))
    shown = Presentation(io.BytesIO(pptx(found)))
    titles = [known(slide.shapes.title).text for slide in shown.slides]
    assert titles == [found.title, *(slide.title for slide in found.slides)]
    assert len(set(titles)) == 5


def test_the_answer_and_the_areas_are_those_of_the_file(real: Reading) -> None:
    answer, areas, _, _ = slides_of(real, "hemne-2018").slides
    file = seeds.evaluation("hemne-2018")
    assert f" {seeds.rounded(known(seeds.total(file)))} out of 800" in answer.title
    points = [Decimal(plain(row[1])) for row in known(areas.table).rows]
    assert points == [seeds.area(file, no) for no in range(1, 9)]


def test_findings_are_chosen_by_the_rule_and_gold_stars_stand_with_strengths(
    real: Reading,
) -> None:
    slide = slides_of(real, "hemne-2018").slides[2]
    strengths, weaknesses = known(slide.columns)
    file = seeds.evaluation("hemne-2018")
    own, weak = seeds.findings(file, "strengths"), seeds.findings(file, "weaknesses")
    assert [item[0].text for item in strengths.items[:3]] == [text for _, text in own[:3]]
    assert [item[0].text for item in weaknesses.items] == [text for _, text in weak[:3]]
    assert plain(strengths.items[3]).startswith("1 gold star: ")
    assert "Strengths are shown from the areas with the most points" in plain(slide.beneath)


def test_the_last_says_what_to_begin_with_and_where_all_of_it_is(real: Reading) -> None:
    found = slides_of(real, "hemne-2018", "en")
    slide = found.slides[-1]
    said = plains(slide.texts)
    file = seeds.evaluation("hemne-2018")
    points = {no: known(seeds.area(file, no)) for no in range(1, 9)}
    assert sorted(points, key=points.__getitem__)[:3] == [2, 1, 7]
    assert sum(one < 50 for one in points.values()) == 4
    assert "four areas are weak. The weakest: User orientation, Democracy and Learning." in said
    assert f"/en/kommuner/hemne/2018?release={real.release.number}" in said


@pytest.mark.parametrize("id", ["ale-2022", "roros-2017", "enkoping-2018", "vallentuna-2021"])
def test_what_is_missing_is_said(real: Reading, id: str) -> None:
    """Where there is nothing to show, the slide says why."""
    for slide in slides_of(real, id).slides:
        assert slide.texts or slide.picture or slide.table or slide.columns, slide.title
    file = seeds.evaluation(id)
    areas = slides_of(real, id).slides[1]
    unknown = [no for no in range(1, 9) if seeds.area(file, no) is None]
    said = plains((*areas.texts, *areas.notes))
    assert ("not found in the sources" in said) == bool(unknown)


POINTS = "not how good its services are."


def test_each_slide_says_what_it_is_of_and_where_it_was_read(
    real: Reading, demo_reading: Reading
) -> None:
    """Every average with its set and its members, every slide its source, and what points do not
    measure wherever there are any. Of all evaluations."""
    assert averages_that_say_all(real) > 10
    assert averages_that_say_all(demo_reading) > 10


def averages_that_say_all(reading: Reading) -> int:
    """How many averages stand on slides; each slide says all that it must."""
    averages = 0
    for summary in summaries(reading):
        content = content_of(reading, summary.id)
        source = content.evaluation.source.title
        found = slides_of(reading, summary.id)
        assert any(source in plain(fact.text) for fact in found.facts), summary.id
        for slide in found.slides:
            beneath = plain(slide.beneath)
            assert source in beneath, (summary.id, slide.title)
            has_points = slide is not found.slides[2] and bool(slide.table or slide.picture)
            assert not has_points or POINTS in beneath, (summary.id, slide.title)
        around = municipality_content(reading, content.municipality, None, of=content.evaluation)
        answer, areas = found.slides[0], found.slides[1]
        for one in set_beside(around.result):
            if translate(one.name, "en") + ": " in plains(answer.texts):
                averages += 1
                assert translate(one.words, "en") in plain(answer.beneath), summary.id
        drawn = around.result.drawn_words if around.result else ()
        columns = around.result.columns if around.result and areas.table else ()
        for words in drawn if len(columns) else ():
            assert translate(words, "en") in plain(areas.beneath), summary.id
    return averages


def test_coverage_stands_where_the_average_does(real: Reading) -> None:
    answer = slides_of(real, "hemne-2018").slides[0]
    assert "We have figures for 6 of at least 58 evaluated." in plain(answer.beneath)
    assert "We have figures for" not in plains(answer.notes)


@pytest.mark.parametrize(
    "language, said",
    [("nb", None), ("nn", "norsk"), ("sv", "norska"), ("en", "Norwegian (bokmål)")],
)
def test_findings_in_another_language_say_so(
    real: Reading, language: str, said: str | None
) -> None:
    """And each is marked as what it is."""
    slide = slides_of(real, "hemne-2018", language).slides[2]
    for column in known(slide.columns):
        for item in column.items[:3]:
            assert item[0].language == (None if language == "nb" else "nb")
    sentence = findings_language_words((content_of(real, "hemne-2018").evaluation,), language)
    assert (sentence is None) == (said is None)
    if sentence is not None:
        assert translate(sentence, language) in plain(slide.beneath)


def test_made_up_data_say_so(demo_reading: Reading) -> None:
    assert slides_of(demo_reading, "lynglia-2017").warning
