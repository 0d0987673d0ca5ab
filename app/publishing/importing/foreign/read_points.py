"""The points of one record into a draft, each cell noted with what it was taken for."""

from dataclasses import replace
from decimal import Decimal

from app.domain.message import Message, say
from app.domain.method import MethodVersion
from app.domain.score import MissingKind
from app.publishing.importing.foreign import meanings
from app.publishing.importing.foreign.axis import MeasuredColumn
from app.publishing.importing.foreign.documents import DocumentDraft
from app.publishing.importing.foreign.headings import MeasureKind
from app.publishing.importing.foreign.notes import Notes
from app.publishing.importing.foreign.numbers import NumberKind, plain_text
from app.publishing.importing.foreign.points import points_of
from app.publishing.importing.foreign.recognised import KEEP, Chosen, RecognisedTable
from app.publishing.importing.foreign.records import ReadValue
from app.publishing.importing.understanding import Certainty, PlaceInFile


class PointsOf:
    """Reads the points of one record into a draft."""

    def __init__(
        self,
        table: RecognisedTable,
        chosen: Chosen,
        version: MethodVersion,
        draft: DocumentDraft,
        document: int | None,
    ) -> None:
        self._notes: Notes = table.origin.notes
        self._record = chosen.record
        self._as_share = chosen.as_share
        self._version = version
        self._draft = draft
        self._document = document
        self._confirmed = self._notes.answer(f"shares:{table.origin.id}") == KEEP
        self._first: dict[tuple[int | None, str], ReadValue] = {}
        self.totals_meant: dict[int | None, list[Decimal]] = {}
        """What each area, and the total (None), seems to mean, faulty or not."""

    def all(self) -> None:
        """All values of the record. Cells are noted once it is known where they went."""
        kept: list[tuple[ReadValue, int | None, str, str, Certainty]] = []
        for value in self._record.values:
            no, code = self._measure(value.measured)
            if no is None and code:
                self._unknown_question(value, code)
                continue
            read = self._read(value, no, code)
            if read is not None:
                kept.append((value, no, code, *read))
        for value, no, code, text, certainty in kept:
            self._note(value, no, code, text, certainty)

    def _measure(self, measured: MeasuredColumn) -> tuple[int | None, str]:
        heading = measured.heading
        if heading.kind is MeasureKind.QUESTION:
            for area in self._version.areas:
                if any(q.code == heading.code for q in area.questions):
                    return area.no, heading.code
            return None, heading.code
        if heading.area is not None:
            return heading.area.no(self._version.version) or heading.area.number, ""
        return None, ""

    def _unknown_question(self, value: ReadValue, code: str) -> None:
        if value.written.kind is NumberKind.MISSING:
            return
        if not self._version.has_questions:
            self._questions_left_out(value)
            return
        self._notes.fault(
            value.spot.place,
            say(
                "Version %(version)s of the method has no question %(code)s.",
                version=self._version.version,
                code=code,
            ),
            say("Check the question’s number and the version of the method."),
        )

    def _questions_left_out(self, value: ReadValue) -> None:
        version = self._version.version
        self._notes.left_out([value.spot], meanings.NO_QUESTIONS)
        self._notes.remark(
            PlaceInFile(value.spot.place.file, value.spot.place.sheet),
            say(
                "The questions of version %(version)s are not known here, so their scores are left "
                "out.",
                version=version,
            ),
        )

    def _most(self, no: int | None, code: str) -> Decimal:
        if no is None:
            return self._version.max
        question = self._version.question(code) if code else None
        return question.max if question is not None else self._version.area(no).max

    def _read(self, value: ReadValue, no: int | None, code: str) -> tuple[str, Certainty] | None:
        """The points of a value into the draft. None where there are none to note."""
        value = self._as_share_of_one(value)
        read = points_of(
            value, self._most(no, code), what_of(no, code), self._notes, self._as_share
        )
        if read.meant is not None and not code:
            self.totals_meant.setdefault(no, []).append(read.meant)
        before = self._first.get((no, code))
        if before is not None and read.points is not None:
            self._twice(before, value, no, code)
            return None
        if read.points is not None:
            self._first[no, code] = value
        if read.points is None and read.missing is None:
            self._notes.cell(value.spot, meaning_of(no, code), certainty=Certainty.CONFIRM)
            return None
        self._put(no, code, read.points, read.missing, value)
        if read.points is None:
            return "", Certainty.SURE
        unsure = read.unsure and not (self._as_share and self._confirmed)
        sure = value.measured.heading.sure and not unsure
        return plain_text(read.points), Certainty.SURE if sure else Certainty.CONFIRM

    def _as_share_of_one(self, value: ReadValue) -> ReadValue:
        """A share without the sign of per cent: 0.412 is 41.2 %."""
        written = value.written
        if not self._as_share or written.kind is not NumberKind.NUMBER or written.value is None:
            return value
        figures = [v.written.value for v in self._record.values if v.written.value is not None]
        of_one = all(abs(figure) <= 1 for figure in figures)
        factor = 100 if of_one else 1
        return replace(
            value, written=replace(written, kind=NumberKind.SHARE, value=written.value * factor)
        )

    def _twice(self, before: ReadValue, value: ReadValue, no: int | None, code: str) -> None:
        if before.written.value == value.written.value:
            self._notes.cell(value.spot, meaning_of(no, code), certainty=Certainty.LEFT_OUT)
            return
        self._notes.cell(value.spot, meaning_of(no, code), certainty=Certainty.CONFIRM)
        self._notes.fault(
            value.spot.place,
            say(
                "%(what)s is given twice: %(first)s (%(where)s) and %(second)s.",
                what=what_of(no, code),
                first=before.spot.text,
                where=before.spot.where
                if not self._notes.in_lines
                else say("line %(n)s", n=before.spot.place.line),
                second=value.spot.text,
            ),
            say("Keep the one that is right."),
        )

    def _put(
        self,
        no: int | None,
        code: str,
        points: Decimal | None,
        missing: MissingKind | None,
        value: ReadValue,
    ) -> None:
        draft, place = self._draft, value.spot.place
        if no is None:
            draft.total = draft.total if points is None else points
            draft.total_missing = missing
            draft.places["total",] = place
        elif code:
            area = draft.area(no)
            kept = points if points is not None else missing or MissingKind.NOT_FOUND
            if points is not None or code not in area.questions:
                area.questions[code] = kept
                area.places["questions", code, "score"] = place
        else:
            area = draft.area(no)
            if points is not None or area.stated is None:
                area.stated, area.missing = points, missing
                area.places["stated",] = place

    def _note(
        self, value: ReadValue, no: int | None, code: str, text: str, certainty: Certainty
    ) -> None:
        missing = value.written.missing if value.written.kind is NumberKind.MISSING else None
        meaning = meaning_of(no, code)
        if missing is not None:
            meaning = meanings.MISSING.get(missing, meaning)
        elif self._as_share:
            meaning = meanings.SHARE
        elif self._document is None:
            meaning = meanings.REFERENCE
        way = self._draft.way(no, code) if self._document is not None else ()
        self._notes.cell(value.spot, meaning, text, certainty, self._document, way)


def what_of(no: int | None, code: str = "") -> Message:
    """What a figure is of, at the beginning of a sentence."""
    if code:
        return say("Question %(code)s", code=code)
    return say("The total") if no is None else say("Area %(no)s", no=no)


def meaning_of(no: int | None, code: str = "") -> Message:
    """What a cell with points was taken for."""
    if code:
        return meanings.question_points(code)
    return meanings.TOTAL if no is None else meanings.area_points(no)
