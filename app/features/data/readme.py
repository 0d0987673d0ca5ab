"""The words that go along with the package: what it is, how to read it, what it may be used for."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from app.domain.language import DEFAULT, SOURCE
from app.domain.message import Message, say
from app.domain.release import Release
from app.features.data.about_dataset import DESCRIPTION, TITLE, identifier
from app.features.data.holdings import DatasetPart
from app.web.api.attribution import (
    CAVEAT,
    LICENCE_NAME,
    LICENCE_URL,
    TAKE_PART,
    attribution,
)
from app.web.made_up import MADE_UP, is_made_up, titled
from app.web.words.languages import translate

_LANGUAGES: Final = (SOURCE, DEFAULT)

READING: Final = (
    say(
        "Files are CSV following RFC 4180, in UTF-8, with a comma between fields "
        "and a point in decimals. `datapackage.json` says what every column "
        "holds."
    ),
    say(
        "An empty field is a figure that is missing, never 0. The column `missing` says why: "
        "`not-found` in the sources we have read, `not-public`, `not-in-version`, "
        "`not-evaluated` or `withdrawn`."
    ),
    say(
        "`score` is the sum of the parts where all of them are known, else what the source "
        "states. `stated` is what it prints. Where the two differ, `discrepancies` says so."
    ),
    say(
        "Compare points within one method family, and see `comparability` first. Versions of "
        "different families ask about different things."
    ),
    say(
        "Codes are text, and some begin with zeros: say so to the program that reads the files. "
        "Spreadsheets take some codes for dates; take a table as a workbook there."
    ),
    say(
        "Tables of the API that are called like one of these have other columns. Those are for "
        "looking at, these hold everything."
    ),
)
"""How to read the files."""

NLOD: Final = say(
    "You may copy, change and share the data, also commercially, as long as you say where they"
    " come from, link to the licence, and do not mislead about what they say or who stands "
    "behind your use. They come as they are, without warranty."
)
"""The licence in our words; the licence itself is what holds."""


def readme(release: Release, parts: Sequence[DatasetPart], rows: Mapping[str, int]) -> str:
    """The same in English and in bokmål, in Markdown; `rows` are counted by table."""
    return "\n".join(
        line for language in _LANGUAGES for line in _lines(release, parts, rows, language)
    )


def _lines(
    release: Release, parts: Sequence[DatasetPart], rows: Mapping[str, int], language: str
) -> Iterator[str]:
    def said(text: Message) -> str:
        return translate(text, language)

    yield f"# {said(titled(TITLE, release))}"
    yield ""
    if is_made_up(release):
        yield f"**{said(MADE_UP)}**"
        yield ""
    yield from _paragraphs(said(DESCRIPTION), said(CAVEAT), said(TAKE_PART))
    yield from _paragraphs(said(attribution(release)), identifier(release))
    yield f"## {said(say('How to read the files'))}"
    yield ""
    yield from (f"- {said(text)}" for text in READING)
    yield ""
    yield f"## {said(say('Tables'))}"
    yield ""
    for part in parts:
        names = ", ".join(f"`{column.name}`" for column in part.table.columns)
        yield f"- `{part.file}` ({rows[part.name]}): {said(part.title)}. {names}"
    yield ""
    yield f"## {said(say('Licence'))}"
    yield ""
    yield from _paragraphs(f"{LICENCE_NAME}: {LICENCE_URL}", said(NLOD))
    if not release.demo:
        yield from _sources(parts, language)


def _sources(parts: Sequence[DatasetPart], language: str) -> Iterator[str]:
    text = say(
        "The register was read in these collections, under the terms each one "
        "states. The sources of evaluations and published averages are given in "
        "their rows."
    )
    yield from _paragraphs(translate(text, language))
    for part in parts:
        for source in part.sources:
            where = f" {source.url}" if source.url else ""
            licence = translate(source.licence, language)
            yield f"- `{part.name}`: {source.title} ({source.maker}), {licence}{where}"
    yield ""


def _paragraphs(*texts: str) -> Iterator[str]:
    for text in texts:
        yield text
        yield ""


def licence_text() -> str:
    """The licence in our words, with where to read it."""
    return "\n".join(
        (
            f"Norwegian Licence for Open Government Data (NLOD) 2.0\n{LICENCE_URL}\n",
            *(f"{translate(NLOD, language)}\n" for language in _LANGUAGES),
        )
    )
