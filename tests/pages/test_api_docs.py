"""`/data/api`: how to use the API, from its own description."""

import json
import re
from itertools import takewhile
from typing import Any

import pytest

from app.config import settings
from app.domain.message import Message, say
from app.errors import KompassError
from app.features.api_docs.meanings import meaning_of
from app.web.api.formats import split_suffix
from app.web.errors.kinds import PROBLEM_KINDS
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


def status_of(example: str) -> int:
    """What an address of the page answers: one of them is there for its error."""
    return 400 if "size_group=huge" in example else 200


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
    told -= {slug for slug, kind in PROBLEM_KINDS.items() if not kind.public}
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
    assert len(examples) > 20
    for example in examples:
        assert site.http.get(example).status_code == status_of(example), example


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
    meanings = [row[1] for row in page.table("parameters-listEvaluations").rows]
    english = "Only what has to do with this area, by its number."
    assert (english in meanings) == (prefix == "/en")


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


def test_what_can_be_relied_on_is_said(site: Client) -> None:
    words = site.get("/en/data/api").words
    for word in ("Deprecation", "Sunset", "twelve months", "RFC 9457", "ETag", "CORS"):
        assert word in words


def test_api_leads_there(site: Client) -> None:
    assert site.redirect("/api") == (307, "/data/api")
    assert site.redirect("/api?release=1") == (307, "/data/api?release=1")


@pytest.mark.parametrize("prefix", ["", "/sv"])
def test_every_example_is_of_what_the_release_has(demo_site: Client, prefix: str) -> None:
    """With made-up data too, in which no municipality has the name of a real one."""
    page = demo_site.get(f"{prefix}/data/api")
    described = demo_site.json("/api/v1/openapi.json")
    examples = [link for link in page.links() if link.startswith("/api/v1")]
    for operation in without_suffix(described):
        (button,) = [
            e
            for e in page.find_all("button")
            if e.get("aria-controls") == f"answer-{operation['operationId']}"
        ]
        assert button.get("data-try-address") in examples
    for example in examples:
        assert demo_site.http.get(example).status_code == status_of(example), example
    shown = [text_of(code) for code in page.find_all("code")]
    assert not [text for text in shown if "hemne" in text]


def test_filters_take_what_the_release_has(demo_site: Client) -> None:
    page = demo_site.get("/data/api")
    own = {row[0]: row[2] for row in page.table("parameters-listMunicipalities").rows}
    for name in ("size_group", "family", "version", "county"):
        refused = demo_site.problem(f"/api/v1/municipalities?{name}=nothing", 400)
        assert own[name] == ", ".join(refused["allowed"]), name
        assert refused["allowed"], name


@pytest.mark.parametrize("language", ["nb", "sv", "en"])
def test_what_is_true_or_false_is_called_so(site: Client, language: str) -> None:
    page = site.get("/data/api" if language == "nb" else f"/{language}/data/api")
    words = translate(say("yes or no"), language)
    described = site.json("/api/v1/openapi.json")
    told = 0
    for operation in without_suffix(described):
        for parameter in operation["parameters"]:
            if parameter["schema"].get("type") == "boolean":
                rows = page.table(f"parameters-{operation['operationId']}").rows
                (value,) = [row[2] for row in rows if row[0] == parameter["name"]]
                assert value == f"{words}: true, false"
                told += 1
    assert told > 3


def objects_in(schema: Any, whole: dict[str, Any]) -> set[str]:
    """The names of the objects that a schema leads to, by a walk of the test's own."""
    schemas, found, waiting = whole["components"]["schemas"], set(), [json.dumps(schema)]
    while waiting:
        for name in re.findall(r'"#/components/schemas/(\w+)"', waiting.pop()):
            if name not in found:
                found.add(name)
                waiting.append(json.dumps(schemas[name]))
    return {name for name in found if "properties" in schemas[name]}


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_field_of_every_answer_is_explained(site: Client, prefix: str) -> None:
    page = site.get(f"{prefix}/data/api")
    described = site.json("/api/v1/openapi.json")
    schemas = described["components"]["schemas"]
    parts = page.table("fields-parts").rows
    for operation in without_suffix(described):
        (body,) = operation["responses"]["200"]["content"].values()
        rows = page.table(f"fields-{operation['operationId']}").rows
        assert rows[0][0] == body["schema"]["$ref"].rpartition("/")[2]
        for shape in objects_in(body["schema"], described):
            assert text_of(page.by_id(f"shape-{shape}")) == shape
            where = rows if [shape] in [row[:1] for row in rows if len(row) == 1] else parts
            at = [row[0] for row in where].index(shape)
            fields = list(schemas[shape]["properties"].items())
            for (name, field), row in zip(fields, where[at + 1 :], strict=False):
                assert row[0].partition(" ")[0] == name, shape
                assert row[1] == field["description"].replace("`", ""), (shape, name)
                assert row[2], (shape, name)


