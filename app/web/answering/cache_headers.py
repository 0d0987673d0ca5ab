"""What browsers and shared caches are told about keeping an answer.

Browsers ask each time: a publication is seen at once, and a 304 costs little. Shared caches (a CDN,
a proxy of a newspaper) may hold what follows the newest release for a second, and give out what
they have while they ask again or while the site is out of order. `CDN-Cache-Control` (RFC 9213) is
theirs alone: in `Cache-Control`, `must-revalidate` would forbid it, and browsers would take it as
said to them.

The keys name what to purge. After a publication: those of the release that was the newest before.
What is frozen stays true.
"""

from typing import Final

from app import bounds

REVALIDATED: Final = "public, max-age=0, must-revalidate"
"""For all that is made of data, also at a frozen release: data do not change there, and the next
version of the site lays them out, words them and works averages out anew."""

FROZEN: Final = "public, max-age=31536000, immutable"
"""For the file of a release, and for files whose name holds their hash."""

NEVER: Final = "no-store"
"""For errors, and for what is asked of the process itself."""

SHARED: Final = (
    f"public, max-age={bounds.SHARED_SECONDS}, "
    f"stale-while-revalidate={bounds.SHARED_SECONDS}, "
    f"stale-if-error={bounds.SHARED_ERROR_SECONDS}"
)
"""For shared caches, where browsers have to ask: together with the time for which a process
remembers the newest release, a page is never older than three seconds where the site answers."""

EVERYTHING: Final = "kompass"
KEPT_FOR_GOOD: Final = "frozen"


def release_key(number: int) -> str:
    """What names the answers that were given while a release was the newest."""
    return f"release-{number}"


def cache_headers(cache_control: str, release: int | None) -> dict[str, str]:
    """The headers beside `Cache-Control` of an answer that says this of itself.

    `release` is the newest one while the answer was made, whatever the answer is frozen at; None
    where none is known. What nobody may keep has none of these headers.
    """
    if NEVER in cache_control:
        return {}
    lasting = cache_control == FROZEN
    keys = [EVERYTHING]
    if lasting:
        keys.append(KEPT_FOR_GOOD)
    elif release is not None:
        keys.append(release_key(release))
    found = {} if lasting else {"CDN-Cache-Control": SHARED}
    return {**found, "Surrogate-Key": " ".join(keys), "Cache-Tag": ",".join(keys)}
