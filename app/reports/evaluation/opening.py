"""How a report of an evaluation opens: the cover, the answer in short, and the preface."""

from typing import Final

from app.contents.municipalities.beside import Beside
from app.domain.decimals import OF_TOTALS, total_points
from app.domain.message import Message, say
from app.domain.score import AREA_MEASURES
from app.domain.wording.evaluation import VERSION_BASIS_WORDS, YEAR_BASIS_WORDS, population_words
from app.domain.wording.sets import size_group_words
from app.domain.wording.standing import short_change_words, short_rank_words
from app.reports.document import Fact, PointBox, ReportSection, RunText, TableBlock, Tone
from app.reports.evaluation.material import EvaluationMaterial
from app.reports.shared_blocks import area_cell, areas_caption, in_brackets, total_box
from app.reports.teller import Teller
from app.web.pictures.provenance import OF_ONE

_SHARES: Final = 2
"""The column of the table of areas that shares stand in, after the names."""

MOST_IN_SHORT: Final = 2
"""Figures that the total is set beside where it stands first."""


def facts(found: EvaluationMaterial, tell: Teller) -> tuple[Fact, ...]:
    """What stands on the cover."""
    evaluation = found.evaluation
    said = [
        tell.fact(
            say("Year"),
            str(evaluation.year),
            in_brackets(YEAR_BASIS_WORDS[evaluation.year_basis]) if evaluation.year_basis else None,
        ),
        tell.fact(
            say("Method version"),
            evaluation.version,
            in_brackets(VERSION_BASIS_WORDS[evaluation.version_basis]),
        ),
    ]
    if evaluation.population:
        said.append(
            tell.fact(
                say("Inhabitants"), population_words(evaluation.population, evaluation.country)
            )
        )
    if evaluation.size_group:
        said.append(tell.fact(say("Size group"), size_group_words(evaluation.size_group)))
    if evaluation.report_number:
        said.append(tell.fact(say("Report"), evaluation.report_number))
    source = evaluation.source
    said.append(Fact(tell.plain(say("Source")), tell.outside(source.title, source.url)))
    return tuple(said)


def in_short(found: EvaluationMaterial, tell: Teller) -> ReportSection:
    """The answer, the total, and the eight areas in one table."""
    lead = found.around.lead if found.result else found.content.lead
    return ReportSection(
        "in-short",
        tell.plain(say("In short")),
        (
            *tell.paragraph(*lead, tone=Tone.LEAD),
            *tell.paragraph(*found.content.lead[1:]),
            *_total_box(found, tell),
            *_areas(found, tell),
            *tell.paragraph(OF_ONE, tone=Tone.NOTE),
        ),
    )


def _total_box(found: EvaluationMaterial, tell: Teller) -> tuple[PointBox, ...]:
    if found.evaluation.total.score is None:
        return ()
    standing = tuple(tell.plain(said) for said in beside_words(found)[:MOST_IN_SHORT])
    return (total_box(found.evaluation, tell, standing),)


def beside_words(found: EvaluationMaterial) -> tuple[Message, ...]:
    """How far the total is from each figure that it is set beside, with place and quarter."""
    if found.result is None:
        return ()
    own = found.municipality.label
    return tuple(beside_sentence(own, one) for one in found.result.total)


def beside_sentence(own: str, one: Beside) -> Message:
    """A figure that the total is set beside, and how one's own lies from it."""
    return say(
        "%(name)s: %(points)s points. %(own)s: %(standing)s.",
        name=one.name,
        points=total_points(one.value),
        own=own,
        standing=one.standing,
    )


def _areas(found: EvaluationMaterial, tell: Teller) -> tuple[TableBlock, ...]:
    """Each area with its points, where it stands and how it changed: the columns that say
    anything of any."""
    content = found.content
    if not content.has_areas:
        return ()
    ranks = content.areas_among.ranks if content.areas_among else {}
    earlier = content.earlier.evaluation if content.earlier else None
    decimals = content.area_decimals
    columns: list[tuple[str, list[RunText], bool]] = [
        (
            tell.plain(say("Points")),
            [tell.figure(part.result.figure, decimals) for part in content.areas],
            True,
        ),
        (
            tell.plain(say("Max")),
            [tell.points(part.result.figure.max, 0) for part in content.areas],
            True,
        ),
        (
            tell.plain(say("Share")),
            [tell.text(tell.share(part.result.figure)) for part in content.areas],
            True,
        ),
        (
            tell.plain(say("Rank")),
            [
                tell.text(short_rank_words(ranks[measure])) if measure in ranks else ()
                for measure in AREA_MEASURES
            ],
            False,
        ),
        (
            tell.plain(say("Since %(year)s", year=str(earlier.year))) if earlier else "",
            [
                tell.text(short_change_words(part.since, decimals)) if part.since else ()
                for part in content.areas
            ],
            False,
        ),
    ]
    total = content.evaluation.total
    totals = [tell.total(total), tell.points(total.max, OF_TOTALS), tell.text(tell.share(total))]
    totals += [() for _ in columns[len(totals) :]]
    kept = [at for at, column in enumerate(columns) if any(column[1]) or totals[at]]
    rows = [
        (
            area_cell(part.definition, tell),
            *(columns[at][1][row] for at in kept),
        )
        for row, part in enumerate(content.areas)
    ]
    rows.append((tell.text(say("Total")), *(totals[at] for at in kept)))
    return (
        TableBlock(
            areas_caption(content.municipality, content.evaluation, tell),
            (tell.plain(say("Area")), *(columns[at][0] for at in kept)),
            tuple(rows),
            frozenset(no for no, at in enumerate(kept, 1) if columns[at][2]),
            strong=frozenset((len(rows) - 1,)),
            share=kept.index(_SHARES) + 1 if _SHARES in kept else None,
            parts=(*(tell.part(part.result.figure) for part in content.areas), tell.part(total)),
        ),
    )


def preface(found: EvaluationMaterial, tell: Teller) -> tuple[ReportSection, ...]:
    """What the evaluators wrote first, or that they wrote nothing here; none where nothing else of
    the evaluation is known either."""
    written = found.evaluation.preface
    if not written and not found.knows_anything:
        return ()
    blocks = (
        tell.quotation(written)
        if written
        else tell.paragraph(say("There is no preface to this evaluation here."), tone=Tone.MISSING)
    )
    return (ReportSection("preface", tell.plain(say("Preface")), blocks),)
