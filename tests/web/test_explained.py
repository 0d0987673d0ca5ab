"""Terms in texts: found where they first stand, in every language, whatever their ending."""

import pytest
from markupsafe import Markup

from app.domain.explained import BY_NAME, EXPLAINED
from app.domain.language import LANGUAGES
from app.web.words.explained import term_parts
from app.web.words.languages import translate


@pytest.mark.parametrize(
    "language,text,names,linked",
    [
        ("en", "Method version 2.1, size group: small", ["method-version", "size-group"], 2),
        ("nb", "Metodeversjonen er 2.1", ["method-version"], 1),
        ("nb", "publiserte snitt", ["published-average"], 1),
        ("sv", "Guldstjärnor och guldstjärna", ["gold-star"], 1),
        ("nn", "Storleiksgruppa er ei gruppe", ["size-group"], 1),
        ("en", "Nothing of the kind", ["median", "release"], 0),
        ("en", "a prerelease", ["release"], 0),
    ],
)
def test_a_term_is_found_once_and_the_text_stays_whole(
    language: str, text: str, names: list[str], linked: int
) -> None:
    parts = term_parts(text, names, language=language)
    assert "".join(part for part, _ in parts) == text
    assert sum(name is not None for _, name in parts) == linked


def test_markup_stays_as_it_is() -> None:
    text = Markup('<span lang="nb">Gullstjerne</span>')
    assert term_parts(text, ["gold-star"], language="nb") == [(text, None)]
    plain = term_parts(Markup("a &amp; release"), ["release"], language="en")
    assert all(isinstance(part, Markup) for part, _ in plain)


def test_a_term_that_nobody_explains_is_an_error() -> None:
    with pytest.raises(KeyError):
        term_parts("text", ["nothing"], language="en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_has_its_own_word_and_meaning(language: str) -> None:
    assert len(BY_NAME) == len(EXPLAINED)
    words = [translate(term.word, language) for term in EXPLAINED]
    assert len(set(words)) == len(words)
    for term in EXPLAINED:
        assert 30 < len(translate(term.meaning, language)) < 260, term.name
