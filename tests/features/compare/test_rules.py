"""What may be said of evaluations side by side, for made-up figures of every kind."""

from collections.abc import Sequence
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.contents.comparisons.compared import Compared, may_compare, parts
from app.contents.comparisons.measure_lines import Line, area_lines, best, total_line
from app.contents.comparisons.polygons import polygons
from app.domain.comparability import Comparability, ComparabilityRule, ComparabilityRules, Verdict
from app.domain.evaluation import (
    AreaResult,
    DetailLevel,
    Evaluation,
    EvaluationSummary,
    Source,
    VersionBasis,
)
from app.domain.gap import SmallDifference, Standing
from app.domain.message import LocalText
from app.domain.method import AreaDefinition, MethodVersion
from app.domain.municipality import Country
from app.domain.score import AREA_MEASURES, Figure, Level, Measure, MissingKind
from tests.wording.comparisons import chosen, page

VERSIONS = ("1", "2", "3")
TEXT = LocalText({"en": "made up"})
METHOD = MethodVersion(
    "2",
    "2",
    2000,
    None,
    tuple(AreaDefinition(no, TEXT, Decimal(100)) for no in range(1, 9)),
    TEXT,
)
SMALL = SmallDifference()

points = st.one_of(st.none(), st.decimals(0, 100, places=1, allow_nan=False))
verdicts = st.sampled_from(Verdict)


def compared(id: str, version: str, scores: Sequence[Decimal | None]) -> Compared:
    figures = [figure(score) for score in scores]
    known = {
        measure: score
        for measure, score in zip(AREA_MEASURES, scores, strict=True)
        if score is not None
    }
    whole = sum(known.values(), Decimal(0)) if len(known) == len(scores) else None
    if whole is not None:
        known[Measure.TOTAL] = whole
    summary = EvaluationSummary(
        id=id,
        municipality=id,
        name=id,
        country=Country.NORWAY,
        county="",
        year=2018,
        version=version,
        family=version,
        detail=DetailLevel.AREAS,
        size_group=None,
        inhabitants=None,
        figures=known,
    )
    areas = tuple(AreaResult(no, figure) for no, figure in enumerate(figures, 1))
    total = figure(whole, Decimal(800))
    return Compared(
        summary,
        Evaluation(
            id,
            id,
            Country.NORWAY,
            2018,
            version,
            VersionBasis.STATED,
            DetailLevel.AREAS,
            total,
            areas,
            Source("", None),
        ),
    )


def figure(score: Decimal | None, maximum: Decimal = Decimal(100)) -> Figure:
    missing = MissingKind.NOT_FOUND if score is None else None
    return Figure(score, score, maximum, missing)


@st.composite
def choices(draw: st.DrawFn) -> tuple[Compared, ...]:
    n = draw(st.integers(2, 6))
    return tuple(
        compared(
            f"made-up-{index}",
            draw(st.sampled_from(VERSIONS)),
            draw(st.lists(points, min_size=8, max_size=8)),
        )
        for index in range(n)
    )


@st.composite
def rule_books(draw: st.DrawFn) -> ComparabilityRules:
    pairs = [frozenset((a, b)) for a in VERSIONS for b in VERSIONS if a <= b]
    rules = tuple(
        ComparabilityRule(pair, {level: draw(verdicts) for level in Level}, TEXT, None, {})
        for pair in pairs
    )
    return ComparabilityRules(rules, TEXT)


@given(choices(), rule_books())
def test_what_the_versions_forbid_gives_no_line_and_no_drawing(
    chosen: tuple[Compared, ...], rules: ComparabilityRules
) -> None:
    """Judged pair by pair, apart from the code that judges the whole choice."""
    for level in (Level.TOTAL, Level.AREA):
        forbidden = any(
            rules.between(a.version, b.version, level).verdict is Verdict.NO
            for a in chosen
            for b in chosen
        )
        allowed = may_compare(chosen, rules, level)
        if level is Level.TOTAL:
            assert (total_line(chosen, allowed, METHOD.max, SMALL) is None) == forbidden
        else:
            assert (area_lines(chosen, allowed, METHOD, SMALL) == ()) == forbidden
            assert not (forbidden and polygons(chosen, allowed))


