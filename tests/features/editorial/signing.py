"""Signing in and out: the addresses, and what a browser has of it."""

from http.cookies import SimpleCookie

from httpx2 import Response

from app.database import open_desk
from app.editorial import accounts, reset_links
from tests.features.editorial.desk import Browser, now

DESK = "/redaksjon"
ACCOUNTS = "/redaksjon/kontoer"
SIGN_IN = "/redaksjon/logg-inn"
SIGN_OUT = "/redaksjon/logg-ut"
NEW = "et helt nytt passord"


def cookies(answered: Response) -> dict[str, dict[str, str]]:
    """What a browser is told to keep: values and attributes by name."""
    found: SimpleCookie = SimpleCookie()
    for line in answered.headers.get_list("set-cookie"):
        found.load(line)
    return {n: {"value": m.value, **{k: v for k, v in m.items() if v}} for n, m in found.items()}


def is_signed_in(browser: Browser) -> bool:
    return browser.get(ACCOUNTS).status_code != 303


def link_for(login: str) -> str:
    with open_desk(writes=True) as session:
        account = accounts.by_login(session, login)
        return f"/redaksjon/passord/{reset_links.make(session, account, now())}"
