"""Keeps the catalogues in step with what is said: `check` finds what is wrong, `update` repairs it.

Babel does the work, by `[tool.babel]` in pyproject.toml, so that whoever has another tool for
gettext (Weblate, Poedit) finds what they know. Strings are what stands in `say(…)` and `say_n(…)`
in Python, and in `_(…)`, `ngettext(…)` and `trans` in templates. Files are written the same way
each time: in order of the strings, with the names of the files that say them, no line numbers.
"""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from babel.messages import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po

from app.config import ROOT
from app.domain.language import LANGUAGES, SOURCE
from app.web.words import catalogues
from app.web.words.catalogues import catalogue_file
from app.web.words.terms import Term, forbidden_terms, said_wrongly, wrong_in_seed

_TRANSLATED: Final = tuple(language for language in LANGUAGES if language != SOURCE)
_PLACE: Final = re.compile(r"%\((\w+)\)s|%%|%")


def extracted() -> Catalog:
    """Every string that is said anywhere."""
    with _template() as template:
        return _read(template)


def check() -> list[str]:
    """What is wrong with the catalogues; empty where all is well.

    Terms that the glossary forbids are wrong too, also in what is said in English and in the texts
    of the method.
    """
    terms = forbidden_terms()
    template = extracted()
    problems = [f"source: {problem}" for entry in _entries(template) for problem in _odd(entry)]
    for language in _TRANSLATED:
        file = catalogue_file(language)
        catalog = _read(file, language) if file.exists() else Catalog(language)
        catalog.update(template, no_fuzzy_matching=True)
        problems += [f"{language}: {problem}" for problem in _problems(catalog)]
        problems += _forbidden(catalog, language, terms)
    problems += _forbidden(template, SOURCE, terms)
    return [*problems, *wrong_in_seed(terms)]


def update() -> None:
    """Brings the catalogues of all languages in step."""
    with _template() as template:
        places = (f"--input-file={template}", f"--output-dir={catalogues.LOCALES}", "--width=100")
        for language in _TRANSLATED:
            if not catalogue_file(language).exists():
                _babel("init", *places, f"--locale={language}")
        kept = ("--no-fuzzy-matching", "--ignore-obsolete", "--ignore-pot-creation-date")
        _babel("update", *places, *kept)


@contextmanager
def _template() -> Iterator[Path]:
    """A file of every string, without translations."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "messages.pot")
        how = ("--mapping=pyproject.toml", "--add-location=file", "--sort-output")
        _babel("extract", *how, f"--output-file={file}", "app")
        yield file


def _babel(*arguments: str) -> None:
    command = (sys.executable, "-m", "babel.messages.frontend", "--quiet", *arguments)
    subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603 (nothing in it comes from outside)


def _read(file: Path, language: str | None = None) -> Catalog:
    with file.open("rb") as opened:
        return read_po(opened, locale=language)


def _entries(catalog: Catalog) -> Iterator[Entry]:
    """All but the header."""
    return (entry for entry in catalog if entry.id)


def _problems(catalog: Catalog) -> Iterator[str]:
    """What is wrong with a catalogue that has been brought in step in memory."""
    for entry in _entries(catalog):
        if not all(_forms(entry.string)):
            yield f"not translated: {_shown(entry)}"
        elif entry.fuzzy:
            yield f"marked as uncertain: {_shown(entry)}"
        else:
            faults = entry.check(catalog)
            yield from list(_places(entry)) or [f"{fault}: {_shown(entry)}" for fault in faults]
    for entry in catalog.obsolete.values():
        yield f"no longer said: {_shown(entry)}"


def _forbidden(catalog: Catalog, language: str, terms: Sequence[Term]) -> Iterator[str]:
    """Where a language says what it should not."""
    for entry in _entries(catalog):
        english = " | ".join(_forms(entry.id))
        said = english if language == SOURCE else " | ".join(_forms(entry.string))
        yield from said_wrongly({language: said}, terms, _shown(entry), english)


def _forms(text: str | Sequence[str] | None) -> Sequence[str]:
    """Singular and plural, or the one form there is."""
    return [text or ""] if text is None or isinstance(text, str) else text


def _places(entry: Entry) -> Iterator[str]:
    """Whether a translation has the same places to fill as its key, each as often.

    Babel's own check lets a place be missing.
    """
    wanted = [Counter(_PLACE.findall(key)) for key in _forms(entry.id)]
    for text in _forms(entry.string):
        if Counter(_PLACE.findall(text)) not in wanted:
            yield f"other places to fill than in the key: {_shown(entry)}"


def _odd(entry: Entry) -> Iterator[str]:
    """What cannot be filled in: a per cent sign that is not doubled."""
    for key in _forms(entry.id):
        if any(match.group() == "%" for match in _PLACE.finditer(key)):
            yield f"a single per cent sign: {_shown(entry)}"


def _shown(entry: Entry) -> str:
    return _forms(entry.id)[0]
