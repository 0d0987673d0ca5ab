"""Where two bore a name one after the other, the earlier stands with its last year, in words."""

import pytest

from app.domain.message import say
from app.web.words.languages import translate, translate_marked
from app.web.words.spans import spans_in_words
from tests.pages.client import Client

UNTIL = {"": "til 2019", "/nn": "til 2019", "/sv": "till 2019", "/en": "until 2019"}


@pytest.mark.parametrize("language", UNTIL)
def test_the_earlier_lindesnes_is_never_taken_for_the_later(site: Client, language: str) -> None:
    told = f"Lindesnes ({UNTIL[language]})"
    for path in ("lindesnes", "lindesnes-til-2019"):
        page = site.get(f"{language}/kommuner/{path}")
        assert told in page.words
        assert "(–" not in page.text
    assert site.get(f"{language}/kommuner/lindesnes").heading == "Lindesnes"
    assert site.get(f"{language}/kommuner/lindesnes-til-2019").heading == told


@pytest.mark.parametrize("language", UNTIL)
def test_no_sentence_about_haram_mixes_the_two(site: Client, language: str) -> None:
    """Haram (2024) was a part of Ålesund (2020–2023): it is not what Sandøy became."""
    now = site.get(f"{language}/kommuner/haram")
    assert "Ålesund (2020–2023)" in now.words
    assert "Sandøy" not in now.words
    then = site.get(f"{language}/kommuner/haram-til-2019")
    assert f"Haram ({UNTIL[language]})" in then.words
    data = site.json("/api/v1/municipalities/haram")
    assert (data["predecessors"], data["successors"]) == ([], [])
    assert [one["municipality"]["slug"] for one in data["parts_from"]] == ["alesund-2020-2023"]


def test_spans_are_said_wherever_text_is_said() -> None:
    words = say("%(names)s side by side", names=("Nes (–2019) 2011", "Os 2012"))
    assert "Nes (till 2019) 2011" in translate(words, "sv")
    assert "Nes (until 2019) 2011" in translate_marked(words, "en")
    assert spans_in_words("Nes, 2011–2019 (–)", lambda _: "?") == "Nes, 2011–2019 (–)"
