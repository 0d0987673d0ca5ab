"""Keeps the catalogues in step with what is said: `check` finds what is wrong, `update` repairs it.

Strings are what stands in `say(…)` and `say_n(…)` in Python, and in `_(…)`, `ngettext(…)` and
`trans` in templates. Files are written the same way each time: in order of the strings, with the
names of the files that say them, without line numbers and dates.
"""

import re
from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Final

from babel import Locale
from babel.messages import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from app.config import ROOT
from app.domain.language import LANGUAGES, SOURCE
from app.web.catalogues import catalogue_file
from app.web.rendering import JINJA_OPTIONS

_SOURCES: Final = ROOT / "app"
_METHODS: Final = [("**.py", "python"), ("templates/**.html", "jinja2")]
_KEYWORDS: Final = {"say": None, "say_n": (1, 2), "_": None, "gettext": None, "ngettext": (1, 2)}
_PLACE: Final = re.compile(r"%\((\w+)\)s|%%|%")


def extracted() -> Catalog:
    """Every string that is said anywhere."""
    found = Catalog()
    options = {name: str(value).lower() for name, value in JINJA_OPTIONS.items()}
    for file, _line, message, comments, context in extract_from_dir(
        _SOURCES,
        _METHODS,
        {"templates/**.html": {**options, "silent": "false"}},
        _KEYWORDS,
        strip_comment_tags=True,
    ):
        place = (Path("app", file).as_posix(), 0)
        found.add(message, None, [place], auto_comments=comments, context=context)
    return found


def check() -> list[str]:
    """What is wrong with the catalogues of the languages; empty where all is well."""
    template = extracted()
    problems = [f"source: {problem}" for entry in template if entry.id for problem in _odd(entry)]
    for language in LANGUAGES:
        if language != SOURCE:
            problems += [f"{language}: {problem}" for problem in _compare(language, template)]
    return problems


def update() -> None:
    """Brings the catalogues of all languages in step."""
    template = extracted()
    for language in LANGUAGES:
        file = catalogue_file(language)
        if language != SOURCE:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(_written(_merged(language, template)))


def _read(language: str) -> Catalog:
    file = catalogue_file(language)
    if not file.exists():
        return Catalog(locale=language)
    with file.open("rb") as opened:
        return read_po(opened, locale=language)


def _merged(language: str, template: Catalog) -> Catalog:
    """The strings that are said, with the translations there are."""
    known, merged = _read(language), Catalog(locale=language)
    for entry in template:
        if entry.id:
            old = known.get(entry.id, entry.context)
            translated = old.string if old and _same_form(old, entry) else None
            merged.add(entry.id, translated, entry.locations, context=entry.context)
    return merged


def _same_form(a: Entry, b: Entry) -> bool:
    return isinstance(a.id, str) == isinstance(b.id, str)


def _written(catalog: Catalog) -> bytes:
    """The file: a header that never changes, and the entries in order."""
    locale = catalog.locale
    assert isinstance(locale, Locale)  # noqa: S101
    header = (
        'msgid ""\n'
        'msgstr ""\n'
        f'"Language: {locale.language}\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Plural-Forms: {catalog.plural_forms}\\n"\n\n'
    )
    body = BytesIO()
    write_po(body, catalog, width=100, omit_header=True, sort_output=True, include_lineno=False)
    return header.encode() + body.getvalue().strip() + b"\n"


def _compare(language: str, template: Catalog) -> list[str]:
    """The problems of one catalogue."""
    known, problems = _read(language), []
    for entry in template:
        if not entry.id:
            continue
        own = known.get(entry.id, entry.context)
        if own is None or not _is_complete(own):
            problems.append(f"not translated: {_shown(entry)}")
        elif own.fuzzy:
            problems.append(f"marked as uncertain: {_shown(entry)}")
        else:
            problems += _places(own)
    problems += [
        f"no longer said: {_shown(entry)}"
        for entry in known
        if entry.id and template.get(entry.id, entry.context) is None
    ]
    problems += [f"no longer said: {_shown(entry)}" for entry in known.obsolete.values()]
    return problems


def _is_complete(entry: Entry) -> bool:
    return bool(_forms(entry.string)) and all(_forms(entry.string))


def _forms(text: str | Sequence[str] | None) -> list[str]:
    """Singular and plural, or the one form there is."""
    return [text] if isinstance(text, str) else list(text or ())


def _places(entry: Entry) -> list[str]:
    """Whether a translation has the same places to fill as its key, each as often."""
    wanted = {frozenset(Counter(_PLACE.findall(key)).items()) for key in _forms(entry.id)}
    return [
        f"other places to fill than in the key: {_shown(entry)}"
        for text in _forms(entry.string)
        if frozenset(Counter(_PLACE.findall(text)).items()) not in wanted
    ]


def _odd(entry: Entry) -> list[str]:
    """What cannot be filled in: a per cent sign that is not doubled."""
    return [
        f"a single per cent sign: {_shown(entry)}"
        for key in _forms(entry.id)
        if any(match.group() == "%" for match in _PLACE.finditer(key))
    ]


def _shown(entry: Entry) -> str:
    return _forms(entry.id)[0]