def test_the_values_of_fields_are_as_in_the_description(site: Client) -> None:
    page = site.get("/en/data/api")
    values = first_shape(page, "getEvaluation")
    assert values["id"] == "string"
    assert values["code_in_year"] == "string, null"
    assert values["detail"] == "questions, areas, some-areas, total, known"
    assert values["areas"] == "list of AreaOut"
    assert values["population"] == "PopulationOut, null"
    assert first_shape(page, "listEvaluations")["items"] == "list of EvaluationItem"


def first_shape(page: Page, operation: str) -> dict[str, str]:
    """The fields of an answer itself, with what they hold."""
    _, *rows = page.table(f"fields-{operation}").rows
    return {row[0]: row[2] for row in takewhile(lambda row: len(row) > 1, rows)}


@pytest.mark.parametrize("prefix", ["", "/nn", "/sv"])
def test_what_is_in_english_says_so(site: Client, prefix: str) -> None:
    page = site.get(f"{prefix}/data/api")
    described = site.json("/api/v1/openapi.json")
    english = {
        field["description"].replace("`", "")
        for schema in described["components"]["schemas"].values()
        for field in schema.get("properties", {}).values()
    }
    cells = [cell for cell in page.find_all("td") if text_of(cell) in english]
    assert len(cells) > 500
    assert {cell.get("lang") for cell in cells} == {"en"}


@pytest.mark.parametrize("language", ["nb", "nn", "sv", "en"])
def test_the_sample_error_is_what_the_api_answers(site: Client, language: str) -> None:
    page = site.get("/data/api" if language == "nb" else f"/{language}/data/api")
    (address,) = [link for link in page.links() if "size_group=huge" in link]
    told = site.problem(address, 400)
    (shown,) = [e for e in page.find_all("pre") if '"size_group", "detail"' in text_of(e)]
    assert json.loads("".join(shown.itertext())) == told
    assert site.http.get(address).headers["content-language"] == language


@pytest.mark.parametrize("rate, words", [("77", "77 in a minute"), ("0", "no limit of its own")])
def test_the_limits_are_those_of_the_site(
    site: Client, monkeypatch: pytest.MonkeyPatch, rate: str, words: str
) -> None:
    monkeypatch.setenv("RATE_LIMIT", rate)
    settings.cache_clear()
    page = site.get("/en/data/api?release=1")
    assert words in page.words
    assert "100, or as many as limit says" in page.words
    settings.cache_clear()


def test_versions_stand_newest_first(site: Client) -> None:
    page = site.get("/en/data/api")
    content = list(page.main.iter())
    after = content[content.index(page.by_id("versions")) :]
    listed = [text_of(e) for e in after if e.tag == "dt"]
    numbers = [tuple(map(int, one.partition(" ")[0].split("."))) for one in listed]
    assert numbers == sorted(numbers, reverse=True)
    assert listed[0].startswith(site.json("/api/v1/openapi.json")["info"]["version"])


@pytest.mark.parametrize("prefix", ["", "/nn", "/sv", "/en"])
def test_the_page_is_light(site: Client, prefix: str) -> None:
    """What the first view transfers: the page with its style sheet and scripts."""
    page = site.get(f"{prefix}/data/api")
    heads = [*page.find_all("link"), *page.find_all("script")]
    files = {e.get("href") or e.get("src") or "" for e in heads}
    assets = [one for one in files if one.endswith((".css", ".js"))]
    assert len(assets) > 2
    sizes = {}
    for address in (f"{prefix}/data/api", *assets):
        answered = site.http.get(address, headers={"Accept-Encoding": "br"})
        assert answered.headers["content-encoding"] == "br", address
        sizes[address] = int(answered.headers["content-length"])
    assert sum(sizes.values()) <= 100_000, sizes
