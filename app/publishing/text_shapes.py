"""Texts as the files hold that people write: lines and paragraphs, in one language or several."""

from collections.abc import Callable
from typing import Annotated, Any
from unicodedata import category

from pydantic import AfterValidator, PlainSerializer, PlainValidator, StringConstraints

from app.bounds import QUESTION_TEXT_CHARACTERS, REPORT_TEXT_CHARACTERS
from app.domain.language import LANGUAGES
from app.domain.message import LocalText, say
from app.domain.plain_text import is_unseen, plain
from app.domain.reply import LONGEST_OFFICE, LONGEST_REPLY
from app.publishing.unfit import (
    SHORTEN,
    Unfit,
    no_line_of_text,
    no_text,
    not_seen,
    too_long,
    visible,
)


def words(text: str) -> str:
    """The text, where it is one line that both databases hold as it is.

    Raises:
        Unfit: it is empty, or has space around it or control characters in it.
    """
    has_controls = not text.isprintable() and any(category(letter) == "Cc" for letter in text)
    if not text or text != text.strip() or has_controls:
        raise no_line_of_text(text)
    return text


def paragraphs(text: str) -> str:
    """The text, where it is lines of words and the lines between paragraphs are single and empty.

    Raises:
        Unfit: it is empty, or has space around it, or characters that nobody sees.
    """
    if not text.strip():
        raise Unfit(say("The text is empty."))
    for letter in text:
        if letter != "\n" and is_unseen(letter):
            raise Unfit(not_seen(letter))
    if text != plain(text):
        raise Unfit(
            say(
                "The text or a line of it has space around it, or several empty lines follow each "
                "other."
            )
        )
    return text


def local_text(value: Any) -> LocalText:
    """A text of one line in some languages.

    Raises:
        Unfit: it is none.
    """
    return _in_languages(value, words)


def _in_languages(value: Any, fits: Callable[[str], object]) -> LocalText:
    """A text as `{"nb": …}`, or `{"texts": {…}, "unofficial": [languages of our own translation]}`,
    that fits in each of its languages.

    Raises:
        Unfit: it is neither, or does not.
    """
    texts: Any = value
    unofficial: Any = []
    if isinstance(value, dict) and set(value) == {"texts", "unofficial"}:
        texts, unofficial = value["texts"], value["unofficial"]
    if not isinstance(texts, dict) or not texts or not set(texts) <= set(LANGUAGES):
        raise Unfit(
            say("The text is missing, or has no language."),
            say("Choose one of these: %(allowed)s.", allowed=", ".join(LANGUAGES)),
        )
    for text in texts.values():
        if not isinstance(text, str):
            raise Unfit(no_text(visible(text)))
        fits(text)
    if not isinstance(unofficial, list) or not all(named in [*texts] for named in unofficial):
        raise Unfit(say("Only a language that the text has can be “%(name)s”.", name="unofficial"))
    return LocalText(texts, frozenset(unofficial))


def local_paragraphs(most: int) -> PlainValidator:
    """Reads such a text of paragraphs, with so many characters at most in each language."""

    def fits(text: str) -> None:
        paragraphs(text)
        if len(text) > most:
            raise Unfit(too_long(len(text), most), SHORTEN)

    return PlainValidator(lambda value: _in_languages(value, fits))


_AS_IT_IS = PlainSerializer(lambda text: text, return_type=Any)
"""A domain object stays one."""

Text = Annotated[LocalText, PlainValidator(local_text), _AS_IT_IS]
ReportText = Annotated[LocalText, local_paragraphs(REPORT_TEXT_CHARACTERS), _AS_IT_IS]
QuestionText = Annotated[LocalText, local_paragraphs(QUESTION_TEXT_CHARACTERS), _AS_IT_IS]
Words = Annotated[str, AfterValidator(words)]
Paragraphs = Annotated[str, StringConstraints(max_length=LONGEST_REPLY), AfterValidator(paragraphs)]
Office = Annotated[str, StringConstraints(max_length=LONGEST_OFFICE), AfterValidator(words)]