@given(choices(), rule_books())
def test_parts_offered_may_be_compared_and_could_not_be_larger(
    chosen: tuple[Compared, ...], rules: ComparabilityRules
) -> None:
    offered = parts(chosen, rules, Level.AREA)
    if may_compare(chosen, rules, Level.AREA).allowed:
        assert offered == ()
    for part in offered:
        assert may_compare(part.members, rules, Level.AREA).allowed
        for other in chosen:
            if other not in part.members:
                larger = (*part.members, other)
                assert not may_compare(larger, rules, Level.AREA).allowed


@given(choices(), st.data())
def test_the_order_does_not_change_who_is_best(
    chosen: tuple[Compared, ...], data: st.DataObject
) -> None:
    other_order = tuple(data.draw(st.permutations(chosen)))
    assert best_of(chosen) == best_of(other_order)


def best_of(chosen: tuple[Compared, ...]) -> list[set[str]]:
    yes = Comparability(Verdict.YES, Level.AREA)
    return [
        {one.id for one, cell in zip(chosen, line.cells, strict=True) if cell.best}
        for line in area_lines(chosen, yes, METHOD, SMALL)
    ]


@given(st.lists(points, min_size=2, max_size=6), st.integers(1, 10))
def test_among_few_the_best_stands_out_and_a_missing_score_never_does(
    scores: list[Decimal | None], limit: int
) -> None:
    found = best(scores, Decimal(limit))
    known = [score for score in scores if score is not None]
    for index in found:
        own = scores[index]
        assert own is not None
        assert own == max(known)
        if len(known) < 5:
            others = [s for i, s in enumerate(scores) if i != index and s is not None]
            assert all(own - other >= limit for other in others)


def test_the_limit_itself_is_enough() -> None:
    assert best([Decimal(43), Decimal(40)], Decimal(3)) == {0}
    assert best([Decimal("42.9"), Decimal(40)], Decimal(3)) == frozenset()


def test_also_among_five_the_best_stands_out() -> None:
    """579 beside 576, 573 and 570 is about the same; so are two at the top."""
    near = [Decimal(s) for s in (579, 576, 573, 570, 480)]
    assert best(near, Decimal(10)) == frozenset()
    assert best([Decimal(590), *near[1:]], Decimal(10)) == {0}
    shared = [Decimal(s) for s in (50, 51, 51, 40, 30)]
    assert best(shared, Decimal(3)) == frozenset()
    assert best([Decimal(50)] * 5, Decimal(3)) == frozenset()


def test_one_known_score_of_several_is_not_the_best() -> None:
    assert best([None, Decimal(80), None], Decimal(3)) == frozenset()


def test_between_two_of_one_municipality_the_limit_is_that_of_a_change() -> None:
    def gaps(earlier: str, points: int) -> tuple[Standing | None, Standing | None]:
        areas = dict.fromkeys(range(1, 9), 50)
        before = chosen(earlier, 400, {**areas, 1: 46}, year=2016)
        found = page(chosen("hemne", 400 + points, areas), before)
        total, area = known_line(found.totals.line), found.areas.lines[0]
        return (
            total.gap.standing if total.gap else None,
            area.gap.standing if area.gap else None,
        )

    assert gaps("lom", 13) == (Standing.ABOVE, Standing.ABOVE)
    assert gaps("hemne", 13) == (Standing.ABOUT_THE_SAME, Standing.ABOUT_THE_SAME)
    assert gaps("hemne", 14) == (Standing.ABOVE, Standing.ABOUT_THE_SAME)


def known_line(line: Line | None) -> Line:
    assert line is not None
    return line
