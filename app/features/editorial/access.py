"""Who asks, and whether they meant to: what every page of the workspace depends on.

A page asks for `ActorDep`, `EditorDep` or `AdministratorDep`; or for `SignedInDep`, which has the
account, and the secret that stands as `csrf` in each of its forms. What is sent is let in only with
that secret, and from a page of ours. Whoever is not signed in is led to where one signs in.
"""

import contextlib
import hmac
import re
from datetime import UTC, datetime
from typing import Annotated, Final
from urllib.parse import urlsplit

from fastapi import Depends, Request
from starlette.types import Scope

from app.config import settings
from app.database import open_desk
from app.domain.editing import Actor, Role
from app.editorial import sessions
from app.editorial.draft import NotAllowed
from app.editorial.sessions import SignedIn
from app.errors import KompassError, Moved
from app.web.addresses import address
from app.web.cookies import SESSION, cookie_name, is_secure
from app.web.errors.kinds import PROBLEM_KINDS
from app.web.words.languages import language_of, path_of

DESK: Final = "/redaksjon"
SIGN_IN: Final = f"{DESK}/logg-inn"
CSRF: Final = "csrf"
CSRF_HEADER: Final = "x-csrf-token"
"""Where scripts put what stands in forms as `csrf`."""

_READING: Final = frozenset({"GET", "HEAD"})
_NEXT: Final = re.compile(r"/redaksjon(?:/(?!\.{1,2}(?:/|$))[a-z0-9._-]{1,80}){0,5}")
_NOT_NEXT: Final = ("/redaksjon/logg-", "/redaksjon/oidc", "/redaksjon/passord")


class SignedOut(KompassError):
    """A script asks for somebody who is signed in no more: no page can be shown in its place."""

    status = 401
    slug = "signed-out"

    def __init__(self) -> None:
        super().__init__(PROBLEM_KINDS[self.slug].meaning)


class NotMeant(KompassError):
    """What was sent came from no form of ours, or from one that is no longer good."""

    status = 403
    slug = "not-meant"

    def __init__(self) -> None:
        super().__init__(PROBLEM_KINDS[self.slug].meaning)


def session_token(request: Request) -> str:
    """The token that a browser brings, empty where it brings none."""
    return request.cookies.get(cookie_name(SESSION), "")


def found_session(request: Request) -> SignedIn | None:
    """Who asks, if they are signed in. No more is written than that they were seen, now and then;
    where that cannot be done just now, the next request does it."""
    token, now = session_token(request), datetime.now(UTC)
    if not token:
        return None
    with open_desk(writes=False) as session:
        found = sessions.find(session, token, now)
    if found is not None and sessions.is_to_be_noted(found, now):
        with contextlib.suppress(Exception), open_desk(writes=True) as session:
            sessions.note_seen(session, token, now)
    return found


def brings_known_session(scope: Scope) -> bool:
    """Whether somebody who wants to send a file is signed in."""
    return found_session(Request(scope)) is not None


def recognised(request: Request) -> SignedIn:
    """Who asks.

    Raises:
        Moved: to where one signs in.
        SignedOut: they are not signed in, and a script asks.
    """
    found = found_session(request)
    if found is not None:
        return found
    if "hx-request" in request.headers:
        raise SignedOut
    asked = path_of(request) if request.method in _READING else DESK
    query = [("neste", asked)] if next_path(asked) == asked != DESK else []
    raise Moved(address(SIGN_IN, language_of(request), query), 303)


async def signed_in(request: Request, found: Annotated[SignedIn, Depends(recognised)]) -> SignedIn:
    """Who asks, and means to.

    Raises:
        NotMeant: something is sent that comes from no form of ours.
    """
    if request.method not in _READING:
        check_origin(request)
        await check_form(request, found.csrf)
    return found


SignedInDep = Annotated[SignedIn, Depends(signed_in)]


def actor(found: SignedInDep) -> Actor:
    """The one who does something."""
    return found.account.actor


def editor(found: SignedInDep) -> Actor:
    """The same, an editor at least.

    Raises:
        NotAllowed: it is none.
    """
    return _at_least(found, Role.EDITOR)


def administrator(found: SignedInDep) -> Actor:
    """The same, an administrator.

    Raises:
        NotAllowed: it is none.
    """
    return _at_least(found, Role.ADMINISTRATOR)


ActorDep = Annotated[Actor, Depends(actor)]
EditorDep = Annotated[Actor, Depends(editor)]
AdministratorDep = Annotated[Actor, Depends(administrator)]


def _at_least(found: SignedIn, role: Role) -> Actor:
    if not found.account.actor.is_at_least(role):
        raise NotAllowed(PROBLEM_KINDS["not-allowed"].meaning)
    return found.account.actor


def check_origin(request: Request) -> None:
    """Refuses what a page of somebody else sends: browsers say where it comes from. One that says
    nothing has to know what stands in the form all the same.

    Raises:
        NotMeant: it comes from elsewhere.
    """
    whence = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin")
    if whence != "same-origin" or (origin is not None and not _is_own(origin, request)):
        raise NotMeant


def _is_own(origin: str, request: Request) -> bool:
    """The site may be reached by another name than that which it calls itself; never by less."""
    if origin == settings().origin:
        return True
    try:
        found = urlsplit(origin)
    except ValueError:  # what is no address is nobody's
        return False
    return found.netloc == request.headers.get("host") and (
        found.scheme == "https" or not is_secure()
    )


async def check_form(request: Request, secret: str) -> None:
    """Refuses a form that does not say what only our own page knows.

    Raises:
        NotMeant: it does not.
    """
    said: object = request.headers.get(CSRF_HEADER)
    if said is None:
        said = (await request.form()).get(CSRF)
    if not isinstance(said, str) or not is_same(said, secret):
        raise NotMeant


def is_same(said: str, secret: str) -> bool:
    """Whether a secret is the right one. How long that takes says nothing of it."""
    return bool(secret) and hmac.compare_digest(said.encode(), secret.encode())


def next_path(wanted: str) -> str:
    """Where to go after signing in: to a page of the workspace, and nowhere else."""
    if not _NEXT.fullmatch(wanted) or wanted.startswith(_NOT_NEXT):
        return DESK
    return wanted
