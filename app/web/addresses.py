"""Addresses: the language they begin with, the one form each page has, and how they are built.

A page has one address in each language. Other ways of writing it lead there by one redirect: a
slash at the end, doubled slashes, capitals, the full stop or bracket of the sentence that a link
stood in, the prefix of the language that needs none, bytes that should have been escaped, and
parameters that the page does not know, which other sites append to links. The API knows the same
ways of writing a path, and refuses parameters that it does not know.
"""

import re
from collections.abc import Callable, Collection, Iterable
from typing import Final, TypeAlias
from urllib.parse import parse_qsl, quote, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from app.config import settings
from app.domain.language import DEFAULT, LANGUAGES
from app.web.api.formats import API, split_suffix

WATCHED: Final = frozenset({"healthz", "metrics", "readyz"})
"""Addresses of one part that those ask who run or watch the site. They never answer with a page."""

STATIC: Final = "static"

ASSISTANTS: Final = "/mcp"
"""Where assistants ask. It is asked by POST, and asks the API in its turn."""

WITHOUT_LANGUAGE: Final = WATCHED | {
    *(".well-known", "api", "dcat", "dcat.jsonld", "dcat.rdf", "dcat.ttl", "docs"),
    *("llms.txt", "mcp", "openapi.json", "robots.txt", "sitemap.xml", STATIC),
}
"""First parts of addresses that exist once, not once in each language."""

PRIVATE: Final = frozenset({"redaksjon", "tilsvar", "tips"})
"""First parts of addresses where what is answered depends on who asks, or is for one reader alone:
the workspace, the right of reply, tips. `app.web.private` answers there."""

UPLOADS: Final = "/redaksjon/filer"
"""Where those who are signed in send files."""

IN_EACH_LANGUAGE: Final = PRIVATE | frozenset(
    {
        *(
            "data",
            "embed",
            "feed.atom",
            "fellesrapport",
            "fellesrapport.docx",
            "fellesrapport.pdf",
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

_WITH_CAPITALS: Final = "grupper"
"""Under it stand codes that others have given."""
_BEGIN_OF_SENTENCE: Final = "([{<\"'«“‘*"
_END_OF_SENTENCE: Final = ".,;:!?)]}>\"'»”’*"
"""What stands round a link in a text, and is taken for a part of it."""
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


def evaluation_page(municipality: str, path: str, language: str) -> str:
    """The whole address of the page of an evaluation: its municipality, and what follows that."""
    return whole_address(f"/kommuner/{municipality}/{path}", language)


def with_part(request: Request, old: str, new: str) -> str:
    """The address asked for with one part of its path, or several beside one another, as another:
    language, suffix and choices stay."""
    path: str = request.state.full_path
    query = f"?{request.url.query}" if request.url.query else ""
    # A part is a name, with a suffix or the rest of an id behind it or not.
    named = re.compile(rf"/{re.escape(old)}(?=[/.-]|$)")
    return settings().root_path + quote(named.sub(lambda _: f"/{new}", path, count=1)) + query


def query_string(query: Iterable[tuple[str, str]]) -> str:
    """What stands behind a path, with its question mark; parameters without a value are left
    out."""
    parameters = urlencode([(name, value) for name, value in query if value != ""], safe=",:/")
    return f"?{parameters}" if parameters else ""


ParametersAt: TypeAlias = Callable[[str], Collection[str] | None]
"""The names of the parameters that the page at a path takes, None where there is no page."""


def no_page(path: str) -> None:
    """No address is a page: nothing is left out."""


class Addresses:
    """Finds the language, passes on the address without it, and redirects other spellings."""

    def __init__(self, app: ASGIApp, parameters_at: ParametersAt = no_page) -> None:
        self.app = app
        self._parameters_at = parameters_at

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path: str = scope["path"]
        canonical = canonical_path(path)
        query: bytes = scope["query_string"]
        kept = self._known(canonical, _readable(query))
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

    def _known(self, path: str, query: str) -> str:
        """The query string of a page without the parameters that it does not take."""
        if not query or (names := self._parameters_at(split_language(path)[1])) is None:
            return query
        pairs = parse_qsl(query, keep_blank_values=True)
        kept = [(name, value) for name, value in pairs if name in names]
        return query if len(kept) == len(pairs) else urlencode(kept)


def canonical_path(path: str) -> str:
    """The path as it should be written: single slashes, none at the end, small letters, nothing
    of the sentence that it stood in, no prefix for bokmål."""
    parts = [part for part in path.split("/") if part]
    if not parts or parts[0] == STATIC:
        return "/" + "/".join(parts)
    parts[-1] = parts[-1].rstrip(_END_OF_SENTENCE)
    parts = [part for part in (one.lstrip(_BEGIN_OF_SENTENCE) for one in parts) if part]
    keeps_capitals = _WITH_CAPITALS in (part.lower() for part in parts[:3])
    parts = parts if keeps_capitals else [part.lower() for part in parts]
    if parts and parts[0] == DEFAULT:
        del parts[0]
    return "/" + "/".join(parts)


def asked_language(query: str) -> str:
    """The language that an address of the API names; one that does not exist is refused later."""
    asked = dict(parse_qsl(query)).get("lang", DEFAULT)
    return asked if asked in LANGUAGES else DEFAULT


def _readable(query: bytes) -> str:
    """A query string as text. Bytes that no address may hold are escaped, as browsers do."""
    return query.decode() if query.isascii() else quote(query, safe=_SAFE_IN_QUERY)


_PRIVATE_BEGINNINGS: Final = tuple(
    f"{prefix}/{word}"
    for prefix in ("", *(f"/{code}" for code in LANGUAGES if code != DEFAULT))
    for word in sorted(PRIVATE)
)


def is_private(path: str) -> bool:
    """Whether a path, without the root, is answered to one reader alone. Asked of every request:
    for all but a few it ends with one look at how they begin."""
    if not path.startswith(_PRIVATE_BEGINNINGS):
        return False
    return split_language(path)[1][1:].partition("/")[0] in PRIVATE


def is_upload(path: str) -> bool:
    """Whether files may be sent to a path, without the root."""
    inner = split_language(path)[1]
    return inner == UPLOADS or inner.startswith(f"{UPLOADS}/")


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
