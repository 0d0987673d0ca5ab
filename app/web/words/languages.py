"""The language of a request, and messages said in a language."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial
from typing import Final, TypeAlias

from markupsafe import Markup, escape
from starlette.requests import Request

from app.domain.language import DEFAULT, LANGUAGES
from app.domain.message import Either, LocalText, Message, Points, Say
from app.web.words import formats
from app.web.words.catalogues import catalogue
from app.web.words.spans import spans_in_words

_OTHER_NAMES: Final = {"no": "nb"}
"""What programs call a language besides its code."""
_MOST_RANGES: Final = 20
_WEIGHT: Final = re.compile(r"[01](?:\.[0-9]{0,3})?")

Sayable: TypeAlias = Message | LocalText | str
"""What can be said in a language; text stays as it is."""


def language_of(request: Request) -> str:
    """The language that a request is answered in, which its address says."""
    language: str = getattr(request.state, "language", DEFAULT)
    return language


def accepted_language(accepted: str) -> str:
    """The language of ours that an `Accept-Language` wants most; the usual one where it wants none
    of them, or cannot be read."""
    wanted = []
    for part in accepted.split(",")[:_MOST_RANGES]:
        tag, _, parameters = part.partition(";")
        code = tag.strip().lower().partition("-")[0]
        code = _OTHER_NAMES.get(code, code)
        name, _, weight = parameters.partition("=")
        if code in LANGUAGES and (quality := _quality(weight if name.strip() == "q" else "1")):
            wanted.append((quality, code))
    return max(wanted, key=lambda one: one[0])[1] if wanted else DEFAULT


def _quality(weight: str) -> float:
    """A weight of 0–1; 0 where it cannot be read."""
    found = _WEIGHT.fullmatch(weight.strip())
    return float(found[0]) if found else 0.0


def path_of(request: Request) -> str:
    """The address of a request without language and query."""
    path: str = getattr(request.state, "path", None) or request.scope["path"]
    return path


def translate(message: Sayable, language: str) -> str:
    """A message as plain text."""
    return said_with(message, language, _plain)


def translate_marked(message: Sayable, language: str) -> Markup:
    """A message as HTML: escaped, and with `lang` around what is in another language."""
    return Markup(said_with(message, language, _marked))  # noqa: S704


def words(language: str) -> Say:
    """What says messages in one language."""
    return partial(translate, language=language)


def moment_marked(at: datetime, language: str) -> Markup:
    """A time as HTML: by the clock in Norway for people, which pages with times say once, and in
    UTC for programs."""
    exact = at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    element = Markup('<time datetime="{}">{}</time>')
    return element.format(exact, formats.moment(at, language))


Leaf: TypeAlias = Callable[[LocalText | datetime | str, str], str]
"""Writes a text or a time in a language, for one kind of output."""


def _plain(text: LocalText | datetime | str, language: str) -> str:
    if isinstance(text, datetime):
        return formats.day(text, language)
    if isinstance(text, str):
        return spans_in_words(text, partial(translate, language=language))
    return text.in_language(language)


def _marked(text: LocalText | datetime | str, language: str) -> str:
    if isinstance(text, datetime):
        return moment_marked(text, language)
    written = str(escape(_plain(text, language)))
    if isinstance(text, str) or (own := text.language_for(language)) == language:
        return written
    return f'<span lang="{own}">{written}</span>'


def said_with(value: object, language: str, leaf: Leaf) -> str:
    """A message in a language, each of its texts and times as the leaf writes it."""
    match value:
        case Message():
            return _sentence(value, language, leaf)
        case str() | LocalText() | datetime():
            return leaf(value, language)
        case Points(value=found, decimals=decimals):
            return leaf(formats.points(found, language, decimals), language)
        case Decimal():
            return leaf(formats.points(value, language), language)
        case int():
            return leaf(formats.number(value, language), language)
        case date():
            return leaf(formats.day(value, language), language)
        case Either(items=choices):
            choices_said = [said_with(item, language, leaf) for item in choices]
            return formats.listed(choices_said, language, one_of=True)
        case tuple():
            return formats.listed([said_with(item, language, leaf) for item in value], language)
    raise TypeError(f"{type(value).__name__} cannot stand in a message")


def _sentence(message: Message, language: str, leaf: Leaf) -> str:
    translations = catalogue(language)
    if message.plural is None or message.count is None:
        text = translations.gettext(message.key)
    else:
        text = translations.ngettext(message.key, message.plural, message.count)
    values = {name: said_with(value, language, leaf) for name, value in message.values.items()}
    return leaf(text, language) % values
