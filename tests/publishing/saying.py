"""Whether what is told of a fault is told in every language, with nothing in it but what somebody
wrote and what the files' own names are."""

import re
from collections.abc import Iterator

from app.domain.language import LANGUAGES, SOURCE
from app.domain.message import Message, Points, Value
from app.publishing.faults import Fault
from app.web.words.catalogues import catalogue
from app.web.words.languages import translate

PLACE = re.compile(r"%\(\w+\)s")
LETTERS = re.compile(r"[^\W\d_]")
SENTENCE = re.compile(r"[^\W\d_]+ [^\W\d_]+ [^\W\d_]+")


def messages_in(value: Value) -> Iterator[Message]:
    """A message and those that are said inside it."""
    if isinstance(value, Message):
        yield value
        for inner in value.values.values():
            yield from messages_in(inner)


def texts_in(value: Value) -> Iterator[str]:
    """What stands in a message as it is in every language."""
    if isinstance(value, Message):
        for inner in value.values.values():
            yield from texts_in(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from texts_in(inner)
    elif isinstance(value, str):
        yield value
    else:
        assert isinstance(value, int | Points)


def untranslated(message: Message) -> list[tuple[str, str]]:
    """Each sentence that a language has not, or has as the English one."""
    return [
        (language, part.key)
        for part in messages_in(message)
        if LETTERS.search(PLACE.sub("", part.key))
        for language in sorted({*LANGUAGES} - {SOURCE})
        if catalogue(language).gettext(part.key) == part.key
    ]


def assert_told_in_every_language(fault: Fault, written: str) -> None:
    """`written` is the file: a sentence that is the same in every language stands in it."""
    for message in filter(None, (fault.problem, fault.mend)):
        assert untranslated(message) == []
        own = [text for text in texts_in(message) if SENTENCE.search(text)]
        assert [text for text in own if text not in written] == []
        said = {language: translate(message, language) for language in LANGUAGES}
        assert all("%(" not in text for text in said.values()), said
        assert all(said[SOURCE] != said[other] for other in LANGUAGES if other != SOURCE)
