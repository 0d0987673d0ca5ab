"""Browsers of the workspace: each keeps its cookies, and sends the forms that it is shown."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import unescape
from typing import Any

from httpx2 import Response
from sqlalchemy import Engine
from starlette.testclient import TestClient

from app.database import session_factory
from app.domain.editing import Actor, Role
from app.editorial import accounts
from app.web.site import Site

AT_TERMINAL = Actor(None, "kommandolinjen", Role.ADMINISTRATOR, at_terminal=True)
PASSWORD = "tre ord uten mening"
ROLES = {"evaluator": Role.EVALUATOR, "editor": Role.EDITOR, "administrator": Role.ADMINISTRATOR}
OWN = "http://testserver"
_SECRET = re.compile(r'name="csrf" value="([^"]*)"')


def add_accounts(engine: Engine) -> None:
    """An account for each role, called like it."""
    with session_factory(engine)() as session, session.begin():
        for login, role in ROLES.items():
            accounts.add(session, AT_TERMINAL, login, f"Kontor {login}", role, password=PASSWORD)


@dataclass
class Browser:
    """One browser. It says where it comes from, like all of them."""

    http: TestClient
    csrf: str = ""
    headers: dict[str, str] = field(default_factory=lambda: {"Origin": OWN})

    def get(self, path: str, **headers: str) -> Response:
        answered = self.http.get(path, headers=headers)
        if found := _SECRET.search(answered.text):
            self.csrf = unescape(found[1])
        return answered

    def post(self, path: str, fields: Mapping[str, str] | None = None, **more: Any) -> Response:
        """Sends a form with the secret of the page that was shown last."""
        headers = self.headers | more.pop("headers", {})
        return self.http.post(
            path, data={"csrf": self.csrf, **(fields or {})}, headers=headers, **more
        )

    def sign_in(
        self, login: str, password: str = PASSWORD, prefix: str = "", **fields: str
    ) -> Response:
        path = f"{prefix}/redaksjon/logg-inn"
        self.get(path)
        return self.post(path, {"login": login, "password": password, **fields})

    @property
    def token(self) -> str | None:
        return self.http.cookies.get("kompass-sesjon")


@contextmanager
def browsing(site: Site) -> Iterator[Browser]:
    """A browser that has been nowhere yet."""
    with TestClient(site, base_url=OWN, follow_redirects=False) as http:
        yield Browser(http)


def now() -> datetime:
    return datetime.now(UTC)
