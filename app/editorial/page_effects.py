"""Which pages change: those of what is concerned, of all results, and of others whose place does.

Pages of others that show an evaluation among those of their set, nearby or alike change with it,
too; those are not looked for one by one.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from app.domain.changes import ChangeType, RecordChange, RecordKind
from app.domain.consequences import PageEffect, PageKind, PlaceEffect
from app.domain.county import county_path
from app.domain.evaluation import Evaluation, EvaluationSummary
from app.domain.municipality import Change
from app.domain.wording.groups import group_path
from app.queries import evaluations, groups, method, register, stories
from app.queries.reading import Reading

_OF_RESULTS: Final = ("/", "/kommuner", "/omrader", "/utvikling", "/kart", "/innsikt", "/fylker")
"""Pages of all results."""
_OF_CHANGES: Final = ("/data", "/data/endringer")
_OF_STARS: Final = "/gullstjerner"
_FIGURES: Final = (RecordKind.EVALUATION, RecordKind.GOLD_STAR)
_OF_KIND: Final = {
    RecordKind.REFERENCE_AVERAGE: ("/utvikling", "/om/kvalitet"),
    RecordKind.KNOWN_EVALUATED: ("/utvikling", "/om/kvalitet", "/"),
    RecordKind.INSTRUMENT: ("/metode",),
    RecordKind.GROUP_SCHEME: ("/grupper",),
    RecordKind.MUNICIPALITY: ("/kommuner", "/fylker"),
    RecordKind.LINEAGE: (),
    RecordKind.METHOD_VERSION: ("/metode", "/omrader"),
}
"""Pages of everything of a kind."""


def page_effects(
    before: Reading,
    after: Reading,
    happened: Iterable[RecordChange],
    places: Iterable[PlaceEffect],
) -> tuple[PageEffect, ...]:
    """Every page once, by what it is."""
    happened = tuple(happened)
    found: dict[str, PageEffect] = {}
    for page in (
        *_of_evaluations(before, after, happened),
        *_of_stories(before, after),
        *_of_others(before, after, happened),
        *_of_places(after, places),
    ):
        found.setdefault(page.path, page)
    order = list(PageKind)
    return tuple(sorted(found.values(), key=lambda page: order.index(page.kind)))


def _of_evaluations(
    before: Reading, after: Reading, happened: tuple[RecordChange, ...]
) -> Iterator[PageEffect]:
    own = [one for one in happened if one.kind is RecordKind.EVALUATION]
    stars = [one for one in happened if one.kind is RecordKind.GOLD_STAR]
    given = {one.key.rpartition("/")[0] for one in stars}
    old = {one.key: one.key for one in own} | {id: id for id in given}
    new = {one.key: one.key_after for one in own} | {id: id for id in given}
    changed = {one.key: one.change for one in own}
    wholes = [
        {e.id: e for e in evaluations.evaluations(reading, ids.values())}
        for reading, ids in ((after, new), (before, old))
    ]
    for reading, ids, whole, others in (
        (after, new, wholes[0], (wholes[1], old)),
        (before, old, wholes[1], (wholes[0], new)),
    ):
        around = _Around(reading)
        known = evaluations.summaries(reading).by_id
        for key, id in ids.items():
            if id in known and id in whole:
                change = changed.get(key, ChangeType.CHANGED)
                other = others[0].get(others[1].get(key, ""))
                yield from _of_evaluation(around, known[id], whole[id], other, change)
    if own:
        yield from (PageEffect(path, PageKind.WHOLE) for path in _OF_RESULTS)
    if stars:
        yield PageEffect(_OF_STARS, PageKind.WHOLE)


class _Around:
    """What stands around the municipalities of a release, read once."""

    def __init__(self, reading: Reading) -> None:
        self.lineage = register.lineage(reading)
        sizes = method.instrument(reading).size_scheme
        self.groups = {
            member.slug: member.group_keys(sizes) for member in groups.present_members(reading)
        }


def _of_evaluation(
    around: _Around,
    one: EvaluationSummary,
    whole: Evaluation,
    other: Evaluation | None,
    change: ChangeType,
) -> Iterator[PageEffect]:
    """`other` is the evaluation on the other side, None where it is not there: of what is on both
    sides, areas and questions are named that say something else."""
    page = f"/kommuner/{one.municipality}"
    yield PageEffect(f"{page}/{one.path}", PageKind.EVALUATION, change, one.name)
    for path in (page, f"{page}/tvillinger", f"{page}/hva-om"):
        yield PageEffect(path, PageKind.MUNICIPALITY, name=one.name)
    yield PageEffect(f"/sammenlign?e={one.id}", PageKind.COMPARISON, change, one.name)
    lineage = around.lineage
    for slug in (*lineage.relatives(one.municipality), *_heirs(lineage.changes, one.municipality)):
        yield PageEffect(f"/kommuner/{slug}", PageKind.RELATIVE, name=slug)
    yield PageEffect(county_path(one.county), PageKind.COUNTY, name=one.county)
    for key in dict.fromkeys((*one.group_keys, *around.groups.get(one.municipality, ()))):
        yield PageEffect(group_path(key), PageKind.GROUP, name=key)
    yield from _of_areas(one.version, whole, other)
    if other is None:
        yield PageEffect(f"/metode/{one.version}", PageKind.METHOD, name=one.version)


def _of_areas(version: str, whole: Evaluation, other: Evaluation | None) -> Iterator[PageEffect]:
    same = other if other is not None and other.version == version else None
    for area in whole.areas:
        if same is not None and same.area(area.no) == area:
            continue
        if area.figure.score is not None or area.findings:
            path = f"/omrader/{version}/{area.no}"
            yield PageEffect(path, PageKind.AREA, name=f"{version}: {area.no}")
        for question in area.questions:
            if same is None or same.question(question.code) != question:
                path = f"/sporsmal/{version}/{question.code}"
                yield PageEffect(path, PageKind.QUESTION, name=f"{version}: {question.code}")


def _heirs(changes: Iterable[Change], slug: str) -> Iterator[str]:
    """Everyone in whose history a municipality stands, however far back."""
    waiting, seen = [slug], {slug}
    while waiting:
        now = waiting.pop()
        for change in changes:
            if change.before == now and change.after not in seen:
                seen.add(change.after)
                waiting.append(change.after)
                yield change.after


def _of_stories(before: Reading, after: Reading) -> Iterator[PageEffect]:
    old = {story.slug: story for story in stories.told_stories(before)}
    new = {story.slug: story for story in stories.told_stories(after)}
    for slug in dict.fromkeys((*old, *new)):
        if old.get(slug) != new.get(slug):
            change = ChangeType.CHANGED
            if slug not in old or slug not in new:
                change = ChangeType.ADDED if slug in new else ChangeType.REMOVED
            yield PageEffect(f"/innsikt/{slug}", PageKind.STORY, change, slug)


def _of_others(
    before: Reading, after: Reading, happened: tuple[RecordChange, ...]
) -> Iterator[PageEffect]:
    """Pages of what is no result: the register, methods, published averages, coverage."""
    for one in happened:
        yield from _own_pages(one)
        for path in _OF_KIND.get(one.kind, ()):
            yield PageEffect(path, PageKind.WHOLE)
    slugs = [one.key for one in happened if one.kind is RecordKind.MUNICIPALITY]
    for reading in (before, after):
        for found in register.municipalities(reading, slugs).values():
            yield PageEffect(county_path(found.county), PageKind.COUNTY, name=found.county)
    if happened:
        yield from (PageEffect(path, PageKind.WHOLE) for path in _OF_CHANGES)


def _own_pages(one: RecordChange) -> Iterator[PageEffect]:
    """The pages of the record itself, where it has any."""
    match one.kind:
        case RecordKind.MUNICIPALITY:
            for key in dict.fromkeys((one.key, one.key_after)):
                yield PageEffect(f"/kommuner/{key}", PageKind.MUNICIPALITY, one.change, key)
        case RecordKind.LINEAGE:
            for slug in one.key_after.split("/")[1:]:
                yield PageEffect(f"/kommuner/{slug}", PageKind.RELATIVE, name=slug)
        case RecordKind.METHOD_VERSION:
            yield PageEffect(f"/metode/{one.key}", PageKind.METHOD, one.change, one.key)


def _of_places(after: Reading, places: Iterable[PlaceEffect]) -> Iterator[PageEffect]:
    known = evaluations.summaries(after).by_id
    for place in places:
        one = known.get(place.evaluation)
        if one is not None:
            path = f"/kommuner/{one.municipality}"
            yield PageEffect(path, PageKind.OTHERS, name=one.name)
