"""Every format of every operation: what is described is answered, and nothing else is."""

from collections.abc import Iterator
from typing import Any

import pytest

from app.web.api.formats import Format, split_suffix
from tests.pages.client import Client

QUERY = {"since": "0"}
ANYWHERE = {"version": "2.1", "no": "5", "code": "5.1"}


def known(client: Client) -> dict[str, str]:
    """Values for paths, of an evaluation of which all is known, and another to compare with."""
    (first,) = client.json("/api/v1/evaluations?detail=questions&version=2.1&limit=1")["items"]
    (second,) = client.json("/api/v1/evaluations?detail=areas&version=2.0&limit=1")["items"]
    slug = first["municipality"]["slug"]
    return {**ANYWHERE, "id": first["id"], "slug": slug, "e": f"{first['id']}&e={second['id']}"}


def asked(client: Client) -> Iterator[tuple[str, str, dict[str, Any], dict[str, Any]]]:
    """Each described path and an address that it stands for, the operation and the description."""
    described, values = client.json("/api/v1/openapi.json"), known(client)
    for path, methods in described["paths"].items():
        query = [
            f"{p['name']}={QUERY.get(p['name']) or values[p['name']]}"
            for p in methods["get"]["parameters"]
            if p["in"] == "query" and p.get("required")
        ]
        filled = path.format_map(values)
        yield path, filled + (f"?{'&'.join(query)}" if query else ""), methods["get"], described


def holds(client: Client, subtests: pytest.Subtests) -> None:
    for path, address, operation, described in asked(client):
        with subtests.test(path):
            answers_as_described(client, address, operation)
        if split_suffix(path)[1] is None:
            for wanted in Format:
                with subtests.test(f"{path}, asked for {wanted.suffix}"):
                    bare, mark, query = address.partition("?")
                    answered = client.http.get(f"{bare}{wanted.suffix}{mark}{query}")
                    there = f"{path}{wanted.suffix}" in described["paths"]
                    assert answered.status_code == (200 if there else 404)


def answers_as_described(client: Client, address: str, operation: dict[str, Any]) -> None:
    answered = client.http.get(address)
    assert answered.status_code == 200, answered.text[:300]
    responses = operation["responses"]
    (kind,) = responses["200"]["content"]
    assert answered.headers["content-type"].partition(";")[0] == kind
    assert [name for name in responses["200"]["headers"] if name not in answered.headers] == []
    for name in ("Link", "Content-Disposition"):
        assert (name in answered.headers) == (name in responses["200"]["headers"])
    known = {"If-None-Match": answered.headers["etag"]}
    again = client.http.get(address, headers=known)
    assert again.status_code == 304
    assert [name for name in responses["304"]["headers"] if name not in again.headers] == []


def test_real_data_are_answered_as_described(site: Client, subtests: pytest.Subtests) -> None:
    holds(site, subtests)


def test_made_up_data_are_answered_as_described(
    demo_site: Client, subtests: pytest.Subtests
) -> None:
    holds(demo_site, subtests)
