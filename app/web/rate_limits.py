"""How often one address may ask, and what it is told of that (`RateLimit`, `RateLimit-Policy`).

Stands outside the kept answers, so that nothing said to one reader is kept for another. Scripts and
styles are not counted: a page has several, and they cost nothing. The counts are those of this
process alone.

The fields are those of draft-ietf-httpapi-ratelimit-headers, from its eighth version on.
"""

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil
from typing import Final

from limits import RateLimitItem, RateLimitItemPerSecond
from limits.storage import Storage
from limits.strategies import FixedWindowRateLimiter
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app import bounds
from app.config import Network
from app.web.assets import PREFIX
from app.web.door.refusals import Asked, refusal

_ASSETS: Final = f"{PREFIX}/"
_LONGEST_ADDRESS: Final = 64
"""Characters; the longest address there is has fewer."""
_UNREADABLE: Final = "?"
"""Whoever a proxy names in a way that is no address counts as one."""
_IPV6_PREFIX: Final = 64
"""Bits; the rest of an IPv6 address belongs to one household, which may choose it at will."""
_EXEMPT: Final = None
_UNKNOWN: Final = object()

Clock = Callable[[], float]


class RateLimits:
    """Lets each address ask so often in a minute, and answers 429 beyond that.

    With a limit of 0 everybody may ask as often as they like, and so may those in `exempt`.
    """

    def __init__(
        self,
        app: ASGIApp,
        limit: int,
        exempt: Iterable[Network] = (),
        clock: Clock = time.monotonic,
    ) -> None:
        self.app = app
        self._limit = limit
        self._exempt = tuple(exempt)
        self._clock = clock
        self._counts = Counts(clock)
        self._limiter = FixedWindowRateLimiter(self._counts)
        self._item: RateLimitItem = RateLimitItemPerSecond(max(limit, 1), bounds.RATE_SECONDS)
        self._policy = (
            b"ratelimit-policy",
            f'"address";q={limit};w={bounds.RATE_SECONDS}'.encode(),
        )
        self._keys: dict[str, str | None] = {}

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        if not self._limit or scope["type"] != "http":
            return self.app(scope, receive, send)
        client = scope.get("client")
        key = self._key(client[0]) if client else _EXEMPT  # a socket of the machine's own
        if key is _EXEMPT or scope["path"].startswith(_ASSETS):
            return self.app(scope, receive, send)
        return self._counted(key, scope, receive, send)

    def _key(self, host: str) -> str | None:
        """What an address is counted under; None where it is not."""
        if len(host) > _LONGEST_ADDRESS:
            return _UNREADABLE
        known = self._keys.get(host, _UNKNOWN)
        if known is not _UNKNOWN:
            return known  # type: ignore[return-value]
        if len(self._keys) >= bounds.RATE_ADDRESSES:
            self._keys.clear()
        found = self._keys[host] = key_of(host, self._exempt)
        return found

    async def _counted(self, key: str, scope: Scope, receive: Receive, send: Send) -> None:
        allowed = self._limiter.hit(self._item, key)
        stats = self._limiter.get_window_stats(self._item, key)
        seconds = max(1, ceil(stats.reset_time - self._clock()))
        told = [self._policy, (b"ratelimit", b'"address";r=%d;t=%d' % (stats.remaining, seconds))]

        async def telling(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message["headers"], *told]}  # it may be kept
            await send(message)

        if allowed:
            await self.app(scope, receive, telling)
        else:
            await _refuse(scope, telling, seconds)


async def _refuse(scope: Scope, send: Send, seconds: int) -> None:
    accept = next((value for name, value in scope["headers"] if name == b"accept"), b"")
    said = refusal(429, Asked(scope["path"], scope["query_string"], accept), seconds)
    body = b"" if scope["method"] == "HEAD" else said.body
    await send({"type": "http.response.start", "status": 429, "headers": list(said.headers)})
    await send({"type": "http.response.body", "body": body})


def key_of(host: str, exempt: Iterable[Network]) -> str | None:
    """What an address is counted under: itself or, in IPv6, its network. None for the exempt."""
    try:
        found = ip_address(host)
    except ValueError:
        return _UNREADABLE
    if isinstance(found, IPv6Address):
        found = found.ipv4_mapped or found
    if any(found in network for network in exempt):
        return _EXEMPT
    if isinstance(found, IPv6Address):
        return str(ip_network((int(found), _IPV6_PREFIX), strict=False))
    return str(found)


class Counts(Storage):
    """Counts by key, each for as long as its window. Those that began first go first when it is
    full. The library's own memory has no bound, and starts a thread to tidy it up."""

    STORAGE_SCHEME = None

    def __init__(self, clock: Clock = time.monotonic, most: int = bounds.RATE_ADDRESSES) -> None:
        super().__init__()
        self._clock = clock
        self._most = most
        self._counts: OrderedDict[str, tuple[int, float]] = OrderedDict()
        """How many, and until when."""

    @property
    def base_exceptions(self) -> tuple[type[Exception], ...]:
        return ()

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        known, until = self._counts.get(key, (0, 0.0))
        now = self._clock()
        if until <= now:
            self._counts.pop(key, None)  # so that it stands last again
            known, until = 0, now + expiry
        self._counts[key] = known + amount, until
        if len(self._counts) > self._most:
            self._counts.popitem(last=False)
        return known + amount

    def get(self, key: str) -> int:
        known, until = self._counts.get(key, (0, 0.0))
        return known if until > self._clock() else 0

    def get_expiry(self, key: str) -> float:
        return self._counts.get(key, (0, self._clock()))[1]

    def check(self) -> bool:
        return True

    def reset(self) -> int:
        n = len(self._counts)
        self._counts.clear()
        return n

    def clear(self, key: str) -> None:
        self._counts.pop(key, None)

    def __len__(self) -> int:
        return len(self._counts)
