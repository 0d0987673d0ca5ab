"""What a feed holds: what happened to evaluations and gold stars, newest release first.

Within a release the newest evaluation comes first. Readers' programs order by time, so what a
release brought is told a second apart, backwards from when it came: the order that is meant is the
one that is shown, and a time stays what it was.

A correction is an entry of its own that says old and new, so that nobody who read the first has to
find out by comparing. An entry keeps its id for ever: it follows from the record and the release.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby, islice
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from app.domain.changes import Event, RecordKind
from app.domain.message import Message, say
from app.domain.municipality import Municipality
from app.domain.release import Release
from app.errors import NotFound
from app.queries import history, method
from app.queries.aliases import aliases
from app.queries.reading import Reading

MOST_ENTRIES: Final = 200
"""The newest; what came before is in the list of changes."""

_OURS: Final = uuid5(NAMESPACE_URL, "urn:kommunekompasset:feeds")


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """What is told of, and the time it is told under."""

    event: Event
    moment: datetime


@dataclass(frozen=True, slots=True)
class FeedContent:
    """A feed: its `path`, the `page` it is about, and the `release` that is read."""

    title: Message
    description: Message
    path: str
    page: str
    updated: datetime
    entries: tuple[FeedEntry, ...]
    release: Release


def all_content(reading: Reading) -> FeedContent:
    """Everything. Fourteen statements."""
    return _content(
        reading,
        say("Kommunekompasset: new results and corrections"),
        "/data/endringer",
        _entries(reading),
        path="/feed.atom",
    )


def municipality_feed(reading: Reading, municipality: Municipality) -> FeedContent:
    """What happened to the evaluations and gold stars of one municipality, whatever it was called
    then."""
    slug, resolve = municipality.slug, aliases(reading).resolve

    def is_its(event: Event) -> bool:
        named = event.evaluation.municipality
        return (resolve(RecordKind.MUNICIPALITY, named) or named) == slug

    return _content(
        reading,
        say("Kommunekompasset: %(name)s", name=municipality.label),
        f"/kommuner/{slug}",
        _those(reading, is_its),
    )


def area_feed(reading: Reading, version: str, no: str) -> FeedContent:
    """What bears on one area of a method version.

    Raises:
        NotFound: there is no such version or area.
    """
    known = method.instrument(reading).versions.get(version)
    area = next((a for a in known.areas if str(a.no) == no), None) if known else None
    if area is None:
        raise NotFound(say("There is no such area of the method."))
    return _content(
        reading,
        say("Kommunekompasset: %(name)s (version %(version)s)", name=area.name, version=version),
        f"/omrader/{version}/{no}",
        _those(reading, lambda event: event.concerns(version, area.no)),
    )


def gold_star_feed(reading: Reading) -> FeedContent:
    """Gold stars alone."""
    return _content(
        reading,
        say("Kommunekompasset: gold stars"),
        "/gullstjerner",
        _those(reading, lambda event: event.star is not None),
    )


def entry_id(event: Event, language: str) -> str:
    """The id of an entry: the same in every feed it stands in, and in no other language."""
    dataset = _dataset(event.release)
    change = event.change
    return _urn(f"{dataset}/{change.kind.value}/{change.key}/{change.release}/{language}")


def feed_id(content: FeedContent, language: str) -> str:
    return _urn(f"{_dataset(content.release)}{content.path}/{language}")


def _dataset(release: Release) -> str:
    return "demo" if release.demo else "real"


def _urn(name: str) -> str:
    return uuid5(_OURS, name).urn


def _entries(reading: Reading) -> Iterator[FeedEntry]:
    """Everything, in the order in which it is told. What decides it never changes later, as names
    may."""
    for release, happened in groupby(history.events(reading), key=lambda event: event.release):
        for place, event in enumerate(sorted(happened, key=_newest_evaluation_first)):
            yield FeedEntry(event, release.published_at - timedelta(seconds=place))


def _newest_evaluation_first(event: Event) -> tuple[int, str, str]:
    return -event.evaluation.year, event.change.kind.value, event.change.key


def _those(reading: Reading, wanted: Callable[[Event], bool]) -> Iterable[FeedEntry]:
    return (entry for entry in _entries(reading) if wanted(entry.event))


def _content(
    reading: Reading,
    title: Message,
    page: str,
    entries: Iterable[FeedEntry],
    path: str | None = None,
) -> FeedContent:
    found = tuple(islice(entries, MOST_ENTRIES))
    releases = history.known_releases(reading)
    return FeedContent(
        title=title,
        description=say(
            "Added evaluations and gold stars, corrections and withdrawals. The evaluations "
            "measure management practice, not service quality."
        ),
        path=path or f"{page}/feed.atom",
        page=page,
        updated=max(
            (entry.event.release.published_at for entry in found),
            default=releases[-1].published_at,
        ),
        entries=found,
        release=reading.release,
    )
