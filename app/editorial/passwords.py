"""Passwords: how long they may be, and how they are kept (argon2id)."""

import unicodedata
from functools import lru_cache
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from app.domain.message import Message, say

SHORTEST: Final = 12
LONGEST: Final = 200
"""Characters. What is longer makes nothing safer, and takes its time."""

HASHER: Final = PasswordHasher(time_cost=3, memory_cost=32_768, parallelism=1)
"""32 MB for each of the few who sign in at once. Who sets it higher makes old hashes anew when they
are next used."""


def fault(password: str, login: str = "") -> Message | None:
    """Why a password will not do. How it is made up is its owner's business."""
    written = _normal(password)
    if len(written) < SHORTEST:
        return say("A password has at least %(n)s characters.", n=SHORTEST)
    if len(written) > LONGEST:
        return say("A password has at most %(n)s characters.", n=LONGEST)
    if any(unicodedata.category(character) == "Cc" for character in written):
        return say("A password is one line of text.")
    if login and written.casefold() == login.casefold():
        return say("A password is not the login.")
    return None


def hashed(password: str) -> str:
    """A password as it is kept."""
    return HASHER.hash(_normal(password))


def is_right(kept: str | None, password: str) -> bool:
    """Whether a password is the one that is kept. Where none is, as much work is done: how long the
    answer takes says nothing of who has an account."""
    try:
        HASHER.verify(kept or nobodys(), _normal(password)[: LONGEST + 1])
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


def is_outdated(kept: str) -> bool:
    """Whether a hash was made with other costs than those of now."""
    return HASHER.check_needs_rehash(kept)


def _normal(password: str) -> str:
    """The same password from every keyboard (NFKC)."""
    return unicodedata.normalize("NFKC", password)


@lru_cache
def nobodys() -> str:
    """What is worked on where there is no account."""
    return HASHER.hash("nobody's password")
