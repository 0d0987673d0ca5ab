"""`/data/api`: how to use the API, from its own description."""

import io
import json
import re
from typing import Any

import pytest

from app.config import settings
from app.domain.message import Message
from app.errors import KompassError
from app.features.api_docs.meanings import meaning_of
from app.web.api.formats import split_suffix
from app.web.words.languages import translate
from tests.pages.checks import text_of
from tests.pages.client import Client, Page


def kinds_of(error: type[KompassError]) -> set[type[KompassError]]:
    """Every kind of error that the application itself declares."""
    own = {kind for kind in error.__subclasses__() if kind.__module__.startswith("app.")}
    return own.union(*map(kinds_of, own))


def formats_of(page: Page, operation: dict[str, Any]) -> list[str]:
    """The suffixes that stand under an operation."""
    content = list(page.main.iter())
    after = content[content.index(page.by_id(operation["operationId"])) :]
    second = [e for e in after if e.tag == "p"][1]
    return [text_of(code) for code in second.iter("code")]


def without_suffix(described: dict[str, Any]) -> list[dict[str, Any]]:
    """The operations that have a heading: those without a suffix."""
    paths = described["paths"].items()
    return [found["get"] for path, found in paths if split_suffix(path)[1] is None]


@pytest.mark.parametrize("address", ["/en/data/api", "/data/api", "/en/data/api?release=1"])
def test_every_operation_is_explained(site: Client, address: str) -> None:
    page = site.get(address)
    language = "en" if address.startswith("/en") else "nb"
    described = site.json("/api/v1/openapi.json")
    addresses = [text_of(code) for code in page.find_all("code")]
    for path, operations in described["paths"].items():
        bare, suffix = split_suffix(path)
        assert (f"GET {path}" in addresses) == (suffix is None)
        if suffix is not None:
            assert suffix.suffix in formats_of(page, described["paths"][bare]["get"])
            continue
        operation = operations["get"]
        summary = meaning_of(operation["summary"])
        assert text_of(page.by_id(operation["operationId"])) == translate(summary, language)


@pytest.mark.parametrize("address", ["/en/data/api", "/sv/data/api"])
def test_every_kind_of_error_is_explained(site: Client, address: str) -> None:
    page = site.get(address)
    told = {site.problem("/api/v1/nothing", 404)["type"].partition("#")[2]}
    told |= {kind.slug for kind in {KompassError} | kinds_of(KompassError)}
    told |= {"busy", "headers-too-large", "malformed-request", "method-not-allowed"}
    for slug in told:
        assert slug in text_of(page.by_id(slug))


@pytest.mark.parametrize("name", ["release", "lang", "nothing"])
def test_the_description_takes_no_parameter(site: Client, name: str) -> None:
    refused = site.problem(f"/api/v1/openapi.json?{name}=1", 400)
    assert refused["type"].endswith("/data/api#bad-parameter")
    assert refused["parameter"] == name


def test_the_description_is_asked_after(site: Client) -> None:
    answered = site.http.get("/api/v1/openapi.json")
    assert answered.headers["cache-control"] == "public, max-age=0, must-revalidate"
    known = {"If-None-Match": answered.headers["etag"]}
    assert site.http.get("/api/v1/openapi.json", headers=known).status_code == 304
    assert site.http.head("/api/v1/openapi.json").headers == answered.headers


def test_every_parameter_is_explained(site: Client) -> None:
    page = site.get("/en/data/api")
    described = site.json("/api/v1/openapi.json")
    shared = [row[0] for row in page.table("shared-table").rows]
    assert shared == ["release", "lang", "dialect", "limit", "cursor"]
    for operation in without_suffix(described):
        own = [p["name"] for p in operation.get("parameters", ()) if p["name"] not in shared]
        if own:
            rows = page.table(f"parameters-{operation['operationId']}").rows
            assert [row[0].removesuffix(" (needed)") for row in rows] == own
            assert all(row[1] for row in rows), operation["operationId"]


def test_values_and_limits_are_named(site: Client) -> None:
    page = site.get("/en/data/api")
    shared = {row[0]: row[2] for row in page.table("shared-table").rows}
    assert shared["lang"] == "nb, nn, sv, en"
    assert shared["limit"] == "1–1000"
    own = {row[0]: row[2] for row in page.table("parameters-listEvaluations").rows}
    assert own["country"] == "NO, SE"


