"""The checker of translations finds each way in which a catalogue can be wrong."""

from pathlib import Path
from shutil import copytree

import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po

from app.domain.language import LANGUAGES, SOURCE
from app.web.words import catalogues, translations
from app.web.words.catalogues import catalogue_file


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with new catalogues where every string is translated, by itself."""
    folder = tmp_path_factory.mktemp("locales")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogues, "LOCALES", folder)
        translations.update()
        translate_all()
    return folder


@pytest.fixture
def whole(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of them for a test that changes one."""
    copytree(made, tmp_path, dirs_exist_ok=True)
    monkeypatch.setattr(catalogues, "LOCALES", tmp_path)
    return catalogue_file("nb")


def translate_all() -> None:
    for language in LANGUAGES:
        if language == SOURCE:
            continue
        catalog = read(language)
        for entry in catalog:
            if entry.id:
                entry.string = entry.id
        write(catalog, language)


def read(language: str = "nb") -> Catalog:
    with catalogue_file(language).open("rb") as file:
        return read_po(file, locale=language)


def write(catalog: Catalog, language: str = "nb") -> None:
    with catalogue_file(language).open("wb") as file:
        write_po(file, catalog)


def first(catalog: Catalog, *, plural: bool = False, with_place: bool = False) -> str:
    """The key of the first entry of a kind."""
    for entry in catalog:
        if not entry.id or isinstance(entry.id, str) == plural:
            continue
        key = entry.id if isinstance(entry.id, str) else entry.id[0]
        if not with_place or "%(" in key:
            return key
    raise AssertionError("no such entry")


def test_a_whole_catalogue_is_right(whole: Path) -> None:
    assert translations.check() == []
    assert len(read()) > 200


def test_what_is_not_translated_is_named(whole: Path) -> None:
    catalog = read()
    key = first(catalog)
    catalog[key].string = ""
    write(catalog)
    assert translations.check() == [f"nb: not translated: {key}"]


def test_one_form_of_two_is_not_enough(whole: Path) -> None:
    catalog = read()
    key = first(catalog, plural=True)
    forms = catalog[key].string
    assert isinstance(forms, tuple)
    catalog[key].string = (forms[0], "")
    write(catalog)
    assert translations.check() == [f"nb: not translated: {key}"]


def test_what_is_uncertain_is_named(whole: Path) -> None:
    catalog = read()
    key = first(catalog)
    catalog[key].flags.add("fuzzy")
    write(catalog)
    assert translations.check() == [f"nb: marked as uncertain: {key}"]


@pytest.mark.parametrize("wrong", ["uten plass", "%(other)s", "%", "%d"])
def test_other_places_to_fill_are_named(whole: Path, wrong: str) -> None:
    catalog = read()
    key = first(catalog, with_place=True)
    catalog[key].string = wrong
    write(catalog)
    assert translations.check() == [f"nb: other places to fill than in the key: {key}"]


def test_what_is_no_longer_said_is_named(whole: Path) -> None:
    catalog = read()
    catalog.add("Nobody says this.", "Ingen sier dette.")
    write(catalog)
    assert translations.check() == ["nb: no longer said: Nobody says this."]


def test_bringing_up_to_date_keeps_translations_and_drops_the_rest(whole: Path) -> None:
    catalog = read()
    key = first(catalog)
    catalog[key].string = key.upper().replace("%(", "%(")
    catalog.add("Nobody says this.", "Ingen sier dette.")
    write(catalog)
    kept = catalog[key].string
    translations.update()
    after = read()
    assert after[key].string == kept
    assert "Nobody says this." not in after


def test_bringing_up_to_date_twice_writes_the_same_file(whole: Path) -> None:
    translations.update()
    once = whole.read_bytes()
    translations.update()
    assert whole.read_bytes() == once


def test_every_kind_of_place_is_searched_for_strings() -> None:
    found = translations.extracted()
    assert "There is nothing at this address." in found  # Python
    assert "Skip to the content" in found  # a template
    assert ("%(n)s suggestion", "%(n)s suggestions") in {e.id for e in found}
