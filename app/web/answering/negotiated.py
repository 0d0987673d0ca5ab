"""Addresses that answer in one of several forms: which one, the reader's `Accept` says.

Each form has an address of its own, and nothing behind this knows of `Accept`: kept answers depend
on the address and the encoding alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LONGEST: Final = 512
"""Characters of an `Accept` that are read; browsers send fewer than 200."""


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of an address: paths by media type, the usual one first, which is that of the
    address itself. `names` are other media types that are asked for where one of them is meant."""

    paths: Mapping[str, str]
    names: Mapping[str, str] = field(default_factory=dict)

    def wanted(self, accept: str) -> str:
        """The media type to answer with: the one that is wanted most, the usual one where none is.

        Nobody is refused: who cannot read any of them is told what there is by what is sent.
        """
        weights = _weights(accept)
        usual = next(iter(self.paths))
        best = max(self.paths, key=lambda kind: self._weight(kind, weights))
        return best if self._weight(best, weights) > 0 else usual

    def _weight(self, kind: str, weights: Mapping[str, float]) -> float:
        called = [kind, *(name for name, meant in self.names.items() if meant == kind)]
        named = [weights[name] for name in called if name in weights]
        if named:
            return max(named)
        main = kind.partition("/")[0]
        return weights.get(f"{main}/*", weights.get("*/*", 0.0))


def _weights(accept: str) -> dict[str, float]:
    """How much each media range of an `Accept` is wanted."""
    if len(accept) > _LONGEST:
        accept = accept[:_LONGEST].rpartition(",")[0]  # no half a range
    found: dict[str, float] = {}
    for part in accept.lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        quality = next((p[2:] for p in parameters if p.startswith("q=")), "1")
        try:
            found[name] = float(quality)
        except ValueError:
            found[name] = 0.0
    return found


class Negotiated:
    """Answers such an address with the form that is wanted, and says that it depends on that."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.forms: dict[str, Forms] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        forms = self.forms.get(scope["path"])
        if forms is None:
            await self.app(scope, receive, send)
            return
        kind = forms.wanted(Headers(scope=scope).get("accept", ""))
        if kind != next(iter(forms.paths)):
            scope = {**scope, "path": forms.paths[kind], "raw_path": forms.paths[kind].encode()}

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=list(message["headers"]))
                headers.add_vary_header("Accept")
                message = {**message, "headers": headers.raw}
            await send(message)

        await self.app(scope, receive, told)
