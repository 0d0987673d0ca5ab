"""Whatever a document holds, checking it tells what is wrong. It never breaks down."""

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.publishing.checks.checking import check_evaluation, checked
from app.publishing.importing.entry import understand
from tests.publishing.checks.test_checks import ByWay, document
from tests.publishing.importing.knowing import real_known

LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["1.1", "total", "question", "\ud800", "note", 10**30, 8, 1e999])
)
ANYTHING = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["no", "code", "score", "nb", "kind", "text", "lang", "scope", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=6,
)


def every_way(value: Any, way: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner: Any = value.items() if isinstance(value, dict) else ()
    if isinstance(value, list):
        inner = enumerate(value[:2])
    return [way, *(deep for name, own in inner for deep in every_way(own, (*way, name)))]


WAYS = every_way(document())[1:]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(WAYS), ANYTHING | st.just("gone")), max_size=5))
def test_any_document_is_checked(changes: list[tuple[tuple[str | int, ...], Any]]) -> None:
    given_ = document()
    for way, value in changes:
        at: Any = given_
        try:
            for name in way[:-1]:
                at = at[name]
            if value == "gone":
                del at[way[-1]]
            else:
                at[way[-1]] = value
        except (KeyError, IndexError, TypeError):
            continue
    found = check_evaluation("hemne-2018", given_, ByWay(), real_known())
    assert (found.evaluation is None) == bool(found.faults)
    for fault in found.faults:
        assert str(fault)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from([*document(), "x"]), ANYTHING))
def test_any_object_is_checked(given_: dict[str, Any]) -> None:
    found = check_evaluation("hemne-2018", given_, ByWay(), real_known())
    assert found.faults


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.dictionaries(st.sampled_from([*document(), "id"]), ANYTHING), max_size=3) | ANYTHING
)
def test_any_file_of_json_is_checked(whole: Any) -> None:
    known = real_known()
    understood = understand("noe.json", json.dumps(whole).encode(), known, {})
    assert checked(understood, known, {}).evaluations == ()
    assert understood.faults or understood.candidates
