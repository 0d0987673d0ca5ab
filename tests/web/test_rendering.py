"""Pages from templates: escaping, languages, filters, and what a page knows of itself."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from jinja2 import UndefinedError

from app.config import Settings
from app.domain.message import LocalText, say
from app.domain.release import Release
from app.web.page.context import PageContext
from app.web.page.rendering import environment

AREA = LocalText({"nb": "Styring & kontroll", "en": "Steering"}, frozenset({"en"}))
RELEASE = Release(3, datetime(2026, 1, 2, 3, 4, tzinfo=UTC), "3 added", "0" * 64, demo=False)


def written(template: str, language: str = "en", **values: object) -> str:
    return environment(language).from_string(template).render(**values)


def test_everything_is_escaped() -> None:
    assert written("{{ x }}", x="<b>") == "&lt;b&gt;"
    assert written("{{ x|t }}", x=say("%(a)s", a="<b>")) == "&lt;b&gt;"
    assert written('<i title="{{ x|text }}">', x='"><b>') == '<i title="&#34;&gt;&lt;b&gt;">'


def test_what_is_forgotten_is_an_error_and_not_a_blank() -> None:
    with pytest.raises(UndefinedError):
        written("{{ missing }}")


@pytest.mark.parametrize(
    "template, value, norwegian, english",
    [
        ("{{ x|points }}", Decimal("38.9"), "38,9", "38.9"),
        ("{{ x|points }}", Decimal("433.0"), "433", "433"),
        ("{{ x|points(1) }}", Decimal(61), "61,0", "61.0"),
        ("{{ x|total_points }}", Decimal("431.33"), "431", "431"),
        ("{{ [x, none]|decimals }}", Decimal("61.5"), "1", "1"),
        ("{{ x|number }}", 13354, "13\u00a0354", "13,354"),
        ("{{ x|percent }}", Decimal("0.541"), "54\u00a0%", "54%"),
        ("{{ x|date }}", date(2020, 1, 1), "1. januar 2020", "1 January 2020"),
        ("{{ x|text }}", AREA, "Styring &amp; kontroll", "Steering"),
        ("{{ x is unofficial }}", AREA, "False", "True"),
        ("{{ x is unofficial }}", "text", "False", "False"),
    ],
)
def test_filters_speak_the_language(
    template: str, value: object, norwegian: str, english: str
) -> None:
    assert written(template, "nb", x=value) == norwegian
    assert written(template, "en", x=value) == english


def test_a_text_in_another_language_says_which() -> None:
    only = LocalText({"nb": "Åpenhet"})
    assert written("{{ x|t }}", "en", x=only) == '<span lang="nb">Åpenhet</span>'
    assert written("{{ x|t }}", "nb", x=only) == "Åpenhet"


def page(
    path: str = "/kommuner", language: str = "en", query: tuple[tuple[str, str], ...] = ()
) -> PageContext:
    return PageContext(
        language=language,
        path=path,
        query=query,
        title="Municipalities",
        description=None,
        release=RELEASE,
        noindex=False,
        site=Settings(site_url="https://kompass.example/", contact_email="post@kompass.example"),
    )


def test_addresses_keep_the_language_and_the_release() -> None:
    assert page().url("/kommuner/hemne") == "/en/kommuner/hemne"
    frozen = page(query=(("q", "a"), ("release", "2")))
    assert frozen.url("/kommuner/hemne") == "/en/kommuner/hemne?release=2"
    assert frozen.url("/kommuner", q="b") == "/en/kommuner?q=b&release=2"
    assert frozen.url("/kommuner", release=None) == "/en/kommuner"


def test_this_page_with_a_choice_changed() -> None:
    found = page(query=(("country", "NO"), ("page", "2"), ("from", "2010")))
    assert found.here(page=None) == "/en/kommuner?country=NO&from=2010"
    assert found.here(sort="total", page=None) == "/en/kommuner?country=NO&from=2010&sort=total"
    assert found.here(from_=2012) == "/en/kommuner?country=NO&page=2&from=2012"


def test_the_canonical_address_is_that_of_the_newest() -> None:
    found = page(query=(("q", "å"), ("release", "2")))
    assert found.is_frozen
    assert found.canonical == "https://kompass.example/en/kommuner?q=%C3%A5"
    assert found.frozen_url == "https://kompass.example/en/kommuner?q=%C3%A5&release=3"


def test_the_other_languages_are_told_with_whole_addresses() -> None:
    assert dict(page().absolute_alternates) == {
        "nb": "https://kompass.example/kommuner",
        "nn": "https://kompass.example/nn/kommuner",
        "sv": "https://kompass.example/sv/kommuner",
        "en": "https://kompass.example/en/kommuner",
        "x-default": "https://kompass.example/kommuner",
    }
    assert [a.url for a in page("/", "nb").alternates] == ["/", "/nn", "/sv", "/en"]
    assert [a.is_current for a in page("/", "nb").alternates] == [True, False, False, False]


def test_an_error_is_reported_with_the_page_it_is_on() -> None:
    assert page().report_url == (
        "mailto:post@kompass.example?subject=Municipalities%20%28/kommuner%29"
    )


def test_figures_are_of_the_same_choices() -> None:
    found = page("/kommuner/hemne", "nb", (("set", "combined"),))
    assert found.figure_url("spider") == "/kommuner/hemne/figur/spider?set=combined"
