"""Faults of wording that a reader meets as a kind, looked for in all that is said.

The terms that a language does not use are in `docs/glossary.md`; what no list of terms can tell
stands here.
"""

import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po

from app.config import ROOT
from app.domain.language import LANGUAGES, SOURCE
from app.domain.message import say
from app.domain.score import MissingKind
from app.domain.wording.standing import absence_words
from app.web.words.catalogues import catalogue_file
from app.web.words.languages import translate
from app.web.words.translations import extracted

TEMPLATES = ROOT / "app" / "templates"

QUOTED = re.compile(r"[“”«]%\((\w+)\)s[”»]")
WRITTEN_BY_THE_VISITOR = {"value", "text", "id", "name", "written", "label"}
"""What stands between quotation marks letter by letter: what somebody has written in an address,
or in a file."""

COUNTED = re.compile(
    r"%\((\w+)\)s (?:other |evaluated |known |Norwegian |Swedish |more )*"
    r"(?:municipalities|evaluations|questions|gold stars|others|rows|tables|releases|reports|"
    r"groups|sources|totals|remarks|suggestions|examples|strengths|weaknesses|challenges)\b"
)
MORE_THAN_ONE = re.compile(r"%\((?:least|most|limit|of)\)s|[Aa]t (?:least|most) %\(|10 000 rows")
"""Limits of ours, which are never one."""

ALWAYS_SEVERAL = {
    "%(country)s: %(n)s municipalities between": "drawn from five on",
    "%(country)s: %(name)s has the most points of": "said of five or more",
    "%(country)s: %(names)s share first place": "said of five or more",
    "%(country)s: %(sharing)s of the": "said of five or more",
    "%(n)s of %(known)s municipalities with a known total": "the headline of a whole map",
    "%(name)s has %(n)s of the %(all)s gold stars": "more than anybody else has, of all there are",
    "We have points for all eight areas of %(n)s municipalities": "a story of several",
    "We have two or more totals within one method family for %(n)s": "a story of several",
    "%(evaluations)s evaluations of": "the front page of a whole data set",
    "%(n)s Norwegian evaluations": "said of an average",
    "%(n)s Swedish evaluations": "said of an average",
    "%(n)s totals are known": "said of three or more",
    "A figure with eight axes": "a limit of ours",
    "Source: %(first)s and %(n)s others": "of three or more",
    "All %(n)s gold stars given here": "a link to more than are shown",
    "All %(n)s known totals": "said of three or more",
    "Average of": "computed over five or more",
    "Compared with the latest evaluations": "computed over five or more",
    "In the %(n)s evaluations of": "computed over five or more",
    "%(first)s got the most points of the %(n)s": "said of three or more",
    "Only these %(n)s evaluations": "said of two or more",
    "The points are known question by question": "the questions of a whole method",
    "We know of no evaluation of the %(members)s": "said of two or more",
    "these %(n)s evaluations": "said of two or more",
}
"""Beginnings of sentences with a count that is never one, and why it is not."""

SAY_NOTHING = {"In words", "Who", "Kind", "Came", "Left", "From", "The same as data"}
"""Headings that say nothing of what is below them."""

HEADINGS = re.compile(r"<(?:h[1-6]|th|caption)\b[^>]*>(.*?)</(?:h[1-6]|th|caption)>", re.DOTALL)
SAID = re.compile(r"_\(\"([^\"]+)\"")


def entries(language: str) -> list[Entry]:
    """All that is said in a language."""
    if language == SOURCE:
        return [entry for entry in extracted() if entry.id]
    with catalogue_file(language).open("rb") as file:
        return [entry for entry in read_po(file, locale=language) if entry.id]


def forms(text: object) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())  # type: ignore[arg-type]


def said(language: str) -> Iterator[str]:
    for entry in entries(language):
        yield from forms(entry.id if language == SOURCE else entry.string)


def wrongly_quoted(text: str) -> list[str]:
    return [place for place in QUOTED.findall(text) if place not in WRITTEN_BY_THE_VISITOR]


def counts_one_as_several(key: str) -> bool:
    """Whether a sentence would say “1 municipalities”."""
    known = any(key.startswith(beginning) for beginning in ALWAYS_SEVERAL)
    return bool(COUNTED.search(MORE_THAN_ONE.sub("", key))) and not known


def empty_headings(template: str) -> set[str]:
    return {
        key for heading in HEADINGS.findall(template) for key in SAID.findall(heading)
    } & SAY_NOTHING


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_what_somebody_wrote_stands_between_quotation_marks(language: str) -> None:
    assert [text for text in said(language) if wrongly_quoted(text)] == []


def test_a_name_of_ours_between_quotation_marks_is_found() -> None:
    assert wrongly_quoted("the area “%(area)s” is") == ["area"]
    assert wrongly_quoted("spørsmål «%(question)s»") == ["question"]
    assert wrongly_quoted("called “%(id)s”") == []


def test_a_count_that_may_be_one_has_a_form_for_one() -> None:
    single = [entry.id for entry in entries(SOURCE) if isinstance(entry.id, str)]
    assert [key for key in single if counts_one_as_several(key)] == []


def test_a_sentence_without_a_form_for_one_is_found() -> None:
    assert counts_one_as_several("We know %(n)s municipalities.")
    assert counts_one_as_several("%(n)s other Swedish municipalities have it.")
    assert not counts_one_as_several("needs at least %(least)s municipalities")


def test_every_exception_is_still_said() -> None:
    keys = [form for entry in entries(SOURCE) for form in forms(entry.id)]
    gone = [b for b in ALWAYS_SEVERAL if not any(key.startswith(b) for key in keys)]
    assert gone == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_of_something_is_not_said_as_several(language: str) -> None:
    """The form for one has the noun in the singular."""
    plural = {"nb": "kommuner", "nn": "kommunar", "sv": "kommuner", "en": "municipalities"}[
        language
    ]
    wrong = re.compile(rf"%\((?:n|num)\)s (?:\w+ )?{plural}\b")
    ones = [
        forms(entry.id if language == SOURCE else entry.string)[0]
        for entry in entries(language)
        if not isinstance(entry.id, str)
    ]
    assert [one for one in ones if wrong.search(one)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("missing", MissingKind)
def test_what_is_missing_reads_well_after_a_colon(language: str, missing: MissingKind) -> None:
    words = translate(absence_words(missing), language)
    assert words.split()[0] not in {"har", "er", "är", "has", "is", "ingår", "blir"}


def test_no_heading_says_nothing() -> None:
    files = {file.name: file.read_text(encoding="utf-8") for file in TEMPLATES.rglob("*.html")}
    assert {name: found for name, text in files.items() if (found := empty_headings(text))} == {}


def test_a_heading_that_says_nothing_is_found() -> None:
    assert empty_headings('<th scope="col">{{ _("In words") }}</th>') == {"In words"}
    assert empty_headings('<p>{{ _("In words") }}</p>') == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_privacy_speaks_of_ip_addresses_and_personal_data(language: str) -> None:
    told = " ".join(
        translate(say(key), language)
        for key in SAID.findall((TEMPLATES / "about" / "privacy.html").read_text(encoding="utf-8"))
    )
    personal = {"nb": "personoppl", "nn": "personoppl", "sv": "personuppg", "en": "personal data"}
    assert "IP-adress" in told or "IP address" in told
    assert personal[language] in told
