from datetime import date
from decimal import Decimal

import pytest
from markupsafe import Markup

from app.domain.language import LANGUAGES, SOURCE
from app.domain.message import LocalText, Message, Points, say, say_n
from app.web.words.catalogues import catalogue_file
from app.web.words.languages import accepted_language, translate, translate_marked, words

AREA = LocalText({"nb": "Offentlighet <og> demokrati", "en": "Openness"}, frozenset({"en"}))
NORWEGIAN_ONLY = LocalText({"nb": "Styring & kontroll"})


def test_every_language_has_a_catalogue() -> None:
    assert all(code == SOURCE or catalogue_file(code).exists() for code in LANGUAGES)


def test_english_is_the_key_itself() -> None:
    message = say("%(points)s of %(max)s", points=Points(Decimal("38.9")), max=Points(Decimal(100)))
    assert translate(message, "en") == "38.9 of 100"


def test_values_are_formatted_by_language() -> None:
    message = say("%(points)s of %(max)s", points=Points(Decimal("38.9")), max=Points(Decimal(100)))
    assert translate(message, "nb") == "38,9 av 100"


@pytest.mark.parametrize(
    "value,written",
    [
        (1234, "1,234"),
        ("2018", "2018"),
        (date(2020, 1, 1), "1 January 2020"),
        (("a", "b"), "a and b"),
        ((say("Norway"), AREA), "Norway and Openness"),
        (say("Norway"), "Norway"),
    ],
)
def test_whatever_stands_in_a_message_is_said(value: object, written: str) -> None:
    assert translate(Message("%(x)s", {"x": value}), "en") == written  # type: ignore[dict-item]


def test_the_count_chooses_the_form() -> None:
    def found(n: int) -> Message:
        return say_n("%(n)s suggestion", "%(n)s suggestions", n)

    assert translate(found(1), "en") == "1 suggestion"
    assert translate(found(0), "en") == "0 suggestions"
    assert translate(found(1), "nb") == "1 forslag"


def test_a_value_without_a_form_is_refused() -> None:
    with pytest.raises(TypeError):
        translate(Message("%(x)s", {"x": 1.5}), "en")  # type: ignore[dict-item]


def test_plain_text_has_no_markup_and_html_is_escaped() -> None:
    assert translate(AREA, "nb") == "Offentlighet <og> demokrati"
    assert translate_marked(AREA, "nb") == Markup("Offentlighet &lt;og&gt; demokrati")
    assert translate_marked("<b>", "nb") == Markup("&lt;b&gt;")


def test_text_in_another_language_says_which() -> None:
    inside = say("%(what)s: in the top quarter of %(whom)s", what=NORWEGIAN_ONLY, whom="x<y")
    assert translate_marked(inside, "en") == Markup(
        '<span lang="nb">Styring &amp; kontroll</span>: in the top quarter of x&lt;y'
    )
    assert "<span" not in translate_marked(inside, "nb")


def test_words_speak_one_language() -> None:
    assert words("nb")(say("Norway")) == "Norge"


def test_a_per_cent_sign_in_a_value_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    assert translate(Message("%(x)s", {"x": "100 %(y)s %"}), "en") == "100 %(y)s %"


@pytest.mark.parametrize(
    "accepted, language",
    [
        ("", "nb"),
        ("en", "en"),
        ("en-US,en;q=0.9,nb;q=0.8", "en"),
        ("fi, sv;q=0.4, nn;q=0.6", "nn"),
        ("no", "nb"),
        ("NN-no", "nn"),
        ("en;q=0, sv;q=0.1", "sv"),
        ("en;q=0", "nb"),
        ("*", "nb"),
        ("sv;q=x, en;q=0.2", "en"),
        (";;;,,=q", "nb"),
        ("sv;q=1e9", "nb"),
    ],
)
def test_the_language_that_is_wanted_most_is_chosen(accepted: str, language: str) -> None:
    assert accepted_language(accepted) == language
