"""The terms that the glossary forbids are found where they are said, and only there."""

import json
from pathlib import Path
from shutil import copytree

import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po

from app.domain.language import LANGUAGES
from app.web.words import catalogues, terms, translations
from app.web.words.catalogues import catalogue_file
from app.web.words.terms import Term, forbidden_terms, said_wrongly, wrong_in_seed

KNOWN = forbidden_terms()


def term(language: str, words: str, *unless: str) -> Term:
    return Term(language, words, "another word", unless)


def wrong(language: str, said: str, english: str = "") -> list[str]:
    return list(said_wrongly({language: said}, KNOWN, "here", english))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_terms_and_each_says_what_to_say(language: str) -> None:
    found = [each for each in KNOWN if each.language == language]
    assert len(found) > 10
    assert all(each.words and each.instead for each in found)


@pytest.mark.parametrize(
    "language, said",
    [
        ("nb", "Serveren kan logge nettadresser."),
        ("nb", "Totalsummen er ikke kjent."),
        ("nb", "Poeng settes sammen innenfor en familie."),
        ("nb", "Poengene sier hvordan kommunen styres."),
        ("nb", "Gått ut"),
        ("nn", "Send henne til andre."),
        ("nn", "Fleire har dette nummeret. Kven meiner du?"),
        ("nn", "Namn før ho skifta namn"),
        ("sv", "En siffra som saknas visas aldrig som 0."),
        ("sv", "med siffror här"),
        ("sv", "Totalsumma"),
        ("sv", "ingen ordning"),
        ("sv", "hämtning"),
        ("sv", "Hon fick en Guldstjärna."),
        ("sv", "Poängen säger hur kommunen styrs."),
        ("en", "Hemne got a Gullstjerne."),
        ("en", "20 others with figures here, says the source"),
        ("en", "Points of 100"),
    ],
)
def test_what_is_forbidden_is_found(language: str, said: str) -> None:
    assert wrong(language, said)


@pytest.mark.parametrize(
    "language, said, english",
    [
        ("sv", "En siffra har fallit bort.", "A digit was lost."),
        ("sv", "Guldstjärnor", "Gold stars"),
        ("sv", "Vi fick poäng. Guldstjärnor delas ut.", ""),
        ("sv", "i metodens ordningsföljd", ""),
        ("sv", "inte rangordnade; rangordningen", ""),
        ("nn", "Til dømes Hemne", ""),
        ("nb", "Satt sammen av utgiveren", "Compiled by the publisher"),
        ("en", "a gold star, “Gullstjerne” in Norwegian", ""),
        ("en", "scored 433 out of 800 points in its 2018 evaluation", ""),
    ],
)
def test_what_is_right_is_left_alone(language: str, said: str, english: str) -> None:
    assert wrong(language, said, english or said) == []


def test_a_term_is_a_whole_word_unless_it_has_an_open_end() -> None:
    assert term("sv", "ordning").is_in("ingen ordning", "")
    assert not term("sv", "ordning").is_in("rangordning, ordningen", "")
    assert term("sv", "siffr*").is_in("Siffrorna", "")


def test_a_capital_is_wrong_inside_a_sentence_only() -> None:
    star = term("sv", "Guldstjärn*")
    assert star.is_in("en Guldstjärna", "")
    assert not star.is_in("Guldstjärnor. Guldstjärnan", "")


def test_a_row_that_is_no_row_stops_the_check(tmp_path: Path) -> None:
    glossary = tmp_path / "glossary.md"
    glossary.write_text("### Svenska (`sv`)\n| siffra | uppgift | | |\n", encoding="utf-8")
    with pytest.raises(ValueError, match="not a row of terms"):
        forbidden_terms(glossary)


def test_the_texts_of_the_method_are_held_to_the_terms(tmp_path: Path) -> None:
    text = {"areas": [{"name": {"texts": {"sv": "En siffra", "en": "A figure"}}}]}
    (tmp_path / "2.1.json").write_text(json.dumps(text), encoding="utf-8")
    assert list(wrong_in_seed(KNOWN, tmp_path)) == [
        "sv: “siffr*” is not used, say uppgift, resultat, värde, poäng: 2.1.json: A figure"
    ]
    text = {"areas": [{"name": {"texts": {"sv": "En siffra", "en": "A digit"}}}]}
    (tmp_path / "2.1.json").write_text(json.dumps(text), encoding="utf-8")
    assert list(wrong_in_seed(KNOWN, tmp_path)) == []


def test_the_check_of_translations_names_a_forbidden_term(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copytree(catalogues.LOCALES, tmp_path, dirs_exist_ok=True)
    monkeypatch.setattr(catalogues, "LOCALES", tmp_path)
    catalog = read("sv")
    catalog["Points"].string = "Siffror"
    with catalogue_file("sv").open("wb") as file:
        write_po(file, catalog)
    said = "sv: “siffr*” is not used, say uppgift, resultat, värde, poäng: Points"
    assert said in translations.check()


def test_the_check_reads_english_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terms, "SEED", Path("nowhere"))
    monkeypatch.setattr(translations, "forbidden_terms", lambda: (term("en", "points"),))
    assert "en: “points” is not used, say another word: Points" in translations.check()


def read(language: str) -> Catalog:
    with catalogue_file(language).open("rb") as file:
        return read_po(file, locale=language)
