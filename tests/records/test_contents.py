"""A record is the same, whatever it is kept as: an object, content, or a document's JSON."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

import pytest

from app.domain.aliases import Alias
from app.domain.changes import RecordKind
from app.domain.evaluation import Discrepancy, DiscrepancyKind, Evaluation, GoldStar
from app.domain.message import LocalText, say
from app.domain.method import Instrument, MethodVersion
from app.domain.municipality import Change, Municipality
from app.domain.reference import ReferenceAverage
from app.publishing.documents import documents
from app.records import evaluation, method, reference, register
from app.records.contents import Contents, Spelling
from app.records.document import canonical, in_json
from app.records.kinds import KINDS
from tests.publishing.changing import real_state

STATE = real_state()
HEMNE = next(e for e in STATE.evaluations if e.id == "hemne-2018")


def test_evaluations_and_gold_stars_are_read_as_they_were_written() -> None:
    for found in STATE.evaluations:
        content = evaluation.CONTENTS.write(found)
        assert evaluation.CONTENTS.read(Evaluation, content, gold_stars=found.gold_stars) == found
        for star in found.gold_stars:
            written = evaluation.CONTENTS.write(star)
            assert evaluation.CONTENTS.read(GoldStar, in_json(written)) == star


def test_the_register_is_read_as_it_was_written() -> None:
    for municipality in STATE.register.municipalities.values():
        content = register.CONTENTS.write(municipality)
        assert register.CONTENTS.read(Municipality, content) == municipality
    for change in STATE.register.changes:
        assert register.CONTENTS.read(Change, register.CONTENTS.write(change)) == change


def test_the_method_and_averages_are_read_from_their_json() -> None:
    """Rows of the method hold the JSON itself, and that has numbers where we have points."""
    instrument = STATE.instrument
    for version in instrument.versions.values():
        content = in_json(method.CONTENTS.write(version))
        assert method.CONTENTS.read(MethodVersion, content) == version
    rules = in_json(method.CONTENTS.write(instrument))
    schemes = instrument.official_schemes
    read = method.CONTENTS.read(
        Instrument, rules, versions=instrument.versions, official_schemes=schemes
    )
    assert read == instrument
    for average in STATE.references:
        content = in_json(reference.CONTENTS.write(average))
        assert reference.CONTENTS.read(ReferenceAverage, content) == average


def test_every_kind_of_document_becomes_rows() -> None:
    aliases = (Alias(RecordKind.MUNICIPALITY, "hemne-of-old", "hemne"),)
    found = documents(replace(STATE, aliases=aliases))
    assert {document.table for document in found} == set(KINDS)


def test_points_are_as_exact_as_they_are_written() -> None:
    area = HEMNE.areas[0]
    content = evaluation.CONTENTS.write(area)
    assert content["score"] == Decimal("38.9")
    assert '"score":38.9' in canonical(content)
    assert json.loads(canonical(content))["max"] == 100


def test_a_sentence_of_the_interface_is_not_kept() -> None:
    told = Discrepancy(DiscrepancyKind.ROUNDING, say("The areas add up to something else"))
    spoiled = replace(HEMNE, recorded_discrepancies=(told,))
    with pytest.raises(TypeError, match="Message is not kept as LocalText"):
        evaluation.evaluation_document(spoiled, "2")


def test_a_field_that_came_later_changes_no_document_of_before() -> None:
    @dataclass(frozen=True)
    class Report:
        title: str
        evaluator: str | None = None

    contents = Contents({Report: Spelling(added=frozenset({"evaluator"}))})
    assert contents.write(Report("A")) == {"title": "A"}
    assert contents.read(Report, {"title": "A"}) == Report("A")
    later = Report("A", "KS")
    assert contents.write(later) == {"title": "A", "evaluator": "KS"}
    assert contents.read(Report, contents.write(later)) == later


def test_what_has_no_place_in_a_document_is_refused() -> None:
    @dataclass(frozen=True)
    class Moment:
        at: datetime

    with pytest.raises(TypeError, match="datetime"):
        Contents().write(Moment(datetime(2026, 1, 1)))  # noqa: DTZ001 - refused by its type


def test_what_a_content_does_not_name_is_as_the_class_has_it() -> None:
    assert Contents().read(LocalText, {"texts": {"nb": "Ja"}}) == LocalText({"nb": "Ja"})
    with pytest.raises(TypeError, match="texts"):
        Contents().read(LocalText, {})