def test_every_example_answers(site: Client) -> None:
    page = site.get("/en/data/api")
    examples = [link for link in page.links() if link.startswith("/api/v1/")]
    assert len(examples) > 8
    for example in examples:
        assert site.http.get(example).status_code == 200, example


def test_what_the_description_says_is_known_in_every_language(site: Client) -> None:
    """A parameter or operation that is added belongs in `app/features/api_docs/meanings.py`."""
    described = site.json("/api/v1/openapi.json")
    told = {operation["summary"] for operation in without_suffix(described)}
    operations = [found["get"] for found in described["paths"].values()]
    told |= {p["description"] for one in operations for p in one.get("parameters", ())}
    assert sorted(text for text in told if not isinstance(meaning_of(text), Message)) == []


@pytest.mark.parametrize("prefix", ["", "/nn", "/sv", "/en"])
def test_no_text_of_the_description_is_in_another_language(site: Client, prefix: str) -> None:
    page = site.get(f"{prefix}/data/api")
    assert page.by_id("listEvaluations").get("lang") is None
    assert "by its number." in page.words or prefix != "/en"
    assert "by its number." not in page.words or prefix == "/en"


@pytest.mark.parametrize("prefix", ["", "/nn", "/sv", "/en"])
def test_every_field_that_is_explained_is_in_the_description(site: Client, prefix: str) -> None:
    page = site.get(f"{prefix}/data/api")
    rows = {row[0]: row[1:] for row in page.table("fields-table").rows}
    assert rows["total.score"][1] == "number, null"
    assert rows["areas.findings.kind"][1] == "string: strength, challenge, weakness"
    assert rows["method_version"][1] == "string"
    answer = site.json("/api/v1/evaluations/hemne-2018")
    for path in rows:
        found = answer
        for name in path.split("."):
            assert name in found, path
            found = found[name]
            if isinstance(found, list):
                found = found[0]


def test_the_sample_is_what_the_api_answers(site: Client) -> None:
    page = site.get("/en/data/api")
    (sample,) = [e for e in page.find_all("pre") if e.get("aria-label") == "A sample answer"]
    shown = json.loads("".join(sample.itertext()))
    (whole,) = {link for link in page.links() if link.endswith(f"/{shown['id']}")}
    answer = site.json(f"{whole}?lang=en")
    assert shown["areas"][0]["questions"], "of an evaluation of which all is known"
    for name in ("release", "id", "municipality", "year", "total", "source", "size_group"):
        assert shown[name] == answer[name]
    assert shown["areas"][0]["score"] == answer["areas"][0]["score"]
    assert [len(shown["areas"]), len(shown["areas"][0]["questions"])] == [1, 1]


def test_the_recipe_in_python_prints_the_totals(
    site: Client, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = site.get("/en/data/api")
    code = "".join(page.by_id("recipe-python").itertext())

    def fetched(address: str) -> io.BytesIO:
        assert address.startswith(settings().site_url)
        return io.BytesIO(site.http.get(address.removeprefix(settings().site_url)).content)

    monkeypatch.setattr("urllib.request.urlopen", fetched)
    exec(code, {})
    assert "2018 2.1 433.0" in capsys.readouterr().out.splitlines()


def test_the_recipes_ask_for_what_answers(site: Client) -> None:
    page = site.get("/sv/data/api")
    for id in ("recipe-curl", "recipe-r", "table-curl", "table-python", "table-r"):
        code = "".join(page.by_id(id).itertext())
        (address,) = re.findall(rf'"{re.escape(settings().site_url)}([^"]+)"', code)
        assert site.http.get(address).status_code == 200, address
    head = site.http.get("/api/v1/evaluations.csv").text.splitlines()[0]
    assert "code" in head.split(","), "the column that recipes read as text"


def test_what_can_be_relied_on_is_said(site: Client) -> None:
    words = site.get("/en/data/api").words
    for word in ("Deprecation", "Sunset", "twelve months", "RFC 9457", "ETag", "CORS"):
        assert word in words


def test_api_leads_there(site: Client) -> None:
    assert site.redirect("/api") == (307, "/data/api")
    assert site.redirect("/api?release=1") == (307, "/data/api?release=1")


def test_made_up_data_have_no_examples_that_lead_nowhere(demo_site: Client) -> None:
    links = demo_site.get("/en/data/api").links()
    assert not [link for link in links if link.startswith("/api/v1/eval")]
