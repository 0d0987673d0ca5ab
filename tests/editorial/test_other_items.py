"""Averages, counts and method versions in drafts: put, changed, withdrawn, and what is refused."""

import json
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Engine

from app.database import session_factory
from app.domain.editing import Actor, ItemAction, Role
from app.domain.method import Instrument
from app.domain.score import Level
from app.editorial import drafts, workflow
from app.editorial.checking import Checked, check
from app.editorial.draft import DraftItem, NotAllowed
from app.publishing.faults import in_english
from app.queries import coverage, method, reference
from app.queries.reading import Reading, open_reading
from tests.databases import SEED
from tests.editorial.working import (
    MORNING,
    account,
    created,
    document,
    published,
    put,
    submitted,
    within,
)
from tests.publishing.changing import exported, numbers
from tests.publishing.saying import assert_told_in_every_language
from tests.statements import forgetting

Document = dict[str, Any]


def seed_list(name: str) -> list[Document]:
    found: list[Document] = json.loads((SEED / name).read_text(encoding="utf-8"))
    return found


def version(name: str = "2.1") -> Document:
    found: Document = json.loads((SEED / "methods" / f"{name}.json").read_text(encoding="utf-8"))
    return found


REFERENCE = seed_list("reference-averages.json")[0]
KNOWN = seed_list("coverage.json")[0]
RULE = {
    "versions": ["2.1", "2030"],
    "total": "no",
    "area": "caution",
    "question": "no",
    "source": None,
    "reason": {"nb": "Områdene er de samme, spørsmålene er nye."},
}
NEW = {
    "reference-average": REFERENCE | {"id": "prove-2020", "as_of": 2020},
    "known-evaluated": KNOWN | {"id": "prove-2020"},
    "method-version": version()
    | {
        "version": "2030",
        "year_from": 2030,
        "year_to": None,
        "family": "3",
        "comparability": [RULE],
    },
}
KEYS = {
    "reference-average": "prove-2020",
    "known-evaluated": "prove-2020",
    "method-version": "2030",
}
LABELS: dict[str, Callable[[Document], Document]] = {
    "reference-average": lambda d: d | {"note": {"nb": "Endret"}},
    "known-evaluated": lambda d: d | {"note": {"nb": "Endret"}},
    "method-version": lambda d: d | {"summary": {"nb": "Endret"}},
}


@pytest.fixture
def editor(seeded: Engine) -> Actor:
    return account(seeded, "ola", Role.EDITOR)


@pytest.fixture
def other(seeded: Engine) -> Actor:
    return account(seeded, "liv", Role.EDITOR)


def item(kind: str, key: str, document: Document | None) -> DraftItem:
    action = ItemAction.WITHDRAW if document is None else ItemAction.PUT
    return DraftItem(kind, key, action, document)


def checked(engine: Engine, *items: DraftItem) -> Checked:
    with session_factory(engine)() as session:
        return check(session, items)


def problems(engine: Engine, *items: DraftItem) -> list[str]:
    """What an editor reads, in English. It can be read in every language."""
    faults = checked(engine, *items).faults
    for fault in faults:
        assert_told_in_every_language(fault, json.dumps([item.document for item in items]))
    return [in_english(fault.problem) for fault in faults]


def read(engine: Engine, of: Callable[[Reading], Any]) -> Any:
    with session_factory(engine)() as session, forgetting():
        return of(open_reading(session))


def held(engine: Engine, kind: str) -> set[str]:
    """What is public of a kind."""
    of: dict[str, Callable[[Reading], set[str]]] = {
        "reference-average": lambda r: {one.id for one in reference.reference_averages(r)},
        "known-evaluated": lambda r: {one.id for one in coverage.known_evaluated(r)},
        "method-version": lambda r: set(method.instrument(r).versions),
    }
    found: set[str] = read(engine, of[kind])
    return found


@pytest.mark.parametrize("kind", sorted(NEW))
def test_it_is_put_changed_and_withdrawn(
    seeded: Engine, editor: Actor, other: Actor, kind: str
) -> None:
    key, before, first = KEYS[kind], held(seeded, kind), exported(seeded)
    published(seeded, editor, other, created(seeded, editor, item(kind, key, NEW[kind])))
    assert held(seeded, kind) == before | {key}
    correction = within(seeded, lambda s: drafts.correct(s, editor, key, kind))
    changed = LABELS[kind](dict(correction.items[0].document or {}))

    def save(session: Any) -> Any:
        return drafts.save_item(session, editor, correction.id, 1, changed, correction.version)

    published(seeded, editor, other, within(seeded, save), "Feil")
    assert "Endret" in exported(seeded)
    withdrawal = within(seeded, lambda s: drafts.withdraw(s, editor, key, kind))
    published(seeded, editor, other, withdrawal, "Feil")
    assert held(seeded, kind) == before
    assert numbers(seeded) == [4, 3, 2, 1]
    assert exported(seeded) == first
    assert exported(seeded, 1) == first


@pytest.mark.parametrize("kind", sorted(NEW))
def test_what_is_public_makes_a_draft_that_says_the_same(
    seeded: Engine, editor: Actor, kind: str
) -> None:
    for key in sorted(held(seeded, kind)):
        draft = within(seeded, partial(drafts.correct, actor=editor, key=key, kind=kind))
        found = checked(seeded, *draft.items)
        assert found.faults == (), key


