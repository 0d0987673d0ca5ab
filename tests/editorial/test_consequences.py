"""What becoming public will change, held against the same worked out from the data package."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from sqlalchemy import Engine
from starlette.testclient import TestClient

from app import bounds
from app.config import settings
from app.domain.changes import ChangeType, RecordKind
from app.domain.consequences import Consequences, FieldChange, PageKind
from app.domain.evaluation import AreaResult, Evaluation
from app.domain.message import Points
from app.domain.naming.spelling import fold
from app.domain.peers import SetScope
from app.domain.score import Figure
from app.editorial.consequences import consequences
from app.editorial.previewing import foreseen, preview, public_beside
from app.features.data.package import write_package
from app.main import create_app
from app.models import DatasetKind, Origin
from app.publishing.demo import made_up_state
from app.publishing.release import Publication, publish
from app.publishing.state import State
from app.queries.reading import Reading
from tests.conftest import UseDatabase, _copied
from tests.databases import Backend
from tests.pages.recomputed import (
    Package,
    Scope,
    everybody_by_name,
    latest,
    limit_of,
    placed,
    read_package,
    stands,
)
from tests.publishing.changing import (
    evaluation_of,
    real_state,
    record,
    star_record,
    with_evaluation,
    with_total,
    without_evaluation,
)


@pytest.fixture
def made_up(backend: Backend, demo_url: str) -> Iterator[Engine]:
    yield from _copied(backend, demo_url)


@pytest.fixture(scope="module")
def made_up_before() -> State:
    taken = {fold(held.name) for held in real_state().register.municipalities.values()}
    return made_up_state(real_state().instrument, taken)


@contextmanager
def both(engine: Engine, wanted: Publication) -> Iterator[tuple[Reading, Reading]]:
    """The newest release, and the one that a publication would make."""
    with preview(engine, wanted) as after:
        yield public_beside(after), after


def edited(state: State, *ids: str) -> Publication:
    only = frozenset(map(record, ids))
    return Publication(state, Origin.EDITOR, DatasetKind.REAL, only)


def found_in(engine: Engine, wanted: Publication, most: int = 1000) -> Consequences:
    return foreseen(engine, wanted, most)


def of_demo(state: State, changed: Evaluation) -> Publication:
    return Publication(with_evaluation(state, changed), Origin.DEMO, DatasetKind.DEMO)


def raised(evaluation: Evaluation, by: int) -> Evaluation:
    """The same with more points in the first area, and in all."""

    def more(figure: Figure) -> Figure:
        assert figure.score is not None
        points = figure.score + by
        return replace(figure, score=points, stated=points)

    first, *others = evaluation.areas
    area: AreaResult = replace(first, figure=more(first.figure))
    return replace(evaluation, areas=(area, *others), total=more(evaluation.total))


def may_be_raised(evaluation: Evaluation, by: int) -> bool:
    first = evaluation.areas[0]
    return (
        first.figure.score is not None
        and not first.questions
        and first.figure.score + by <= first.figure.max
        and evaluation.total.score is not None
        and evaluation.total.score + by <= evaluation.total.max
    )


def test_places_and_averages_are_those_worked_out_from_the_package(
    made_up: Engine, made_up_before: State, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "PREVIEW_SECONDS", 120)  # whole packages are written of it
    changed = raised(
        next(
            e
            for e in made_up_before.evaluations
            if e.version == "2020"
            and e.size_group is not None
            and may_be_raised(e, 20)
            and not any(
                other.municipality == e.municipality and other.year > e.year
                for other in made_up_before.evaluations
            )
        ),
        20,
    )
    with both(made_up, of_demo(made_up_before, changed)) as (before, after):
        found = consequences(before, after, most=10_000)
        write_package(before, tmp_path / "before.zip")
        write_package(after, tmp_path / "after.zip")
    packages = read_package(tmp_path / "before.zip"), read_package(tmp_path / "after.zip")
    assert found.places.total > 0
    for size in (None, changed.size_group):
        scope = Scope((changed.country.value,), "2020", size)
        for measure in ("total", "1", "2"):
            told = {
                place.evaluation: (of_rank(place.before), of_rank(place.after))
                for place in found.places.shown
                if is_of(place.scope, size) and place.measure == measure
            }
            assert told == moved(packages, scope, measure, changed.id), (size, measure)
            averages = [
                (Fraction(one.before or 0), Fraction(one.after or 0), one.n_before, one.n_after)
                for one in found.averages.shown
                if is_of(one.scope, size) and one.measure == measure
            ]
            assert averages == mean_changes(packages, scope, measure), (size, measure)
    assert all(one.representative for one in found.averages.shown if is_of(one.scope, None))


def is_of(scope: SetScope, size: str | None) -> bool:
    return scope.size_group == size and scope.group is None


def of_rank(rank: object) -> tuple[int, int, int] | None:
    return rank and (rank.place, rank.place_from, rank.place_to)  # type: ignore[attr-defined,return-value]


def moved(
    packages: tuple[Package, Package], scope: Scope, measure: str, own: str
) -> Mapping[str, tuple[object, object]]:
    """Who has another place, with both: counted from the package."""
    old, new = (places(package, scope, measure) for package in packages)
    return {
        id: (old.get(id), new.get(id)) for id in {*old, *new} - {own} if old.get(id) != new.get(id)
    }


def places(package: Package, scope: Scope, measure: str) -> Mapping[str, tuple[int, int, int]]:
    members = latest(scope.drawn(package.results), measure)
    known = everybody_by_name(scope, package.results)
    if not stands(known, len(members), len(members) - 1):
        return {}
    found = {}
    for slug, (one, own) in members.items():
        others = [figure for other, (_, figure) in members.items() if other != slug]
        place = placed(own, others, limit_of(measure))
        found[one.id] = (place["place"], place["place_from"], place["place_to"])
    return found


def mean_changes(
    packages: tuple[Package, Package], scope: Scope, measure: str
) -> list[tuple[Fraction, Fraction, int, int]]:
    figures = [
        [figure for _, figure in latest(scope.drawn(package.results), measure).values()]
        for package in packages
    ]
    means = [sum(some, Fraction(0)) / len(some) if len(some) >= 5 else 0 for some in figures]
    if means[0] == means[1] and len(figures[0]) == len(figures[1]):
        return []
    # What is told is a decimal of 28 digits.
    old, new = (
        Fraction(Decimal(m.numerator) / Decimal(m.denominator)) for m in map(Fraction, means)
    )
    return [(old, new, len(figures[0]), len(figures[1]))]


def test_a_correction_is_told_figure_by_figure_and_field_by_field(seeded: Engine) -> None:
    kramfors = evaluation_of(real_state(), "kramfors-2013")
    corrected = replace(
        evaluation_of(with_total(real_state(), kramfors.id, "441"), kramfors.id),
        source=replace(kramfors.source, title="En annen kilde"),
    )
    found = found_in(seeded, edited(with_evaluation(real_state(), corrected), kramfors.id))
    (effect,) = found.records.shown
    assert (effect.change.kind, effect.change.change) == (
        RecordKind.EVALUATION,
        ChangeType.CHANGED,
    )
    assert (effect.name, effect.year) == ("Kramfors", 2013)
    (figure,) = effect.figures
    assert (figure.code, figure.old and figure.old.score, figure.new and figure.new.score) == (
        "total",
        Decimal(448),
        Decimal(441),
    )
    assert effect.fields.shown == (
        FieldChange(("source", "title"), kramfors.source.title, "En annen kilde"),
    )


def test_what_says_the_same_is_named_and_changes_nothing(seeded: Engine) -> None:
    found = found_in(seeded, edited(real_state(), "kramfors-2013"))
    assert found == Consequences(unchanged=("kramfors-2013",))
    assert found.is_none


def test_what_is_withdrawn_takes_its_pages_its_stars_and_its_discrepancies_away(
    seeded: Engine,
) -> None:
    hemne = evaluation_of(real_state(), "hemne-2018")
    meant = frozenset({record(hemne.id), *map(star_record, hemne.gold_stars)})
    state = without_evaluation(real_state(), hemne.id)
    found = found_in(seeded, Publication(state, Origin.EDITOR, DatasetKind.REAL, meant))
    assert {(e.change.key, e.change.change) for e in found.records.shown} == {
        ("hemne-2018", ChangeType.REMOVED),
        ("hemne-2018/1", ChangeType.REMOVED),
    }
    pages = {page.path: page for page in found.pages.shown}
    assert pages["/kommuner/hemne/2018"].change is ChangeType.REMOVED
    assert pages["/kommuner/heim"].kind is PageKind.RELATIVE
    assert {"/gullstjerner", "/sporsmal/2.1/5.1", "/data/endringer", "/fylker/trondelag"} <= {
        *pages
    }
    assert not found.discrepancies.total


def test_one_evaluation_fewer_is_one_known_fewer(seeded: Engine) -> None:
    state = without_evaluation(real_state(), "kramfors-2013")
    found = found_in(seeded, edited(state, "kramfors-2013"))
    (coverage,) = (one for one in found.coverage.shown if is_of(one.scope, None))
    assert (coverage.before.n - coverage.after.n, coverage.turns) == (1, False)


def test_a_discrepancy_that_will_be_shown_is_told(seeded: Engine) -> None:
    state = with_total(real_state(), "hareid-2019", "380")
    found = found_in(seeded, edited(state, "hareid-2019"))
    (new,) = (one.discrepancy for one in found.discrepancies.shown if not one.goes)
    assert new.text.values["sum"] == Points(Decimal(324))  # type: ignore[union-attr]


def test_coverage_that_turns_takes_averages_and_places_away(
    seeded: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a tenth is enough, those we have stand for the 58 evaluated, and not for 580."""
    monkeypatch.setenv("LEAST_COVERAGE_PERCENT", "10")
    settings.cache_clear()
    state = real_state()
    counts = tuple(
        replace(one, n=one.n * 10) if (one.country, one.family) == ("NO", "2") else one
        for one in state.counts
    )
    wanted = Publication(replace(state, counts=counts), Origin.SEED, DatasetKind.REAL)
    found = found_in(seeded, wanted)
    monkeypatch.undo()
    settings.cache_clear()
    turned = [one for one in found.coverage.shown if one.turns and is_of(one.scope, None)]
    assert {(one.scope.family, one.was_representative) for one in turned} == {("2", True)}
    gone = [p for p in found.places.shown if is_of(p.scope, None) and p.measure == "total"]
    assert gone
    assert all(p.before is not None and p.after is None for p in gone)


