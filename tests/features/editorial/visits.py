"""Visits to a provider: there and back, and whom the site knows afterwards."""

from urllib.parse import urlsplit

from httpx2 import Response

from app.database import open_desk
from app.editorial import accounts
from app.editorial.accounts import Account
from tests.features.editorial.desk import Browser
from tests.features.editorial.provider import OwnProvider

BEGIN = "/redaksjon/oidc"
ROLES = "kompass-editors=editor, kompass-admins=administrator,kompass-evaluators=evaluator"
EDITORS = {"groups": ["other", "kompass-editors"]}


def back(address: str) -> str:
    """The same address at the site that is asked, whatever it calls itself."""
    assert address.startswith("http://127.0.0.1:8000/redaksjon/oidc/tilbake?")
    found = urlsplit(address)
    return f"{found.path}?{found.query}"


def signed_in(browser: Browser, own: OwnProvider, **changed: str) -> Response:
    """There and back."""
    there = browser.get(BEGIN)
    assert there.status_code == 303
    return browser.get(back(own.visit(there.headers["location"], **changed)))


def known(subject: str) -> Account | None:
    with open_desk(writes=False) as session:
        return accounts.of_subject(session, subject)
