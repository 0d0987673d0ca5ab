"""Whose words the texts of the method are: owners' names are theirs, ours are marked as ours."""

import json
from typing import Any

import pytest

from app.domain.language import LANGUAGES
from tests.databases import SEED
from tests.publishing.changing import real_state

VERSIONS = ("1.0", "2.0", "2.1", "2020")

OFFICIAL_SWEDISH = {
    "2.0": {
        2: "Tillgänglighet och brukarorientering",
        5: "Resultat och effektivitet",
        6: "Kommunen som arbetsgivare – personalpolitik",
        7: "Verksamhetsutveckling",
        8: "Kommunen som samhällsbyggare",
    },
    "2.1": {2: "Brukarfokus, tillgänglighet och bemötande", 7: "Ständiga förbättringar"},
}
"""As Grästorp (2.0, grastorp.se) and a report of 2.1 (docplayer.se/amp/110739705) print them."""

SHORT_SWEDISH = {
    "2.0": {2: "Brukarorientering", 7: "Verksamhetsutveckling"},
    "2.1": {2: "Brukarfokus", 7: "Ständiga förbättringar"},
}
"""What a figure has room for is the owners' own word, not a translation of the Norwegian one."""


def areas(version: str) -> dict[int, Any]:
    file = SEED / "methods" / f"{version}.json"
    return {area["no"]: area for area in json.loads(file.read_text(encoding="utf-8"))["areas"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_of_questions_and_descriptions_of_areas_are_ours_in_every_language(
    language: str,
) -> None:
    told = 0
    for version in real_state().instrument.versions.values():
        for area in version.areas:
            texts = [question.label for question in area.questions]
            texts += [area.definition] if area.definition else []
            told += len(texts)
            assert [text for text in texts if not text.is_unofficial(language)] == []
    assert told == 45 + 8


@pytest.mark.parametrize("version", ["2.0", "2.1"])
def test_swedish_names_are_the_owners(version: str) -> None:
    found = areas(version)
    for no, name in OFFICIAL_SWEDISH[version].items():
        assert found[no]["name"]["texts"]["sv"] == name
        assert "sv" not in found[no]["name"]["unofficial"]


@pytest.mark.parametrize("version", ["2.0", "2.1"])
def test_short_swedish_names_are_words_of_the_full_names(version: str) -> None:
    for no, short in SHORT_SWEDISH[version].items():
        area = areas(version)[no]
        assert area["short"]["sv"] == short
        assert short.lower() in area["name"]["texts"]["sv"].lower()


@pytest.mark.parametrize("version", VERSIONS)
def test_english_names_are_never_official(version: str) -> None:
    assert all("en" in area["name"]["unofficial"] for area in areas(version).values())