def test_only_so_many_are_told_one_by_one(seeded: Engine) -> None:
    state = with_total(with_total(real_state(), "kramfors-2013", "449"), "ovre-eiker-2015", "379")
    found = found_in(seeded, edited(state, "kramfors-2013", "ovre-eiker-2015"), most=1)
    assert (len(found.records.shown), found.records.rest) == (1, 1)
    assert len(found.pages.shown) <= 3
    assert found.pages.rest > 0


def shown(html: str) -> str:
    """What a page says, without how to cite it, which names the release."""
    main = html[html.index("<main") :].partition('id="cite"')[0]
    return re.sub(r"(?i)utgave \d+|release=\d+|-r\d+|\d\d:\d\d UTC", "", main)


def test_pages_that_are_said_to_change_do(
    use_database: UseDatabase, seeded: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RELEASE_TTL_SECONDS", "0")
    ulstein = evaluation_of(real_state(), "ulstein-2019")
    first, *others = ulstein.areas
    figure = replace(first.figure, score=Decimal(74), stated=Decimal(74))
    changed = replace(ulstein, areas=(replace(first, figure=figure), *others))
    wanted = edited(with_evaluation(real_state(), changed), ulstein.id)
    sure = (PageKind.EVALUATION, PageKind.AREA, PageKind.COMPARISON)
    pages = found_in(seeded, wanted).pages.shown
    paths = ["/data/endringer", "/kommuner/ulstein"]
    paths += [page.path for page in pages if page.kind in sure]
    assert {*paths} <= {page.path for page in pages}
    assert "/omrader/2.1/1" in paths
    assert "/omrader/2.1/2" not in paths
    same = ["/omrader/2.1/2", "/kommuner/ale", "/kommuner/kramfors/2013", "/omrader/2020/1"]
    use_database(seeded.url.render_as_string(hide_password=False))
    with TestClient(create_app()) as client:
        before = {path: shown(client.get(path).text) for path in (*paths, *same)}
        publish(seeded, wanted)
        after = {path: shown(client.get(path).text) for path in (*paths, *same)}
    assert [path for path in paths if before[path] == after[path]] == []
    assert [path for path in same if before[path] != after[path]] == []
