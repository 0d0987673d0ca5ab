"""The figures of an evaluation's page, from the same content as its tables."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.charts.bars.figure import BarsFigure
from app.charts.distribution.drawing import Dot, DotNames, Strip
from app.charts.distribution.figure import DistributionFigure
from app.charts.look import SeriesRole
from app.charts.ranked.drawing import RankedBar
from app.charts.ranked.figure import RankedFigure
from app.charts.scatter.drawing import ScatterPoint
from app.charts.scatter.figure import ScatterFigure
from app.charts.spider.figure import SpiderFigure
from app.charts.writing import Writer
from app.contents.evaluations.among import FEWEST, Among, AreasAmong
from app.contents.evaluations.area_table import area_table
from app.contents.evaluations.content import EvaluationContent, draws_spider
from app.contents.sources import sources_of
from app.domain.decimals import OF_TOTALS, total_points
from app.domain.evaluation import EvaluationSummary
from app.domain.message import Message, Say, Value, say
from app.domain.score import Measure
from app.domain.statistics import Rank
from app.domain.wording.coverage import coverage_words
from app.domain.wording.figures import areas_subtitle, areas_title, ranked_title
from app.domain.wording.sets import (
    country_words,
    member_name,
    municipalities_words,
    size_group_words,
    versions_used_words,
)
from app.web.pictures.figures import FigureMaker, Figures
from app.web.pictures.provenance import OF_ONE, OF_SEVERAL, Provenance


def _subtitle(content: EvaluationContent) -> Message:
    return areas_subtitle([one.name for one in content.drawn[1:]])


def spider_figure(content: EvaluationContent, words: Say) -> SpiderFigure | None:
    """The eight areas as a spider, or None where too few are known to give it a shape."""
    if not draws_spider(content.drawn):
        return None
    found = content.areas_among
    return SpiderFigure.of(
        areas_title(content.municipality.label, content.evaluation.year, content.highest),
        content.version,
        content.drawn,
        words,
        subtitle=_subtitle(content),
        middle=found.spread.middle if found else None,
    )


def bars_figure(content: EvaluationContent, words: Say) -> BarsFigure | None:
    """The eight areas as bars, or None where no area is known."""
    if not content.drawn:
        return None
    title = areas_title(content.municipality.label, content.evaluation.year, ())
    return BarsFigure.of(title, content.version, content.drawn, words, subtitle=_subtitle(content))


def _ranked(content: EvaluationContent, found: Among | None, words: Say) -> RankedFigure | None:
    """All of a set in order, where a place may be said; else None."""
    if found is None or found.rank is None:
        return None
    return RankedFigure(
        words(_ranked_title(content, found, found.rank)),
        bars=tuple(
            RankedBar(
                member_name(one),
                one.figures[Measure.TOTAL],
                own=one.id == found.subject.id,
                earlier=one in found.earlier,
                path=f"/kommuner/{one.municipality}",
            )
            for one in found.all
        ),
        max=content.evaluation.total.max,
        measure=words(say("Total")),
        own_name=member_name(found.subject),
        others_name=words(say("another municipality's latest")),
        earlier_name=words(say("the same municipality before")) if found.earlier else None,
        write=Writer(words, OF_TOTALS),
        axis=words(_total_axis(content)),
        subtitle=words(_among_words(content, found)),
    )


def _total_axis(content: EvaluationContent) -> Message:
    return say("Total, out of %(max)s points", max=total_points(content.evaluation.total.max))


def _ranked_title(content: EvaluationContent, found: Among, rank: Rank) -> Message:
    title = ranked_title(content.heading, rank)
    if found.size_group is None:
        return title
    return say("%(title)s with %(size)s", title=title, size=size_group_words(found.size_group))


def _dots(content: EvaluationContent, found: Among | None, words: Say) -> DistributionFigure | None:
    """Those known of a set, where they stand for nobody else and no place is said."""
    if found is None or found.rank is not None:
        return None
    write = Writer(words, OF_TOTALS)
    rising = sorted(found.all, key=lambda one: one.figures[Measure.TOTAL])
    dots = tuple(
        Dot(
            member_name(one),
            one.figures[Measure.TOTAL],
            f"/kommuner/{one.municipality}",
            named=one.id == found.subject.id,
            earlier=one in found.earlier,
        )
        for one in rising
    )
    said = ", ".join(f"{dot.label} {write(dot.value)}" for dot in dots)
    name = words(country_words(found.country))
    strip = Strip(name, f"{name}: {said}.", SeriesRole.SUBJECT, dots, None)
    return DistributionFigure(
        words(_dots_title(content, found)),
        max=content.evaluation.total.max,
        strips=(strip,),
        names=DotNames(
            member_name(found.subject),
            words(say("another municipality's latest")),
            words(say("the same municipality before")) if found.earlier else None,
        ),
        write=write,
        axis=words(_total_axis(content)),
        subtitle=words(_among_words(content, found)),
    )


def _dots_title(content: EvaluationContent, found: Among) -> Message:
    if found.size_group is None:
        return say("%(name)s among those whose totals we have", name=content.heading)
    return say(
        "%(name)s among those with %(size)s whose totals we have",
        name=content.heading,
        size=size_group_words(found.size_group),
    )


def ranked_figure(content: EvaluationContent, words: Say) -> RankedFigure | None:
    """All of the country in order, where a place may be said; else None."""
    return _ranked(content, content.among, words)


def dots_figure(content: EvaluationContent, words: Say) -> DistributionFigure | None:
    """Those known of the country, where they stand for nobody else and no place is said."""
    return _dots(content, content.among, words)


def ranked_of_its_size(content: EvaluationContent, words: Say) -> RankedFigure | None:
    """All of the size group in order, where a place may be said; else None."""
    return _ranked(content, content.among_its_size, words)


def dots_of_its_size(content: EvaluationContent, words: Say) -> DistributionFigure | None:
    """Those known of the size group, where they stand for nobody else and no place is said."""
    return _dots(content, content.among_its_size, words)


def scatter_figure(content: EvaluationContent, words: Say) -> ScatterFigure | None:
    """Size against total; None where too few sizes are known."""
    found = content.among
    if found is None or len(found.sized) < FEWEST:
        return None
    return ScatterFigure(
        words(say("Total by number of inhabitants")),
        points=tuple(
            ScatterPoint(
                member_name(one),
                one.inhabitants or 1,
                one.figures[Measure.TOTAL],
                own=one.id == found.subject.id,
                path=f"/kommuner/{one.municipality}",
            )
            for one in found.sized
        ),
        max=content.evaluation.total.max,
        measure=words(say("Total")),
        across_name=words(say("Inhabitants")),
        own_name=member_name(found.subject),
        others_name=words(say("another municipality's latest")),
        write=Writer(words, OF_TOTALS),
        axis=words(_total_axis(content)),
        across_axis=words(say("Number of inhabitants; each doubling takes as much room")),
        subtitle=words(
            say(
                "%(n)s %(municipalities)s. Size alone explains no result.",
                n=len(found.sized),
                municipalities=municipalities_words(frozenset((found.country,))),
            )
        ),
    )


def _among_words(content: EvaluationContent, found: Among | None) -> Message:
    """The set and its coverage."""
    if found is None:
        return content.title
    values: dict[str, Value] = {
        "max": total_points(content.evaluation.total.max),
        "municipalities": municipalities_words(frozenset((found.country,))),
        "coverage": coverage_words(found.coverage),
    }
    if found.size_group is not None:
        return say(
            "Totals out of %(max)s, %(municipalities)s with %(size)s and the same method. "
            "Coverage: %(coverage)s.",
            size=size_group_words(found.size_group),
            **values,
        )
    return say(
        "Totals out of %(max)s, %(municipalities)s with the same method. Coverage: %(coverage)s.",
        **values,
    )


def _among_provenance(content: EvaluationContent) -> Provenance:
    return _provenance_among(content, content.among)


def _provenance_of_its_size(content: EvaluationContent) -> Provenance:
    return _provenance_among(content, content.among_its_size)


def _provenance_of_sized(content: EvaluationContent) -> Provenance:
    found = content.among
    return _provenance_of(content, found, found.sized if found else ())


def _provenance_among(content: EvaluationContent, found: Among | None) -> Provenance:
    return _provenance_of(content, found, found.all if found else ())


def _provenance_of(
    content: EvaluationContent, found: Among | None, drawn: Sequence[EvaluationSummary]
) -> Provenance:
    """The versions, years and sources of everybody drawn, one's own source first."""
    basis = (_among_words(content, found), versions_used_words(drawn or [content.evaluation]))
    sources = (content.evaluation.source, *sources_of(drawn, content.origins))
    return Provenance(basis, OF_SEVERAL, tuple(dict.fromkeys(sources)), 0, content.path)


