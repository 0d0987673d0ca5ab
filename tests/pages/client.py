"""A reader of pages who checks every one of them: what comes back is a valid, accessible page."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final
from xml.etree.ElementTree import Element

import pytest
from starlette.testclient import TestClient

from app import bounds
from app.main import create_app
from tests.pages.checks import Shown, all_of, every, parsed, problems, text_of


@dataclass(frozen=True)
class Page:
    """An answer, checked. Header names are in lower case."""

    status: int
    headers: dict[str, str]
    text: str
    shown: Shown

    @property
    def root(self) -> Element:
        return self.shown.root

    @cached_property
    def main(self) -> Element:
        return next(all_of(self.shown, "main"))

    @property
    def words(self) -> str:
        """What the page itself says, without header and footer."""
        return text_of(self.main)

    @property
    def heading(self) -> str:
        return text_of(next(all_of(self.shown, "h1")))

    def meta(self, name: str) -> str | None:
        found = (e for e in all_of(self.shown, "meta") if e.get("name") == name)
        return next((e.get("content") for e in found), None)

    def find_all(self, tag: str, /, **attributes: str) -> list[Element]:
        """Elements by name and attributes; of `class_` it is enough to have one of several."""
        classes = attributes.pop("class_", None)
        return [
            e
            for e in all_of(self.shown, tag)
            if all(e.get(key.replace("_", "-")) == value for key, value in attributes.items())
            and (classes is None or classes in (e.get("class") or "").split())
        ]

    def by_id(self, id: str) -> Element:
        return next(e for e in every(self.shown) if e.get("id") == id)

    def links(self, within: Element | None = None) -> list[str]:
        """Where the links of the page itself lead."""
        inside = self.main if within is None else within
        return [link.get("href") or "" for link in inside.iter("a")]

    def table(self, caption_id: str) -> "Table":
        """The table whose caption has this id."""
        for table in all_of(self.shown, "table"):
            caption = table.find("caption")
            if caption is not None and caption.get("id") == caption_id:
                return Table(table)
        raise AssertionError(f"no table {caption_id}")


@dataclass(frozen=True)
class Table:
    """A table as text: `rows` are those of body and foot, each with its cells."""

    element: Element

    @property
    def heads(self) -> list[str]:
        return [text_of(cell) for cell in self.element.findall("thead/tr/th")]

    @property
    def rows(self) -> list[list[str]]:
        parts = [*self.element.findall("tbody/tr"), *self.element.findall("tfoot/tr")]
        return [[text_of(cell) for cell in row] for row in parts]


@dataclass(frozen=True)
class Client:
    """Asks the application for pages."""

    http: TestClient

    def get(self, address: str, status: int = 200, **headers: str) -> Page:
        """A page with this status. Fails where anything is wrong with it as a page."""
        response = self.http.get(address, headers=_headers(headers))
        assert response.status_code == status, (
            f"{address}: {response.status_code} {response.text[:400]}"
        )
        assert response.headers["content-type"] == "text/html; charset=utf-8", address
        shown = parsed(address, _lower(response.headers), response.text)
        found = problems(shown)
        assert not found, f"{address}\n" + "\n".join(found)
        return Page(status, shown.headers, response.text, shown)

    def problem(self, address: str, status: int) -> dict[str, Any]:
        """What a program is told that asks for JSON."""
        response = self.http.get(address, headers={"Accept": "application/json"})
        assert response.status_code == status, f"{address}: {response.status_code}"
        assert response.headers["content-type"] == "application/problem+json", address
        body: dict[str, Any] = response.json()
        assert body["status"] == status
        return body

    def redirect(self, address: str) -> tuple[int, str]:
        """The status and the target of a redirect."""
        response = self.http.get(address)
        assert response.is_redirect, f"{address}: {response.status_code}"
        return response.status_code, response.headers["location"]

    def json(self, address: str) -> Any:
        response = self.http.get(address)
        assert response.status_code == 200, f"{address}: {response.status_code}"
        assert response.headers["content-type"] == "application/json", address
        return response.json()


UNHURRIED: Final = 60.0
"""Seconds that a page may take here. What readers wait for at most is tested by itself; what a page
says is the same on a machine that does much else meanwhile."""


@contextmanager
def opened(client: tuple[str, int] = ("testclient", 50_000)) -> Iterator[Client]:
    """A client of a new application on the database of the settings."""
    with pytest.MonkeyPatch.context() as patience:
        patience.setattr(bounds, "REQUEST_SECONDS", UNHURRIED)
        site = create_app()
    with TestClient(site, follow_redirects=False, client=client) as http:
        yield Client(http)


def _headers(given: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in given.items()}


def _lower(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}
