"""What never changes is remembered: a release is immutable, so what was read of it stays true.

Kept are only whole answers that many pages need, under the release: its number and time, since what
happened before it is read as well, the SHA-256 of its contents, so that two databases do not mix,
and what is called small. Who asks first works the answer out, and who asks meanwhile waits for
that; an error is told to all of them and not kept. Each process has its own memory. When it is full
a whole release goes, the one that was used longest ago, so that two that are read in turn do not
drive out each other's answers one by one.

Most answers are the same in every language, and there is one of each. It is worked out with names
in one order, whoever asks first, so that no page gets what is in the order of another language.
What shows names in order has an answer for each order that names have.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sized
from concurrent.futures import Future
from dataclasses import replace
from functools import wraps
from threading import Lock
from typing import Any, Concatenate, Final, ParamSpec, TypeAlias, TypeVar, cast

from app.bounds import SHARED_ANSWER_SECONDS
from app.domain.message import say
from app.domain.naming.spelling import Collation
from app.errors import Unavailable
from app.queries.reading import Reading

MOST_RELEASES: Final = 8
MOST_THINGS: Final = 2_000_000
"""Evaluations, gold stars, municipalities and the like, over all answers of all releases but one:
the release that is read is always kept."""

IN_ORDER: Final = Collation.NORWEGIAN
"""The order of names of what there is one answer of."""

TAKES_LONG: Final = say(
    "The database does not answer, or nothing has been published yet. Try again shortly."
)

Answer = TypeVar("Answer")
Choices = ParamSpec("Choices")
Key: TypeAlias = tuple[Hashable, ...]


class _Release:
    """The answers of one release, and how many things there are in them."""

    def __init__(self) -> None:
        self.answers: dict[Key, Future[Any]] = {}
        self.things = 0


class Memory:
    """A bounded store, safe to share between threads."""

    def __init__(self, most_releases: int, most_things: int) -> None:
        self.enabled = True
        self._most_releases = most_releases
        self._most_things = most_things
        self._releases: OrderedDict[Key, _Release] = OrderedDict()
        self._lock = Lock()

    def answer(self, release: Key, key: Key, work_out: Callable[[], Any]) -> Any:
        """What is kept under a key, worked out where nothing is yet.

        Raises:
            Unavailable: somebody else works it out, and takes too long.
        """
        with self._lock:
            held = self._releases.setdefault(release, _Release())
            self._releases.move_to_end(release)
            found, first = held.answers.get(key), False
            if found is None:
                found, first = held.answers.setdefault(key, Future()), True
            self._make_room()
        if not first:
            return _shared(found)
        try:
            answer = work_out()
        except BaseException as error:
            with self._lock:
                del held.answers[key]
            found.set_exception(error)
            raise
        with self._lock:
            held.things += len(answer) if isinstance(answer, Sized) else 1
            self._make_room()
        found.set_result(answer)
        return answer

    def clear(self) -> None:
        with self._lock:
            self._releases.clear()

    def _make_room(self) -> None:
        while len(self._releases) > 1 and (
            len(self._releases) > self._most_releases
            or sum(held.things for held in self._releases.values()) > self._most_things
        ):
            self._releases.popitem(last=False)


def _shared(found: "Future[Any]") -> Any:
    """What another thread works out."""
    try:
        return found.result(SHARED_ANSWER_SECONDS)
    except TimeoutError:
        if found.done():  # the work itself ran into a time limit
            raise
        raise Unavailable(TAKES_LONG) from None


MEMORY = Memory(MOST_RELEASES, MOST_THINGS)


def remembered(
    query: Callable[Concatenate[Reading, Choices], Answer],
) -> Callable[Concatenate[Reading, Choices], Answer]:
    """Keeps a query's answer for the release that was read.

    Besides the reading only what the site or the release has a few of may be asked with, such as a
    question that exists, never what a reader makes up: every choice is another answer.
    """
    ask = remembered_in_order(query)

    @wraps(query)
    def ask_once(reading: Reading, *args: Choices.args, **kwargs: Choices.kwargs) -> Answer:
        if reading.collation is not IN_ORDER:
            reading = replace(reading, collation=IN_ORDER)
        return ask(reading, *args, **kwargs)

    return cast(Callable[Concatenate[Reading, Choices], Answer], ask_once)


def remembered_in_order(
    query: Callable[Concatenate[Reading, Choices], Answer],
) -> Callable[Concatenate[Reading, Choices], Answer]:
    """The same for what has names in order, or holds a selection of the evaluations, whose places
    are that order: an answer for each order that is read."""

    @wraps(query)
    def ask(reading: Reading, *args: Choices.args, **kwargs: Choices.kwargs) -> Answer:
        if not (MEMORY.enabled and reading.remember):
            return query(reading, *args, **kwargs)
        release = reading.release
        answer: Answer = MEMORY.answer(
            (
                release.number,
                release.sha256,
                release.published_at,
                reading.small,
                reading.least_share,
            ),
            (
                query.__module__,
                query.__qualname__,
                reading.collation,
                *args,
                *sorted(kwargs.items()),
            ),
            lambda: query(reading, *args, **kwargs),
        )
        return answer

    return cast(Callable[Concatenate[Reading, Choices], Answer], ask)
