"""What is asked of a provider where people sign in (OpenID Connect), within bounds.

Its addresses are those that it publishes itself; nothing leads anywhere else.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, Final
from urllib.parse import urlsplit

import httpx2

from app import bounds
from app.errors import Unavailable
from app.web.errors.kinds import PROBLEM_KINDS

_WELL_KNOWN: Final = "/.well-known/openid-configuration"
_NEEDED: Final = ("authorization_endpoint", "token_endpoint", "jwks_uri")


class ProviderSilent(Unavailable):
    """The provider does not answer, or not so that it could be understood."""

    slug = "provider-silent"

    def __init__(self, why: str = "") -> None:
        super().__init__(PROBLEM_KINDS[self.slug].meaning)
        self.why = why
        """For the log: nothing of who signs in."""


@dataclass
class Patience:
    """How long a provider is waited for, over all that is asked of it."""

    until: float = field(default_factory=lambda: time.monotonic() + bounds.PROVIDER_SECONDS)

    @property
    def left(self) -> float:
        """Seconds.

        Raises:
            ProviderSilent: there are none.
        """
        left = self.until - time.monotonic()
        if left <= 0:
            raise ProviderSilent("it takes too long")
        return left


def answer_of(
    method: str,
    url: str,
    patience: Patience,
    *,
    headers: Mapping[str, str] | None = None,
    body: str | None = None,
) -> dict[str, Any]:
    """What a provider answers: an object of JSON.

    Raises:
        ProviderSilent: it does not answer so.
    """
    try:
        with (
            httpx2.Client(timeout=patience.left, follow_redirects=False, trust_env=False) as client,
            client.stream(method, url, headers=headers, content=body) as response,
        ):
            whole = bytearray()
            for piece in response.iter_bytes():
                whole += piece
                if len(whole) > bounds.PROVIDER_BYTES:
                    raise ProviderSilent("it says too much")
                _ = patience.left
            if response.status_code >= 500 or 300 <= response.status_code < 400:
                raise ProviderSilent(f"it answers {response.status_code}")
            found = httpx2.Response(response.status_code, content=bytes(whole)).json()
    except (httpx2.HTTPError, httpx2.InvalidURL, ValueError) as error:
        raise ProviderSilent(type(error).__name__) from error
    if not isinstance(found, dict):
        raise ProviderSilent("it answers with no object")
    return found


class Provider:
    """A provider as it describes itself, and the keys that it signs with."""

    def __init__(self, issuer: str) -> None:
        self.issuer = issuer
        self._lock = Lock()
        self._metadata: tuple[float, dict[str, Any]] | None = None
        self._keys: tuple[float, dict[str, Any]] | None = None

    def metadata(self, patience: Patience) -> Mapping[str, Any]:
        """What it says of itself, where all that is needed is there.

        Raises:
            ProviderSilent: it is not.
        """
        with self._lock:
            kept = _fresh(self._metadata)
        if kept is not None:
            return kept
        found = answer_of("GET", self.issuer.rstrip("/") + _WELL_KNOWN, patience)
        if found.get("issuer") != self.issuer:
            raise ProviderSilent("it calls itself otherwise")
        for name in _NEEDED:
            if not self._is_safe(found.get(name)):
                raise ProviderSilent(f"it names no {name} that can be used")
        with self._lock:
            self._metadata = time.monotonic(), found
        return found

    def keys(self, patience: Patience, *, anew: bool = False) -> Mapping[str, Any]:
        """The keys that it signs with; `anew` where one is missing among those that are kept.

        Raises:
            ProviderSilent: it gives none.
        """
        with self._lock:
            kept = None if anew else _fresh(self._keys)
        if kept is not None:
            return kept
        found = answer_of("GET", self.metadata(patience)["jwks_uri"], patience)
        with self._lock:
            self._keys = time.monotonic(), found
        return found

    def _is_safe(self, address: object) -> bool:
        """Whether an address may be asked: by HTTPS, unless the provider is on this machine."""
        scheme = urlsplit(address).scheme if isinstance(address, str) else ""
        return scheme == "https" or (scheme == "http" and self.issuer.startswith("http://"))


def _fresh(kept: tuple[float, dict[str, Any]] | None) -> dict[str, Any] | None:
    if kept is None or time.monotonic() - kept[0] > bounds.PROVIDER_KEPT_SECONDS:
        return None
    return kept[1]
