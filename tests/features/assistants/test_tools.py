"""The tools answer what the API answers, with what must be said of it."""

import json
from collections.abc import Mapping
from urllib.parse import urlencode

import pytest
from jsonschema import Draft202012Validator

from app.features.assistants.tools import HIGHEST_LIMIT, TOOLS, USUAL_LIMIT
from tests.features.assistants.asking import Assistant, Era, Told

NAMES = {
    "find_municipality",
    "get_municipality",
    "list_evaluations",
    "get_evaluation",
    "compare_evaluations",
    "get_averages",
    "list_gold_stars",
    "list_findings",
}
MADE_UP = "Oppdiktede data til demonstrasjon. Ingen av resultatene er ekte."
Arguments = Mapping[str, object]

ASKED: list[tuple[str, Arguments, str]] = [
    ("find_municipality", {"q": "Hemne"}, "/api/v1/municipalities?q=Hemne&limit=10"),
    ("get_municipality", {"slug": "hemne"}, "/api/v1/municipalities/hemne.json"),
    (
        "get_municipality",
        {"slug": "heim", "lang": "en"},
        "/api/v1/municipalities/heim.json?lang=en",
    ),
    ("get_evaluation", {"id": "hemne-2018"}, "/api/v1/evaluations/hemne-2018.json"),
    (
        "list_evaluations",
        {"country": ["NO", "SE"], "sort": "-total", "limit": 3},
        "/api/v1/evaluations?country=NO&country=SE&sort=-total&limit=3",
    ),
    (
        "compare_evaluations",
        {"e": ["hemne-2018", "hareid-2019"], "lang": "sv"},
        "/api/v1/compare?e=hemne-2018&e=hareid-2019&lang=sv",
    ),
    ("get_averages", {"country": ["NO"]}, "/api/v1/averages?country=NO&members=false"),
    ("list_gold_stars", {"area": 1}, "/api/v1/gold-stars?area=1&limit=10"),
    (
        "list_findings",
        {"kind": "weakness", "q": "innbygger", "release": 1},
        "/api/v1/findings?kind=weakness&q=innbygger&release=1&limit=10",
    ),
]


def config_of(assistant: Assistant, given: Arguments) -> dict[str, object]:
    kept = {name: value for name, value in given.items() if name in ("lang", "release")}
    return dict(assistant.api(f"/api/v1/config?{urlencode(kept)}"))


@pytest.mark.parametrize("era", ["auto", "legacy"])
def test_tools_say_what_they_take_and_that_they_change_nothing(
    assistant: Assistant, era: Era
) -> None:
    tools = {tool.name: tool for tool in Assistant(assistant.app, era).tools()}
    assert set(tools) == NAMES
    for tool in tools.values():
        assert tool.annotations is not None
        assert tool.annotations.read_only_hint
        assert tool.annotations.destructive_hint is False
        assert tool.title
        assert tool.description
        for schema in (tool.input_schema, tool.output_schema):
            assert schema is not None
            Draft202012Validator.check_schema(schema)
            assert schema["type"] == "object"
        assert all(one["description"] for one in tool.input_schema["properties"].values())
    required = {name: tool.input_schema["required"] for name, tool in tools.items()}
    assert {name: found for name, found in required.items() if found} == {
        "find_municipality": ["q"],
        "get_municipality": ["slug"],
        "get_evaluation": ["id"],
        "compare_evaluations": ["e"],
    }


def test_tools_with_points_say_that_services_are_another_thing(assistant: Assistant) -> None:
    for tool in assistant.tools():
        with_points = tool.name not in ("list_gold_stars", "list_findings")
        assert ("not how good its services are" in (tool.description or "")) == with_points


def test_each_tool_is_asked_here() -> None:
    assert {name for name, _, _ in ASKED} == NAMES == {tool.name for tool in TOOLS}


@pytest.mark.parametrize("tool,given,address", ASKED)
def test_an_answer_is_that_of_the_api(
    assistant: Assistant, tool: str, given: Arguments, address: str
) -> None:
    told = assistant.call(tool, **given)
    assert not told.is_error, told.texts
    assert told.data == assistant.api(address)
    assert json.loads(told.texts[1]) == told.data
    _is_told_with_care(told, config_of(assistant, given))


def test_points_are_those_of_the_report(assistant: Assistant) -> None:
    data = assistant.call("get_evaluation", id="hemne-2018").data
    scores = [38.9, 37.4, 77.4, 61.0, 58.4, 49.4, 47.8, 62.7]
    assert [area["score"] for area in data["areas"]] == scores
    assert (data["total"]["score"], data["year"], data["method_version"]) == (433.0, 2018, "2.1")


