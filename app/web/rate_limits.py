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

from starlette.datastructures import Address
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app import bounds
from app.config import Network, networks, settings
from app.web.errors.refusals import RefusedRequest, refusal
from app.web.observing.counts import TurnedAway
from app.web.observing.observed import turned_away
from app.web.page.assets import PREFIX

_ASSETS: Final = f"{PREFIX}/"
_LONGEST_ADDRESS: Final = 64
"""Characters; the longest address there is has fewer."""
_UNREADABLE: Final = "?"
"""Whoever a proxy names in a way that is no address counts as one."""
_IPV6_PREFIX: Final = 64
"""Bits; the rest of an IPv6 address belongs to one household, which may choose it at will."""

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
        self._counts = WindowedCounts(clock)
        self._policy = (
            b"ratelimit-policy",
            f'"address";q={limit};w={bounds.RATE_SECONDS}'.encode(),
        )
        self._free: set[str] = set()
        """Addresses as they are written that are known to be exempt."""
        self._keys: dict[str, str] = {}
        """What the others are counted under."""

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        client = scope.get("client")  # none where nobody asks, or over a socket of the machine's
        if client is None or client[0] in self._free or not self._limit:
            return self.app(scope, receive, send)
        if scope["path"].startswith(_ASSETS):
            return self.app(scope, receive, send)
        key = self._keys.get(client[0]) or self._learn(client[0])
        if key is None:
            return self.app(scope, receive, send)
        return self._counted(key, scope, receive, send)

    def _learn(self, host: str) -> str | None:
        """What an address is counted under, for this time and the next; None where it is not."""
        if len(host) > _LONGEST_ADDRESS:
            return _UNREADABLE
        if len(self._keys) + len(self._free) >= bounds.RATE_ADDRESSES:
            self._keys.clear()
            self._free.clear()
        key = key_of(host, self._exempt)
        if key is None:
            self._free.add(host)
        else:
            self._keys[host] = key
        return key

    async def _counted(self, key: str, scope: Scope, receive: Receive, send: Send) -> None:
        count, left = self._counts.hit(key)
        seconds = max(1, ceil(left))
        remaining = max(0, self._limit - count)
        told = [self._policy, (b"ratelimit", b'"address";r=%d;t=%d' % (remaining, seconds))]

        async def telling(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message["headers"], *told]}  # it may be kept
            await send(message)

        if count <= self._limit:
            await self.app(scope, receive, telling)
        else:
            await _refuse(scope, telling, seconds)


async def _refuse(scope: Scope, send: Send, seconds: int) -> None:
    given = dict(scope["headers"])
    accept, languages = given.get(b"accept", b""), given.get(b"accept-language", b"")
    turned_away(TurnedAway.RATE)
    refused = RefusedRequest(scope["path"], scope["query_string"], accept, languages)
    said = refusal(429, refused, seconds)
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
        return None
    if isinstance(found, IPv6Address):
        return str(ip_network((int(found), _IPV6_PREFIX), strict=False))
    return str(found)


def counted_as(client: Address | None) -> str | None:
    """What whoever asks is counted under by the settings of this site. None for those who are not
    counted."""
    chosen = settings()
    if client is None or not chosen.rate_limit:
        return None
    return key_of(client.host, networks(chosen.rate_limit_exempt))


class WindowedCounts:
    """Counts by key, each within a window that begins with the first. Those that began first go
    first when there are too many.

    The library for this (limits) takes thirty times as long, and its memory has no bound and starts
    a thread to tidy it up.
    """

    def __init__(self, clock: Clock = time.monotonic, most: int = bounds.RATE_ADDRESSES) -> None:
        self._clock = clock
        self._most = most
        self._counts: OrderedDict[str, tuple[int, float]] = OrderedDict()
        """How many, and until when."""

    def hit(self, key: str) -> tuple[int, float]:
        """Counts one more; how many there are now, and for how many seconds they count."""
        known, until = self._counts.get(key, (0, 0.0))
        now = self._clock()
        if until <= now:
            self._counts.pop(key, None)  # so that it stands last again
            known, until = 0, now + bounds.RATE_SECONDS
        self._counts[key] = known + 1, until
        if len(self._counts) > self._most:
            self._counts.popitem(last=False)
        return known + 1, until - now

    def __len__(self) -> int:
        return len(self._counts)