def _provenance(content: EvaluationContent) -> Provenance:
    evaluation, earlier = content.evaluation, content.earlier
    basis: list[Message] = []
    sources = [evaluation.source]
    if earlier is None:
        basis = [
            say("One evaluation, compared with no other."),
            versions_used_words([evaluation]),
        ]
    else:
        basis = [
            say(
                "Two evaluations of the same municipality, %(first)s and %(last)s, and no other.",
                first=str(earlier.evaluation.year),
                last=str(evaluation.year),
            ),
            versions_used_words([earlier.evaluation, evaluation]),
        ]
        sources.append(earlier.evaluation.source)
    return Provenance(
        tuple(basis),
        OF_ONE,
        tuple(dict.fromkeys(sources)),
        sum(len(part.discrepancies) for part in content.areas),
        content.path,
    )


def _spider_provenance(content: EvaluationContent) -> Provenance:
    """The others are in the spider where half of them can be drawn as a ring."""
    found = content.areas_among
    return _areas_provenance(content, found if found and found.spread.middle else None)


def _table_provenance(content: EvaluationContent) -> Provenance:
    """The others are dots in the table."""
    return _areas_provenance(content, content.areas_among)


def _areas_provenance(content: EvaluationContent, found: AreasAmong | None) -> Provenance:
    """The same of figures that show the others around the areas."""
    own = _provenance(content)
    if found is None or found.coverage is None or not any(found.spread.members.values()):
        return own
    others = say(
        "The others are %(municipalities)s with the same method, each with its latest points. "
        "Coverage: %(coverage)s.",
        municipalities=municipalities_words(frozenset((found.country,))),
        coverage=coverage_words(found.coverage),
    )
    earlier, drawn = content.earlier, found.spread.everybody
    shown = [earlier.evaluation] if earlier else []
    versions = versions_used_words([*shown, content.evaluation, *drawn])
    basis = (*(own.basis[:1] if earlier else ()), versions, others)
    sources = (*own.sources, *sources_of(drawn, content.origins))
    return replace(own, basis=basis, sources=tuple(dict.fromkeys(sources)))


FIGURES: Final = Figures(
    {
        "spider": FigureMaker(spider_figure, _spider_provenance),
        "table": FigureMaker(
            area_table, _table_provenance, about=lambda content: content.evaluation.municipality
        ),
        "bars": FigureMaker(bars_figure, _provenance, on_page=False),
        "ranked": FigureMaker(ranked_figure, _among_provenance),
        "dots": FigureMaker(dots_figure, _among_provenance),
        "ranked-size": FigureMaker(ranked_of_its_size, _provenance_of_its_size, on_page=False),
        "dots-size": FigureMaker(dots_of_its_size, _provenance_of_its_size, on_page=False),
        "scatter": FigureMaker(scatter_figure, _provenance_of_sized),
    }
)
