"""Pictures that stand alone: a drawing in its frame, and cards for where pages are shared."""

from dataclasses import dataclass, replace
from xml.etree import ElementTree

from markupsafe import escape

from app.charts import cards, lettering
from app.charts.cards import card_svg
from app.charts.drawing import MARGIN, Drawing
from app.charts.look import NARROW, WIDE
from app.charts.svg import Svg
from app.charts.typeset import Style, paragraph
from tests.charts.drawn import HEMNE_2018, bars, series

TOLD = Svg("<a><title>Tom &amp; Tim &amp; Ti</title></a><a><title>Sixteen letters.</title></a>")
PLAIN = Drawing("x", 320, 200, "A & B", "one < two", Svg("<g/>"))
LONG = "https://kompass.example/sammenlign?e=" + "hemne-2018&e=" * 12


def test_the_longest_that_a_part_says_is_found_as_it_is_read() -> None:
    """16 letters, against 14 that are 22 in markup."""
    assert replace(PLAIN, shapes=TOLD).longest == "Sixteen letters."
    assert PLAIN.longest == ""


@dataclass(frozen=True)
class Card:
    site: str = "Kommunekompasset"
    heading: str = "Hemne 2018"
    figures: str | None = "433 out of 800 points"
    sentences: tuple[str, ...] = ("That is 74 points above the published average.",)
    foot: tuple[str, ...] = ("Not how good its services are.",)
    warning: str | None = None
    drawing: Drawing = PLAIN


def texts(svg: str) -> list[str]:
    root = ElementTree.fromstring(svg)
    return ["".join(e.itertext()) for e in root.iter("{http://www.w3.org/2000/svg}text")]


def test_a_drawing_is_named_by_its_title_and_its_words() -> None:
    root = ElementTree.fromstring(PLAIN.__html__())
    assert root.attrib["role"] == "img"
    ids = root.attrib["aria-labelledby"].split()
    said = {child.attrib["id"]: child.text for child in root if "id" in child.attrib}
    assert [said[found] for found in ids] == ["A & B", "one < two"]
    assert all(found.startswith("x-") for found in ids)


def test_a_template_writes_a_drawing_as_markup() -> None:
    assert escape(PLAIN) == PLAIN.__html__()


def test_a_drawing_fits_its_place_and_stands_in_the_middle_of_it() -> None:
    group = ElementTree.fromstring(PLAIN.fitted(100, 50, 640, 600))
    assert group.get("transform") == "translate(100 150) scale(2)"


def test_a_frame_has_the_warning_the_title_and_the_notes_in_this_order() -> None:
    svg = PLAIN.framed(["First note.", "Licence: NLOD 2.0."], "Made up.")
    assert texts(svg) == ["Made up.", "A & B", "First note.", "Licence: NLOD 2.0."]
    root = ElementTree.fromstring(svg)
    assert root.get("font-family") == "Inter, system-ui, sans-serif"
    assert root.get("viewBox", "").split()[2] == str(320 + 2 * MARGIN)
    assert root.findtext("{http://www.w3.org/2000/svg}title") == "A & B"
    assert "style" not in svg
    assert "<script" not in svg


def test_a_frame_grows_with_what_is_said_below() -> None:
    def height(notes: list[str]) -> int:
        return int(ElementTree.fromstring(PLAIN.framed(notes)).get("height", ""))

    assert height(["a"]) < height(["a", "b"]) < height(["a", "b " * 80])


def test_lines_fit_their_room_even_where_a_word_does_not() -> None:
    style = Style(9.5)
    found = paragraph(LONG, 0, 0, 320, style)
    assert "".join(found.lines) == LONG
    assert len(found.lines) > 1
    assert all(lettering.width(line, 9.5) <= 320 for line in found.lines)


def test_lines_that_are_left_out_are_marked() -> None:
    found = paragraph("one two three four five six", 0, 0, 60, Style(12, most_lines=2))
    assert len(found.lines) == 2
    assert found.lines[-1].endswith("…")


def test_a_card_has_its_size_and_its_words() -> None:
    svg = card_svg(Card(warning="Made up."))
    root = ElementTree.fromstring(svg)
    assert (root.get("width"), root.get("height")) == ("1200", "630")
    said = " ".join(texts(svg))
    for part in ("Kommunekompasset", "Made up.", "Hemne 2018", "433 out of 800 points", "Not how"):
        assert part in said


def test_what_does_not_fit_on_a_card_is_left_out_and_lies_on_nothing() -> None:
    sentence = "A sentence that is long and says much. " * 6
    svg = card_svg(Card(sentences=(sentence,) * 4))
    root = ElementTree.fromstring(svg)
    lines = [float(e.get("y", "")) for e in root.iter("{http://www.w3.org/2000/svg}text")]
    assert max(lines) < cards.HEIGHT
    assert lines == sorted(lines)


def test_the_key_stands_below_a_picture_that_leaves_the_page_and_beside_one_that_stays() -> None:
    drawing = bars(series(HEMNE_2018, HEMNE_2018)).drawing("x", NARROW)
    names = [entry.name for entry in drawing.key]
    assert names == ["Series subject", "Series reference"]
    assert not set(names) & set(texts(drawing.__html__()))
    framed = drawing.framed(["A note."])
    assert texts(framed)[-3:] == [*names, "A note."]
    key, bottom = drawing.fitted_key(0, 100, 400)
    assert texts(f'<svg xmlns="http://www.w3.org/2000/svg">{key}</svg>') == names
    assert bottom > 100


def test_a_drawing_stands_alone_with_its_key_and_without_title_and_notes() -> None:
    drawing = bars(series(HEMNE_2018, HEMNE_2018)).drawing("x", WIDE)
    root = ElementTree.fromstring(drawing.alone())
    shown = texts(drawing.alone())
    assert shown[-2:] == ["Series subject", "Series reference"]
    assert "Title" not in shown
    width, height = (float(root.get(name, "")) for name in ("width", "height"))
    assert width == WIDE
    assert height > drawing.height
    assert root.get("font-family") == "Inter, system-ui, sans-serif"
    assert "style" not in drawing.alone()


def test_a_subtitle_stands_under_the_title_of_a_picture() -> None:
    drawing = replace(PLAIN, subtitle="Points, 55 municipalities")
    assert texts(drawing.framed([])) == ["A & B", "Points, 55 municipalities"]
    root = ElementTree.fromstring(drawing.framed([]))
    said = root.findtext("{http://www.w3.org/2000/svg}desc", "")
    assert said.startswith("Points, 55 municipalities. one < two")
