"""What has been begun by somebody whom nobody knows yet: a form, or a visit to a provider.

A cookie holds a secret; the form, and what goes to the provider, hold others that are made from it.
So nobody can be signed in by a form, or by a link, that was made for somebody else.
"""

from typing import Final

from fastapi import Request
from pydantic import BaseModel, ConfigDict
from starlette.responses import Response

from app.editorial.tokens import TOKEN, derived, new_token
from app.features.editorial.access import NotMeant, check_origin, is_same
from app.web.cookies import BEGUN, cookie_name, give_cookie

SECONDS: Final = 3600
"""For how long a form may stand open."""
LONGEST: Final = 1_000
"""Characters of a field; a longer one is no login and no password."""


class SecretForm(BaseModel):
    """What every form of somebody holds whom nobody knows yet."""

    model_config = ConfigDict(extra="ignore", frozen=True, str_max_length=LONGEST)

    csrf: str = ""


def begun(request: Request) -> str:
    """The secret of what has been begun, a new one where nothing has."""
    known = request.cookies.get(cookie_name(BEGUN), "")
    return known if TOKEN.fullmatch(known) else new_token()


def keep_begun(response: Response, secret: str) -> None:
    """Has the browser keep it."""
    give_cookie(response, BEGUN, secret, SECONDS)


def form_secret(secret: str) -> str:
    """What stands in the form."""
    return derived(secret, "form")


def check_begun(request: Request, said: str) -> None:
    """Refuses a form that this browser was not given.

    Raises:
        NotMeant: it was not.
    """
    check_origin(request)
    known = request.cookies.get(cookie_name(BEGUN), "")
    if not TOKEN.fullmatch(known) or not is_same(said, form_secret(known)):
        raise NotMeant
