"""A bounded memory for answers: what was used longest ago goes first."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from app.web.answering.encodings import Encoding
from app.web.observing.counts import counts

AnswerKey: TypeAlias = tuple[str, bytes, Encoding]
"""Path, query string and encoding."""

_OVERHEAD: Final = 2048
"""Bytes that an answer takes beside its body, roughly."""
_LARGEST_SHARE: Final = 8
"""An answer may take this part of the whole memory; larger ones are not kept."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it is sent: whole, or as the news that nothing has changed.

    One that is `lasting` stays true whatever is published later, and needs no look at the newest
    release. What browsers may keep of it is another matter. One that is not `kept` is for those
    who wait for it just now.
    """

    etag: bytes
    start: dict[str, Any]
    body: dict[str, Any]
    not_modified: dict[str, Any]
    lasting: bool = False
    kept: bool = True
    file: str | None = None
    """The path of the file that is the body, where it is too large for memory."""

    @property
    def size(self) -> int:
        return len(self.body["body"]) + _OVERHEAD


class AnswerStore:
    """Answers by key, within a number of bytes."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._used = 0
        self._kept: OrderedDict[AnswerKey, Answer] = OrderedDict()

    def get(self, key: AnswerKey) -> Answer | None:
        answer = self._kept.get(key)
        if answer is not None:
            self._kept.move_to_end(key)
        return answer

    @property
    def used(self) -> int:
        """Bytes taken, roughly."""
        return self._used

    def put(self, key: AnswerKey, answer: Answer) -> None:
        if answer.size > self._capacity // _LARGEST_SHARE:
            return
        replaced = self._kept.pop(key, None)
        self._used += answer.size - (replaced.size if replaced else 0)
        self._kept[key] = answer
        while self._used > self._capacity:
            _, oldest = self._kept.popitem(last=False)
            counts.evicted += 1
            self._used -= oldest.size

    def clear(self) -> None:
        self._kept.clear()
        self._used = 0

    def __len__(self) -> int:
        return len(self._kept)
