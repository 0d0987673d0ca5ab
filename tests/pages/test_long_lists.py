"""A file of a very long list is divided: each part is bounded, and leads to the next."""

import csv
import io
import json
import re

import pytest

from app.web.api import answers
from tests.pages.client import Client

LISTS = {
    "evaluations": "evaluation",
    "municipalities": "municipality",
    "gold-stars": "gold_star",
}


def following(header: str) -> str | None:
    found = re.search(r'<([^>]+)>; rel="next"', header)
    return None if found is None else found[1]


@pytest.mark.parametrize("name", LISTS)
def test_the_parts_are_the_list(
    demo_site: Client, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    address = f"/api/v1/{name}.csv"
    answered = demo_site.http.get(address)
    assert following(answered.headers["link"]) is None
    whole = list(csv.reader(io.StringIO(answered.text)))
    monkeypatch.setattr(answers, "LIST_FILE_ROWS", 150)
    rows, parts = [], 0
    url: str | None = f"{address}?release=1"
    while url:
        part = demo_site.http.get(url)
        names, *more = list(csv.reader(io.StringIO(part.text)))
        assert names == whole[0]
        assert 0 < len(more) <= 150
        rows += more
        parts += 1
        url = following(part.headers["link"])
        assert url is None or f"{name}.csv?" in url
    assert parts == -(-len(rows) // 150) > 1
    assert rows == whole[1:]


def test_a_cube_is_divided_as_well(demo_site: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "LIST_FILE_ROWS", 10)
    answered = demo_site.http.get("/api/v1/evaluations.jsonstat?release=1&lang=en")
    found = json.loads(answered.text)
    assert 10 in found["size"]
    assert following(answered.headers["link"])
