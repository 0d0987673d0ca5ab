"""What cannot be answered is refused in the words of the API, and never an error of ours."""

import asyncio
import json
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mcp import MCPError, types
from mcp.client import Client

from app.bounds import BODY_BYTES, TURNS
from app.config import settings as site_settings
from app.main import create_app
from tests import event_loop
from tests.conftest import UseDatabase
from tests.features.assistants.asking import HEADERS, Assistant, Told, web
from tests.pages.client import Client as Pages

Arguments = Mapping[str, object]

SEVEN = [
    *("hemne-2018", "hareid-2019", "skaun-2017", "ulstein-2019"),
    *("vallentuna-2021", "ale-2006", "kramfors-2013"),
]
"""One more than can be set side by side."""

REFUSED: list[tuple[str, Arguments, str]] = [
    ("get_municipality", {"slug": "atlantis"}, "/api/v1/municipalities/atlantis.json"),
    ("get_municipality", {"slug": "Våler"}, "/api/v1/municipalities/v%C3%A5ler.json"),
    ("get_municipality", {"slug": "hemne.csv"}, "/api/v1/municipalities/hemne.csv.json"),
    ("get_municipality", {"slug": "hemne", "set": "x"}, "/api/v1/municipalities/hemne.json?set=x"),
    ("get_evaluation", {"id": "hemne-2017"}, "/api/v1/evaluations/hemne-2017.json"),
    (
        "get_evaluation",
        {"id": "hemne-2018", "release": 99},
        "/api/v1/evaluations/hemne-2018.json?release=99",
    ),
    ("compare_evaluations", {"e": ["nowhere-2018"]}, "/api/v1/compare?e=nowhere-2018"),
    (
        "compare_evaluations",
        {"e": SEVEN, "lang": "en"},
        "/api/v1/compare?lang=en&" + "&".join(f"e={id}" for id in SEVEN),
    ),
    ("get_averages", {"country": "DK", "as_of": 1}, "/api/v1/averages?country=DK&as_of=1"),
    ("list_findings", {"kind": "joy", "area": 9}, "/api/v1/findings?kind=joy&area=9&limit=10"),
    (
        "list_findings",
        {"cursor": "zz", "lang": "en"},
        "/api/v1/findings?cursor=zz&lang=en&limit=10",
    ),
    ("list_evaluations", {"lang": "tlh"}, "/api/v1/evaluations?lang=tlh&limit=10"),
    ("list_gold_stars", {"q": "\x00"}, "/api/v1/gold-stars?q=%00&limit=10"),
]


def without_place(problem: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in problem.items() if name != "instance"}


@pytest.mark.parametrize("tool,given_,address", REFUSED)
def test_a_refusal_is_that_of_the_api(
    assistant: Assistant, tool: str, given_: Arguments, address: str
) -> None:
    told = assistant.call(tool, **given_)
    problem = assistant.api(address)
    assert problem["status"] >= 300
    assert without_place(told.problem) == without_place(problem)
    for fault in problem.get("errors", [problem]):
        assert fault["detail"] in told.texts[0]
        assert all(one in told.texts[0] for one in fault.get("allowed", ()))
    for one in (*problem.get("choices", ()), *problem.get("nearby", ())):
        assert one["label"] in told.texts[0]


def test_slips_lead_to_the_names_that_may_have_been_meant(assistant: Assistant) -> None:
    told = assistant.call("find_municipality", q="Hemmne")
    assert told.problem["status"] == 404
    assert "Hemne" in told.texts[0].splitlines()


def test_everything_that_is_wrong_is_told_at_once(assistant: Assistant) -> None:
    told = assistant.call("list_findings", kind="joy", limit=101, wrong=1, lang="en")
    faults = {fault["parameter"]: fault for fault in told.problem["errors"]}
    assert set(faults) == {"kind", "limit", "wrong"}
    assert faults["kind"]["allowed"] == ["strength", "challenge", "weakness"]
    assert faults["limit"]["maximum"] == 100
    assert "kind" in faults["wrong"]["allowed"]
    assert "dialect" not in faults["wrong"]["allowed"]


@pytest.mark.parametrize(
    "tool,name",
    [
        ("find_municipality", "q"),
        ("get_municipality", "slug"),
        ("get_evaluation", "id"),
        ("compare_evaluations", "e"),
    ],
)
@pytest.mark.parametrize("value", [None, "", " ", []])
def test_what_is_missing_is_named(
    assistant: Assistant, tool: str, name: str, value: object
) -> None:
    told = assistant.call(tool, **{name: value}, lang="en")
    assert told.problem["parameter"] == name
    assert told.problem["detail"] == f"{name} is missing."


def test_what_was_withdrawn_says_so(later_assistant: Assistant) -> None:
    told = later_assistant.call("get_evaluation", id="skaun-2017", lang="en")
    assert told.problem["status"] == 410
    assert told.problem["last_release"] == 2
    assert told.texts[0].endswith("The last release that held it is 2.")
    before = later_assistant.call("get_evaluation", id="skaun-2017", release=2)
    assert before.data["id"] == "skaun-2017"