def test_made_up_data_say_so_in_every_answer(demo_assistant: Assistant) -> None:
    listed = demo_assistant.api("/api/v1/evaluations?limit=200")["items"]
    one, other = [found for found in listed if found["detail"] == "questions"][:2]
    slug = one["municipality"]["slug"]
    calls: list[tuple[str, Arguments, str]] = [
        ("find_municipality", {"q": slug}, f"/api/v1/municipalities?q={slug}&limit=10"),
        ("get_municipality", {"slug": slug}, f"/api/v1/municipalities/{slug}.json"),
        ("list_evaluations", {}, "/api/v1/evaluations?limit=10"),
        ("get_evaluation", {"id": one["id"]}, f"/api/v1/evaluations/{one['id']}.json"),
        (
            "compare_evaluations",
            {"e": [one["id"], other["id"]]},
            f"/api/v1/compare?e={one['id']}&e={other['id']}",
        ),
        ("get_averages", {"country": "SE"}, "/api/v1/averages?country=SE&members=false"),
        ("list_gold_stars", {}, "/api/v1/gold-stars?limit=10"),
        ("list_findings", {}, "/api/v1/findings?limit=10"),
    ]
    assert {tool for tool, _, _ in calls} == NAMES
    answered = demo_assistant.call_all([(tool, given) for tool, given, _ in calls])
    for (tool, given, address), told in zip(calls, answered, strict=True):
        assert not told.is_error, (tool, told.texts)
        assert told.data == demo_assistant.api(address), tool
        assert told.about["synthetic"] is True
        assert told.texts[0].splitlines()[0] == MADE_UP
        _is_told_with_care(told, config_of(demo_assistant, given))


def _is_told_with_care(told: Told, config: Mapping[str, object]) -> None:
    """What must be said along with figures stands in the answer and in its words."""
    assert config["caveat"] in told.about["caveats"]
    assert told.about["cite"] == config["cite"]
    assert told.about["release"] == told.data["release"]
    assert told.about["synthetic"] == told.data["synthetic"]
    assert told.about["page"] == told.data["links"]["page"]
    assert told.about["frozen"] == told.data["links"]["frozen"]
    said = [*told.about["caveats"], told.about["cite"], told.about["page"]]
    said += [*told.about["not_representative"], *told.data.get("answer", [])]
    assert all(sentence in told.texts[0] for sentence in said)


def test_why_there_is_no_average_is_said_first(assistant: Assistant) -> None:
    told = assistant.call("get_averages", country=["NO"], lang="en")
    (averages,) = told.data["sets"]
    reasons = {one["reason"] for one in averages["measures"] if not one["representative"]}
    assert reasons
    assert all(one["statistics"] is None for one in averages["measures"])
    assert set(told.about["not_representative"]) == reasons
    assert all(reason in told.texts[0] for reason in reasons)


def test_who_is_in_a_set_is_told_to_those_who_ask(assistant: Assistant) -> None:
    asked: list[tuple[str, Arguments]] = [
        ("get_averages", {"country": "NO"}),
        ("get_averages", {"country": "NO", "members": True}),
    ]
    short, whole = (told.data["sets"][0]["measures"][0] for told in assistant.call_all(asked))
    assert not short["members"]
    assert len(whole["members"]) == whole["n"] > 0


def test_what_may_not_be_compared_is_not(assistant: Assistant) -> None:
    told = assistant.call("compare_evaluations", e=["hemne-2018", "ale-2006"], lang="en")
    assert told.data["areas"]["comparability"]["verdict"] == "no"
    assert told.data["areas"]["comparability"]["reason"]
    assert told.data["areas"]["lines"] == []


def test_lists_are_short_and_go_on(assistant: Assistant) -> None:
    first = assistant.call("list_findings")
    assert len(first.data["items"]) == USUAL_LIMIT < first.data["total"]
    cursor = first.data["next"].partition("cursor=")[2].partition("&")[0]
    second = assistant.call("list_findings", cursor=cursor)
    assert second.data["items"]
    assert not [one for one in second.data["items"] if one in first.data["items"]]
    most = assistant.call("list_findings", limit=HIGHEST_LIMIT)
    assert len(most.data["items"]) == HIGHEST_LIMIT


@pytest.mark.parametrize(
    "written,slug",
    [
        ("Hemne", "hemne"),
        ("hemne kommune", "hemne"),
        ("5011", "hemne"),
        ("NO-1612", "hemne"),
        ("Gáivuotna/Kåfjord/Kaivuono", "kafjord"),
        ("Vallentuna kommun", "vallentuna"),
        ("KÖPING", "koping"),
    ],
)
def test_municipalities_are_found_as_people_write_them(
    assistant: Assistant, written: str, slug: str
) -> None:
    found, told = assistant.call_all(
        [("find_municipality", {"q": written}), ("get_municipality", {"slug": written})]
    )
    assert slug in [one["slug"] for one in found.data["items"]]
    assert told.data["slug"] == slug