@pytest.mark.parametrize("kind", sorted(NEW))
def test_only_an_average_that_stands_beside_results_is_an_evaluators(
    seeded: Engine, kind: str
) -> None:
    author = account(seeded, "kari", Role.EVALUATOR)
    proposed = item(kind, KEYS[kind], NEW[kind])
    if kind == "reference-average":
        draft = created(seeded, author, proposed)
        with pytest.raises(NotAllowed):
            workflow.approve(seeded, author, submitted(seeded, author, draft).id, "", MORNING)
        return
    with pytest.raises(NotAllowed):
        created(seeded, author, proposed)


@pytest.mark.parametrize(
    "kind, changes, problem",
    [
        ("reference-average", {"id": "another"}, "The id is that of another record."),
        ("reference-average", {"family": "9"}, "there is no family 9"),
        ("reference-average", {"size_group": "huge"}, "there is no size group huge"),
        ("reference-average", {"areas": {"1": 100.5}}, "area 1: 100.5 is above 100"),
        ("reference-average", {"total": 900}, "the total is above 800"),
        ("reference-average", {"total": None, "areas": {}}, "prove-2020 has no figure"),
        ("reference-average", {"areas": {"9": 1}}, "“9” is not written as it has to be."),
        ("known-evaluated", {"id": "another"}, "The id is that of another record."),
        ("known-evaluated", {"family": "9"}, "there is no family 9"),
        ("known-evaluated", {"since": 2030, "as_of": 2020}, "2030 is after 2020"),
        ("known-evaluated", {"n": 0}, "0 is less than 1."),
        ("method-version", {"version": "3.0"}, "version 3.0 is called 2030 here"),
        ("method-version", {"areas": []}, "a version has the areas 1 to 8, in that order"),
        ("method-version", {"year_to": 2029}, "2030 ends before it begins"),
        (
            "method-version",
            {"comparability": [RULE | {"versions": ["2.0", "2.1"]}]},
            "A rule is about version 2030 and one that is there.",
        ),
        (
            "method-version",
            {"comparability": [RULE | {"versions": ["2030", "1.7"]}]},
            "A rule is about version 2030 and one that is there.",
        ),
    ],
)
def test_what_makes_no_sense_is_told(
    seeded: Engine, kind: str, changes: Document, problem: str
) -> None:
    found = problems(seeded, item(kind, KEYS[kind], NEW[kind] | changes))
    assert any(one.startswith(problem) for one in found), found


def areas_with(change: Callable[[Document], None]) -> Document:
    areas = json.loads(json.dumps(version()["areas"]))
    change(areas[0])
    return {"areas": areas}


@pytest.mark.parametrize(
    "changes",
    [
        areas_with(lambda area: area.update(max=101)),
        areas_with(lambda area: area["questions"].pop()),
        areas_with(lambda area: area["questions"][0].update(max=1)),
        {"family": "3"},
    ],
)
def test_what_evaluations_rest_on_stays(seeded: Engine, changes: Document) -> None:
    found = problems(seeded, item("method-version", "2.1", version() | changes))
    assert [one for one in found if one.startswith("Evaluations were made with version 2.1")]


def test_a_version_in_use_is_not_withdrawn(seeded: Engine) -> None:
    assert problems(seeded, item("method-version", "2.1", None)) == [
        "Evaluations were made with version 2.1."
    ]


def test_rules_go_with_their_version_and_come_with_it(
    seeded: Engine, editor: Actor, other: Actor
) -> None:
    draft = created(seeded, editor, item("method-version", "2030", NEW["method-version"]))
    published(seeded, editor, other, draft)
    found: Instrument = read(seeded, method.instrument)
    verdicts = [found.comparability.between("2.1", "2030", level).verdict for level in Level]
    assert verdicts == [RULE[level.value] for level in Level]
    assert found.comparability.between("2.0", "2030", Level.AREA).verdict == "no"


def test_what_may_be_compared_with_nothing_is_remarked(seeded: Engine) -> None:
    (remark,) = checked(seeded, item("method-version", "2030", NEW["method-version"])).remarks
    assert in_english(remark.problem).startswith("Nothing of version 2030 may be compared with")
    assert "2.1" not in str(remark.problem)
    alone = NEW["method-version"] | {"comparability": []}
    (remark,) = checked(seeded, item("method-version", "2030", alone)).remarks
    assert "2.1" in str(remark.problem)


def test_what_rests_on_each_other_becomes_public_together(
    seeded: Engine, editor: Actor, other: Actor
) -> None:
    """An average of a family that comes with the same draft, and an evaluation by the version."""
    average = NEW["reference-average"] | {"family": "3", "as_of": 2031}
    evaluation = document("hemne-2018") | {"year": 2017, "method_version": "2030"}
    draft = created(
        seeded,
        editor,
        put("hemne-2017", evaluation),
        item("reference-average", "prove-2020", average),
        item("method-version", "2030", NEW["method-version"]),
    )
    published(seeded, editor, other, draft)
    assert "prove-2020" in held(seeded, "reference-average")
    assert numbers(seeded) == [2, 1]
