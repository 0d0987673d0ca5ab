"""Whether the figures of a draft add up, by the same rules as what is public is checked."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from app.domain.consistency import ROUNDING_OF_ONE, ROUNDING_TOLERANCE
from app.domain.evaluation import DetailLevel
from app.domain.message import Points, say
from app.domain.method import MethodVersion
from app.publishing.importing.foreign.documents import DocumentDraft
from app.publishing.importing.foreign.notes import Notes
from app.publishing.importing.foreign.numbers import plain_text
from app.publishing.importing.foreign.points import CHECK
from app.publishing.importing.foreign.records import Record
from app.publishing.importing.understanding import PlaceInFile

Meant = Mapping[int | None, Sequence[Decimal]]


def check_sums(
    draft: DocumentDraft,
    version: MethodVersion,
    meant: Meant,
    record: Record,
    notes: Notes,
    place: PlaceInFile,
) -> None:
    """Remarks on sums that differ; a total that faulty areas cannot reach is a fault."""
    total_place = draft.places.get(("total",), place)
    faulty = [no for no in meant if no is not None and _stated(draft, no) is None]
    if faulty and draft.total is not None:
        _check_reach(draft, version, meant, notes, total_place)
    elif draft.total is not None:
        _remark_sum(draft, version, notes, total_place)
    for no in sorted(draft.areas):
        _remark_questions(draft, version, no, notes, place)
    _remark_detail(draft, version, notes, place)


def _stated(draft: DocumentDraft, no: int) -> Decimal | None:
    return draft.areas[no].stated if no in draft.areas else None


def _check_reach(
    draft: DocumentDraft, version: MethodVersion, meant: Meant, notes: Notes, place: PlaceInFile
) -> None:
    """Whatever the areas with faults seem to mean, do they add up to the total?"""
    total = draft.total
    least = most = Decimal(0)
    for area in version.areas:
        figures = meant.get(area.no)
        least += min(figures) if figures else Decimal(0)
        most += max(figures) if figures else area.max
    read = [points for no in draft.areas if (points := _stated(draft, no)) is not None]
    if total is None or least - ROUNDING_TOLERANCE <= total <= most + ROUNDING_TOLERANCE:
        return
    notes.fault(
        place,
        say(
            "The total %(total)s cannot be reached from the areas that can be read, which add up "
            "to %(sum)s.",
            total=plain_text(total),
            sum=plain_text(sum(read, Decimal(0))),
        ),
        CHECK,
    )


def _remark_sum(
    draft: DocumentDraft, version: MethodVersion, notes: Notes, place: PlaceInFile
) -> None:
    stated = [_stated(draft, area.no) for area in version.areas]
    known = [points for points in stated if points is not None]
    if draft.total is None or not known:
        return
    added = sum(known, Decimal(0))
    if len(known) < len(stated):
        left = sum((a.max for a in version.areas if _stated(draft, a.no) is None), Decimal(0))
        if added - ROUNDING_TOLERANCE <= draft.total <= added + left + ROUNDING_TOLERANCE:
            return
        notes.remark(
            place,
            say(
                "The area scores that are given add up to %(sum)s; the total %(total)s does not "
                "fit them.",
                sum=Points(added),
                total=Points(draft.total),
            ),
        )
        return
    remark_sum(added, draft.total, notes, place, is_checked=True)


def remark_sum(
    added: Decimal, total: Decimal, notes: Notes, place: PlaceInFile, is_checked: bool = False
) -> None:
    """Printed areas beside the printed total. `is_checked` where that is looked at again."""
    values = {"sum": Points(added), "total": Points(total)}
    if added == total:
        return
    if abs(added - total) <= ROUNDING_TOLERANCE:
        text = say(
            "The area scores as printed add up to %(sum)s, while the printed total is %(total)s. "
            "Rounding of the areas explains the difference.",
            **values,
        )
    else:
        text = say(
            "The area scores as printed add up to %(sum)s, while the printed total is %(total)s. "
            "Rounding does not explain the difference.",
            **values,
        )
    notes.remark(place, text, is_checked)


def _remark_questions(
    draft: DocumentDraft, version: MethodVersion, no: int, notes: Notes, place: PlaceInFile
) -> None:
    area, definition = draft.areas[no], version.area(no)
    if not area.questions:
        return
    stated_place = area.places.get(("stated",), place)
    scores = [score for score in area.questions.values() if isinstance(score, Decimal)]
    added = sum(scores, Decimal(0))
    if (
        draft.complete(version, no)
        and area.stated is not None
        and abs(added - area.stated) > ROUNDING_OF_ONE
    ):
        notes.remark(
            stated_place,
            say(
                "The source prints %(stated)s, but the scores of the questions add up to %(sum)s. "
                "Rounding does not explain the difference.",
                stated=Points(area.stated),
                sum=Points(added),
            ),
            is_sum=True,
        )
    if definition.points_not_shown:
        notes.remark(
            stated_place,
            say(
                "The questions that are printed can give %(shown)s points at most, but the area is "
                "scored out of %(max)s. The score is not scaled up.",
                shown=Points(definition.max - definition.points_not_shown),
                max=Points(definition.max),
            ),
        )


def _remark_detail(
    draft: DocumentDraft, version: MethodVersion, notes: Notes, place: PlaceInFile
) -> None:
    """Questions that lack points take the whole evaluation to a lower level of detail."""
    has_questions = any(area.questions for area in draft.areas.values())
    if not has_questions or draft.detail(version) is DetailLevel.QUESTIONS:
        return
    lacking = tuple(
        question.code
        for area in version.areas
        for question in area.questions
        if not isinstance(
            draft.areas[area.no].questions.get(question.code) if area.no in draft.areas else None,
            Decimal,
        )
    )
    notes.remark(
        place,
        say(
            "These questions have no points, so the evaluation is not shown question by question: "
            "%(codes)s.",
            codes=lacking,
        ),
        is_sum=True,
    )
