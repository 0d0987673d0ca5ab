"""Signing in by a provider: there, and back."""

import logging
from datetime import UTC, datetime
from types import ModuleType
from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict
from starlette.responses import RedirectResponse, Response

from app import bounds
from app.config import settings
from app.database import open_desk
from app.domain.message import say
from app.editorial import sessions
from app.editorial.tokens import TOKEN
from app.errors import KompassError, NotFound, Unavailable
from app.features.editorial.access import DESK, SIGN_IN, next_path, session_token
from app.features.editorial.signing_in.begun import begun, keep_begun
from app.features.editorial.signing_in.content import SaidContent
from app.features.editorial.signing_in.pages import SignInParameters, signed_in_answer
from app.web.cookies import BEGUN, cookie_name, take_cookie
from app.web.errors.kinds import PROBLEM_KINDS
from app.web.page.rendering import render

router = APIRouter(include_in_schema=False)
logger = logging.getLogger("app.signing_in")


class BackParameters(BaseModel):
    """What providers send along. Of an error it is enough that there is one. They may send more,
    which a client has to let pass (RFC 6749, 4.1.2)."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    code: str = ""
    state: str = ""
    iss: str = ""
    error: str = ""
    error_description: str = ""
    error_uri: str = ""
    session_state: str = ""
    scope: str = ""


@router.get("/redaksjon/oidc")
def to_provider(request: Request, parameters: Annotated[SignInParameters, Query()]) -> Response:
    oidc = _chosen()
    secret = begun(request)
    try:
        there = oidc.leading_there(secret, next_path(parameters.neste))
    except oidc.ProviderSilent as silent:
        return _told(request, silent)
    response = RedirectResponse(there, 303)
    keep_begun(response, secret)
    return response


@router.get("/redaksjon/oidc/tilbake")
def from_provider(request: Request, parameters: Annotated[BackParameters, Query()]) -> Response:
    oidc = _chosen()
    known = request.cookies.get(cookie_name(BEGUN), "")
    secret, now = known if TOKEN.fullmatch(known) else "", datetime.now(UTC)
    try:
        wanted = oidc.next_of(secret, parameters.state)
        if parameters.error or not parameters.code:
            raise oidc.NotVouchedFor("the provider has refused")
        vouched = oidc.vouched_for(secret, parameters.code, parameters.iss, now)
        with open_desk(writes=True) as session:
            account = oidc.account_of(session, vouched, now)
            token = sessions.begin(session, account.id, now, session_token(request))
    except (oidc.ProviderSilent, oidc.NotVouchedFor, oidc.NoRole) as fault:
        return _told(request, fault)
    return signed_in_answer(request, next_path(wanted) or DESK, token)


def _chosen() -> ModuleType:
    """The protocol, where there is a provider. Its library is fetched when somebody uses it."""
    if not settings().oidc_issuer:
        raise NotFound(PROBLEM_KINDS["not-found"].meaning)
    from app.editorial import oidc

    return oidc


def _told(request: Request, fault: KompassError) -> Response:
    """A page that says why it did not work, and leads back. What was begun is over."""
    if why := getattr(fault, "why", ""):
        logger.warning("signing in by the provider: %s", why)
    content = SaidContent(say("You have not been signed in"), fault.message, SIGN_IN)
    response = render(
        request, "editorial/signing_in/said.html", content, status=fault.status, noindex=True
    )
    if fault.status == Unavailable.status:
        response.headers["Retry-After"] = str(bounds.RETRY_AFTER_SECONDS)
    take_cookie(response, BEGUN)
    return response
