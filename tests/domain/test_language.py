"""The languages of the site, each against what it is called elsewhere."""

from typing import get_args

from babel import Locale

from app.domain.language import DEFAULT, LANGUAGES, SOURCE, LanguageCode


def test_what_is_read_from_outside_may_name_each_of_them() -> None:
    assert get_args(LanguageCode) == tuple(LANGUAGES)
    assert {DEFAULT, SOURCE} <= set(LANGUAGES)


def test_each_other_language_stands_in_for_one() -> None:
    for code, language in LANGUAGES.items():
        assert {code, *language.fallbacks} == set(LANGUAGES)
        assert len(language.fallbacks) == len(LANGUAGES) - 1


def test_only_the_default_has_addresses_without_a_prefix() -> None:
    assert [language.prefix for language in LANGUAGES.values()] == ["", "/nn", "/sv", "/en"]


def test_names_are_those_of_the_locales() -> None:
    for language in LANGUAGES.values():
        locale = Locale.parse(language.locale)
        assert locale.language == language.code
        assert str(locale.language_name).endswith(language.name)


def test_a_name_by_itself_begins_with_a_capital() -> None:
    assert [language.title for language in LANGUAGES.values()] == [
        "Bokmål",
        "Nynorsk",
        "Svenska",
        "English",
    ]
