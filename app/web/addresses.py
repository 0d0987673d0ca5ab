"""Addresses: the language they begin with, the one form each page has, and how they are built.

A page has one address in each language. Other ways of writing it lead there: a slash at the end,
doubled slashes, the prefix of the language that needs none, bytes that should have been escaped,
and what other sites append to links in order to follow readers about.
"""

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import parse_qsl, quote, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from app.config import settings
from app.domain.language import DEFAULT, LANGUAGES
from app.web.api.formats import API, split_suffix

WATCHED: Final = frozenset({"healthz", "metrics", "readyz"})
"""Addresses of one part that those ask who run or watch the site. They never answer with a page."""

WITHOUT_LANGUAGE: Final = WATCHED | {
    *(".well-known", "api", "dcat", "dcat.jsonld", "dcat.ttl"),
    *("llms.txt", "robots.txt", "sitemap.xml", "static"),
}
"""First parts of addresses that exist once, not once in each language."""

IN_EACH_LANGUAGE: Final = frozenset(
    {
        *(
            "data",
            "embed",
            "feed.atom",
            "fylker",
            "grupper",
            "gullstjerner",
            "innsikt",
            "kart",
            "kommuner",
            "metode",
        ),
        *("om", "omrader", "sammenlign", "sporsmal", "utvikling"),
    }
)
"""First parts of all other addresses, without their language."""

OWN: Final = "min"
"""The parameter that names the reader's own municipality, to be marked: no other page than the one
asked for knows of it, and it is no part of what is cited or shared."""

_TRACKING: Final = re.compile(r"utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|igshid")
_SAFE_IN_QUERY: Final = "=&%+:;,/?@!$'()*~-._"


def address(path: str, language: str, query: Iterable[tuple[str, str]] = ()) -> str:
    """The address of a page in a language, from its address without one. It begins with the path
    that the site is shown under, if there is one."""
    prefix = LANGUAGES[language].prefix
    own = quote(path if path.startswith("/") else f"/{path}")
    whole = prefix if prefix and own == "/" else prefix + own
    return settings().root_path + whole + query_string(query)


def whole_address(path: str, language: str, query: Iterable[tuple[str, str]] = ()) -> str:
    """The same with scheme and host, for those who read it elsewhere."""
    return settings().origin + address(path, language, query)


def with_part(request: Request, old: str, new: str) -> str:
    """The address asked for with one part of its path as another: language, suffix and choices
    stay."""
    path: str = request.state.full_path
    query = f"?{request.url.query}" if request.url.query else ""
    return settings().root_path + quote(path.replace(f"/{old}", f"/{new}", 1)) + query


def query_string(query: Iterable[tuple[str, str]]) -> str:
    """What stands behind a path, with its question mark; parameters without a value are left
    out."""
    parameters = urlencode([(name, value) for name, value in query if value != ""], safe=",:/")
    return f"?{parameters}" if parameters else ""


class Addresses:
    """Finds the language, passes on the address without it, and redirects other spellings."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path: str = scope["path"]
        canonical = canonical_path(path)
        query: bytes = scope["query_string"]
        kept = without_tracking(_readable(query))
        if canonical != path or kept.encode() != query:
            target = settings().root_path + quote(canonical)
            target += f"?{quote(kept, safe=_SAFE_IN_QUERY)}" if kept else ""
            await RedirectResponse(target, 308)(scope, receive, send)
            return
        language, inner = split_language(path)
        state: dict[str, object] = {"language": language, "path": inner, "full_path": path}
        if inner.startswith(API):
            inner, state["format"] = split_suffix(inner)
            state["language"] = asked_language(kept)
        scope = dict(scope)
        scope["state"] = {**scope.get("state", {}), **state}
        scope["path"] = inner
        scope["raw_path"] = inner.encode()
        await self.app(scope, receive, send)


def canonical_path(path: str) -> str:
    """The path as it should be written: single slashes, none at the end, no prefix for bokmål."""
    parts = [part for part in path.split("/") if part]
    if parts and parts[0] == DEFAULT:
        del parts[0]
    return "/" + "/".join(parts)


def without_tracking(query: str) -> str:
    """The query string without what other sites append."""
    if not _TRACKING.search(query):
        return query
    pairs = parse_qsl(query, keep_blank_values=True)
    return urlencode([(name, value) for name, value in pairs if not _TRACKING.fullmatch(name)])


def asked_language(query: str) -> str:
    """The language that an address of the API names; one that does not exist is refused later."""
    asked = dict(parse_qsl(query)).get("lang", DEFAULT)
    return asked if asked in LANGUAGES else DEFAULT


def _readable(query: bytes) -> str:
    """A query string as text. Bytes that no address may hold are escaped, as browsers do."""
    return query.decode() if query.isascii() else quote(query, safe=_SAFE_IN_QUERY)


def split_language(path: str) -> tuple[str, str]:
    """The language of a path, and the path without it.

    The prefix of no language of ours is no prefix, and neither is one before an address that exists
    only once: those paths stay whole, and lead nowhere.
    """
    first, _, rest = path.removeprefix("/").partition("/")
    if first == DEFAULT or first not in LANGUAGES:
        return DEFAULT, path
    if rest.partition("/")[0] in WITHOUT_LANGUAGE:
        return first, path
    return first, f"/{rest}"
