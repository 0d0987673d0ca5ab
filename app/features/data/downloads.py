"""What of the data can be fetched whole, in which forms, for those who list such things.

A list of the API stands here by one line, and each of its files is complete.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.config import settings
from app.domain.message import Message, say
from app.features.data.content import DataContent
from app.features.data.package import MEDIA_TYPE
from app.web.api.formats import API_ROOT, CUBES, PLACES, TABLES, Format, bare_type

PACKAGE: Final = "zip"


@dataclass(frozen=True, slots=True)
class ListedData:
    """A list of the API whose files hold all of it."""

    path: str
    title: Message
    formats: Sequence[Format]
    query: str = ""
    """What has to be asked for, that nothing is left out."""
    prefix: str = ""
    """What the names of its distributions begin with."""


LISTS: Final = (
    ListedData("evaluations", say("Every evaluation, as one list"), CUBES),
    ListedData(
        "municipalities",
        say("Every municipality of the register with its newest result, as one list"),
        PLACES,
        "?detail=none&former=true",
        "municipalities-",
    ),
    ListedData("findings", say("Every finding, as one list"), TABLES, prefix="findings-"),
    ListedData("points", say("Every figure, as one list"), TABLES, prefix="points-"),
    ListedData("gold-stars", say("Every gold star, as one list"), TABLES, prefix="gold-stars-"),
    ListedData("averages", say("Averages by year, as one list"), CUBES, prefix="averages-"),
    ListedData("methods", say("Every method version, as one list"), TABLES, prefix="methods-"),
    ListedData("releases", say("Every release, as one list"), TABLES, prefix="releases-"),
)


@dataclass(frozen=True, slots=True)
class Download:
    """A file that the data are had from. `name` tells it from the others for ever, and `file_type`
    is its kind; `by_api` says that the API writes it."""

    name: str
    title: Message
    description: Message
    url: str
    media_type: str
    file_type: str
    by_api: bool = True


def downloads(content: DataContent) -> Iterator[Download]:
    """The whole data set first."""
    yield Download(
        PACKAGE,
        say("The whole data set as a Data Package: CSV files with their description"),
        say("Every table, what each column means, the licence and check sums, in one file."),
        settings().site_address + content.file_path,
        MEDIA_TYPE,
        PACKAGE,
        by_api=False,
    )
    for listed in LISTS:
        for found in listed.formats:
            yield _of_list(listed, found)


def _of_list(listed: ListedData, wanted: Format) -> Download:
    url = f"{settings().site_address}{API_ROOT}/{listed.path}{wanted.suffix}{listed.query}"
    about = say(
        "%(title)s: %(format)s that follows new releases, complete.",
        title=listed.title,
        format=wanted.noun,
    )
    name = f"{listed.prefix}{wanted.value}"
    return Download(name, listed.title, about, url, bare_type(wanted), wanted.value)
