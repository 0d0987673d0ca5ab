from dataclasses import replace
from datetime import UTC, datetime, timedelta
from math import ceil
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from pydantic import BaseModel, ConfigDict
from starlette.responses import HTMLResponse, RedirectResponse, Response

from app.database import open_desk
from app.domain.message import Message
from app.editorial import accounts, attempts, reset_links, sessions
from app.editorial.accounts import AccountFault
from app.features.editorial.access import (
    DESK,
    SIGN_IN,
    NotMeant,
    SignedInDep,
    found_session,
    next_path,
    session_token,
)
from app.features.editorial.signing_in.begun import (
    SecretForm,
    begun,
    check_begun,
    form_secret,
    keep_begun,
)
from app.features.editorial.signing_in.content import (
    DIFFERENT,
    NOT_MEANT,
    WRONG,
    PasswordContent,
    SignInContent,
    too_often,
)
from app.web.addresses import address
from app.web.cookies import BEGUN, SESSION, give_cookie, take_cookie
from app.web.page.rendering import render
from app.web.rate_limits import key_of
from app.web.words.languages import language_of

router = APIRouter(include_in_schema=False)


class SignInParameters(BaseModel):
    """`neste` is where to go after signing in."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    neste: str = DESK


class SignInForm(SecretForm):
    login: str = ""
    password: str = ""
    neste: str = DESK


class SignOutForm(SecretForm):
    everywhere: bool = False


class PasswordForm(SecretForm):
    password: str = ""
    again: str = ""


def led_on(request: Request, path: str) -> RedirectResponse:
    """Leads to a page of the workspace after something was done."""
    return RedirectResponse(address(path, language_of(request)), 303)


@router.get(SIGN_IN)
def sign_in_page(request: Request, parameters: Annotated[SignInParameters, Query()]) -> Response:
    wanted = next_path(parameters.neste)
    if found_session(request) is not None:
        return led_on(request, wanted)
    secret = begun(request)
    return _sign_in(request, secret, SignInContent(form_secret(secret), wanted))


@router.post(SIGN_IN)
def sign_in(request: Request, form: Annotated[SignInForm, Form()]) -> Response:
    secret, wanted = begun(request), next_path(form.neste)
    shown = SignInContent(form_secret(secret), wanted, form.login.strip())
    try:
        check_begun(request, form.csrf)
    except NotMeant:
        return _sign_in(request, secret, shown, NOT_MEANT, 403)
    now = datetime.now(UTC)
    tried = attempts.of_login(form.login), attempts.of_address(_whence(request))
    with open_desk(writes=True) as session:
        waiting = attempts.wait(session, tried, now)
        if not waiting:
            attempts.note(session, tried, now)
    if waiting:
        return _wait(_sign_in(request, secret, shown, too_often(waiting), 429), waiting)
    with open_desk(writes=False) as session:
        kept = accounts.kept_password(session, form.login)
    if not kept.is_right(form.password) or kept.account is None:
        return _sign_in(request, secret, shown, WRONG, 403)
    with open_desk(writes=True) as session:
        accounts.renew_hash(session, kept, form.password)
        attempts.forget(session, tried[0])
        attempts.take_back(session, tried[1], now)
        token = sessions.begin(session, kept.account, now, session_token(request))
    return signed_in_answer(request, wanted, token)


def signed_in_answer(request: Request, path: str, token: str) -> Response:
    """Leads on somebody who has signed in: with a cookie that nobody knew before."""
    response = led_on(request, path)
    give_cookie(response, SESSION, token)
    take_cookie(response, BEGUN)
    return response


@router.post("/redaksjon/logg-ut")
def sign_out(
    request: Request, found: SignedInDep, form: Annotated[SignOutForm, Form()]
) -> Response:
    with open_desk(writes=True) as session:
        if form.everywhere:
            sessions.end_all(session, found.account.id)
        sessions.end(session, session_token(request))
    response = led_on(request, SIGN_IN)
    take_cookie(response, SESSION)
    return response


@router.get("/redaksjon/passord/{token}")
def password_page(request: Request, token: str) -> Response:
    with open_desk(writes=False) as session:
        account = reset_links.find(session, token, datetime.now(UTC))
    return _password(request, token, account.login)


@router.post("/redaksjon/passord/{token}")
def choose_password(
    request: Request, token: str, form: Annotated[PasswordForm, Form()]
) -> Response:
    now = datetime.now(UTC)
    with open_desk(writes=False) as session:
        login = reset_links.find(session, token, now).login
    try:
        check_begun(request, form.csrf)
        if form.password != form.again:
            raise AccountFault(DIFFERENT)
        with open_desk(writes=True) as session:
            account = reset_links.use(session, token, form.password, now)
            attempts.forget(session, attempts.of_login(account.login))
            fresh = sessions.begin(session, account.id, now, session_token(request))
    except (NotMeant, AccountFault) as fault:
        return _password(request, token, login, fault)
    return signed_in_answer(request, DESK, fresh)


def _sign_in(
    request: Request,
    secret: str,
    shown: SignInContent,
    problem: Message | None = None,
    status: int = 200,
) -> HTMLResponse:
    content = replace(shown, problem=problem)
    response = render(
        request, "editorial/signing_in/sign_in.html", content, status=status, noindex=True
    )
    keep_begun(response, secret)
    return response


def _password(
    request: Request, token: str, login: str, fault: NotMeant | AccountFault | None = None
) -> HTMLResponse:
    secret = begun(request)
    problem = NOT_MEANT if isinstance(fault, NotMeant) else fault.message if fault else None
    content = PasswordContent(form_secret(secret), token, login, problem)
    response = render(
        request,
        "editorial/signing_in/password.html",
        content,
        status=fault.status if fault else 200,
        noindex=True,
    )
    keep_begun(response, secret)
    return response


def _whence(request: Request) -> str:
    """Where an attempt comes from: an address, or the network of a household."""
    return key_of(request.client.host, ()) or "" if request.client else ""


def _wait(response: HTMLResponse, waiting: timedelta) -> HTMLResponse:
    response.headers["Retry-After"] = str(ceil(waiting.total_seconds()))
    return response