def test_a_database_that_does_not_answer_is_told_of(use_database: UseDatabase) -> None:
    use_database("sqlite:////nowhere/at/all.db")
    assistant = Assistant(create_app())
    told = assistant.call("get_evaluation", id="hemne-2018", lang="en")
    assert told.problem["status"] == 503
    assert told.texts[0].startswith("The database does not answer")
    assert len(assistant.tools()) > 1


def test_there_is_no_tool_of_another_name(assistant: Assistant) -> None:
    async def calling(client: Client) -> str:
        with pytest.raises(MCPError) as refused:
            await client.call_tool("publish", {})
        assert refused.value.code == types.INVALID_PARAMS
        return refused.value.message

    assert "get_evaluation" in assistant.within(calling)


def test_questions_wait_for_no_turn_of_their_own(assistant: Assistant) -> None:
    """As many as there are turns, and more, each of which asks the API in its turn."""

    async def calling(client: Client) -> list[Told]:
        many = range(4 * TURNS)
        asked = [client.call_tool("list_findings", {"limit": n + 1}) for n in many]
        return [Told(result) for result in await asyncio.gather(*asked)]

    found = assistant.within(calling)
    assert [len(told.data["items"]) for told in found] == [n + 1 for n in range(4 * TURNS)]


@pytest.mark.parametrize("accept", ["text/html", "application/json", "text/event-stream"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_whoever_only_reads_is_told_what_it_is(
    assistant: Assistant, method: str, accept: str
) -> None:
    answered = assistant.ask(method, "/mcp", headers={"Accept": accept})
    assert (answered.status_code, answered.headers["allow"]) == (405, "POST")
    if method == "GET" and accept == "application/json":
        assert answered.json()["type"].endswith("/data/api#for-assistants")


def test_it_is_a_page_for_people(site: Pages) -> None:
    assert site.get("/mcp", 405).heading


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_nothing_can_be_changed(assistant: Assistant, method: str) -> None:
    assert assistant.ask(method, "/mcp").status_code == 405


def test_pages_of_other_sites_may_ask(assistant: Assistant) -> None:
    asked = {
        "Origin": "https://elsewhere.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type, mcp-protocol-version",
    }
    allowed = assistant.ask("OPTIONS", "/mcp", headers=asked).headers
    assert "POST" in allowed["access-control-allow-methods"]
    headers = {**HEADERS, "Origin": "https://elsewhere.example", "Host": "inside:8000"}
    body = b'{"jsonrpc": "2.0", "id": 1, "method": "tools/list"}'
    answered = assistant.ask("POST", "/mcp", headers=headers, content=body)
    assert answered.status_code == 200
    assert answered.headers["access-control-allow-origin"] == "*"
    assert answered.headers["x-content-type-options"] == "nosniff"


def test_a_question_counts_once(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch, real_url: str
) -> None:
    monkeypatch.setenv("RATE_LIMIT", "3")
    site_settings.cache_clear()
    app = create_app()
    call = {"name": "find_municipality", "arguments": {"q": "Hemne"}}
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": call})

    async def asking() -> list[int]:
        async with web(app, client="203.0.113.9") as client:
            return [
                (await client.post("http://x/mcp", content=body, headers=HEADERS)).status_code
                for _ in range(4)
            ]

    assert event_loop.run(asking()) == [200, 200, 200, 429]


def test_too_much_is_not_read(assistant: Assistant) -> None:
    answered = assistant.ask("POST", "/mcp", headers=HEADERS, content=b" " * (BODY_BYTES + 1))
    assert answered.status_code == 413


def test_the_site_may_stand_under_a_path(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROOT_PATH", "/kompass")
    monkeypatch.setenv("SITE_URL", "https://kommune.example/kompass")
    site_settings.cache_clear()
    told = Assistant(create_app(), host="https://inside/kompass").call(
        "get_municipality", slug="Hemne kommune"
    )
    assert told.data["slug"] == "hemne"
    assert told.about["page"] == "https://kommune.example/kompass/kommuner/hemne"


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=4,
)
NAMES = st.sampled_from(["q", "slug", "id", "e", "limit", "lang", "release", "country", "cursor"])
TOOL = st.sampled_from(["find_municipality", "get_municipality", "get_evaluation", "get_averages"])
CALMLY = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@CALMLY
@given(TOOL, st.dictionaries(NAMES | st.text(max_size=5), VALUES, max_size=4))
def test_any_arguments_at_all(assistant: Assistant, tool: str, arguments: Arguments) -> None:
    call = {"name": tool, "arguments": arguments}
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": call})
    answered = assistant.ask("POST", "/mcp", headers=HEADERS, content=body)
    assert answered.status_code < 500, body
    result = answered.json().get("result")
    if result and result["isError"]:
        assert json.loads(result["content"][1]["text"])["status"] < 500, body


@CALMLY
@given(st.binary(max_size=40) | VALUES.map(lambda v: json.dumps(v).encode()))
def test_any_body_at_all(assistant: Assistant, body: bytes) -> None:
    for version in (None, "2025-06-18", "2026-07-28", "x"):
        headers = HEADERS | ({"MCP-Protocol-Version": version} if version else {})
        answered = assistant.ask("POST", "/mcp", headers=headers, content=body)
        assert answered.status_code < 500, (version, body)
