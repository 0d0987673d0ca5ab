"""The figures of a comparison, from the same content as its tables."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Final

from app.charts.bars.figure import BarsFigure
from app.charts.chart_table.figure import ChartRow, ChartTableFigure
from app.charts.look import SeriesRole
from app.charts.parts import Series
from app.charts.spider.figure import SpiderFigure
from app.charts.webs.figure import Panel, WebsFigure
from app.charts.writing import Writer
from app.contents.comparisons.compared import Compared
from app.contents.comparisons.content import CompareContent
from app.contents.comparisons.slopes import slopes_figure, slopes_provenance
from app.contents.comparisons.wording import marked_name
from app.domain.decimals import decimals_of, total_points
from app.domain.message import LocalText, Message, Say, say, say_n
from app.domain.score import AREA_MEASURES, Measure
from app.domain.wording.figures import areas_subtitle
from app.domain.wording.numbers import spelled
from app.domain.wording.sets import total_words, versions_used_words
from app.web.pictures.figures import FigureMaker, Figures
from app.web.pictures.provenance import OF_SEVERAL, Provenance


def webs_figure(content: CompareContent, words: Say, at: int = 0) -> WebsFigure | None:
    """A small web for each of those whose areas may be set side by side: of the group in this
    place, where there are several. None where there is no such group."""
    groups = _groups(content)
    if at >= len(groups):
        return None
    shown = groups[at]
    average = content.areas.average
    middle = average.middle if average else None
    decimals = decimals_of(value for one in shown for value in _values(one))
    return WebsFigure(
        words(_webs_title(content, shown, alone=len(groups) == 1)),
        panels=tuple(_panel(one, content, words) for one in shown),
        average=_average(content, words),
        middle=tuple(middle.limits[m] for m in AREA_MEASURES)
        if middle and len(middle.limits) == len(AREA_MEASURES)
        else (),
        middle_name=_said(middle.name, words) if middle and middle.limits else None,
        write=Writer(words, decimals),
        subtitle=words(areas_subtitle([average.name] if average else ())),
    )


def _groups(content: CompareContent) -> list[list[Compared]]:
    """Those with points for any area: all of them together where their areas may be compared, else
    those of each method family by themselves, in the order chosen."""
    known = [one for one in content.compared if any(v is not None for v in _values(one))]
    if content.areas.allowed.allowed:
        return [known] if known else []
    families = dict.fromkeys(one.summary.family for one in known)
    return [[one for one in known if one.summary.family == family] for family in families]


def table_figure(content: CompareContent, words: Say) -> ChartTableFigure | None:
    """A mark for each in every area; None where the areas may not be compared, or are not known."""
    areas = content.areas
    if not areas.known:
        return None
    write = Writer(words, areas.lines[0].decimals)
    marks = tuple(
        Series(
            words(marked_name(one, content.own)),
            role,
            tuple(line.cells[at].figure.score for line in areas.lines),
        )
        for at, (one, role) in enumerate(zip(content.compared, SeriesRole, strict=False))
    )
    average = _average(content, words)
    middle = areas.average.middle if areas.average else None
    limits = middle.limits if middle else {}
    return ChartTableFigure(
        words(_table_title(content)),
        rows=tuple(
            ChartRow(
                words(line.name) if line.name else "",
                words(area.short or area.name),
                line.max,
                middle=limits.get(line.measure),
                texts=tuple(_cell(cell.figure.score, write, best=cell.best) for cell in line.cells),
                path=f"/omrader/{content.version.version}/{area.no}",
            )
            for line, area in zip(areas.lines, content.version.areas, strict=True)
        ),
        marks=marks,
        ticks=(average,) if average else (),
        heads=tuple(one.name for one in content.compared),
        middle_name=_said(middle.name, words) if middle and limits else None,
        written=False,
        write=write,
        subtitle=words(areas_subtitle([areas.average.name] if areas.average else ())),
    )


def spider_figure(content: CompareContent, words: Say) -> SpiderFigure | None:
    """The areas of the first three as a spider; None where they are not compared or not known."""
    drawn = content.areas.drawn
    if not drawn:
        return None
    return SpiderFigure.of(
        _title(content), content.version, drawn, words, subtitle=areas_subtitle(())
    )


def bars_figure(content: CompareContent, words: Say) -> BarsFigure | None:
    """The same as bars, the first as bar and the others as marks."""
    drawn = content.areas.drawn
    if not drawn:
        return None
    return BarsFigure.of(
        _title(content), content.version, drawn, words, subtitle=areas_subtitle(())
    )


def _title(content: CompareContent) -> Message:
    return say("%(names)s: the eight areas", names=tuple(one.name for one in content.compared))


def _webs_title(content: CompareContent, shown: Sequence[Compared], *, alone: bool) -> Message:
    if alone and len(shown) == 2:
        return say("The eight areas, a web for each of the two")
    if alone and len(shown) > 1:
        return say("The eight areas, a web for each of the %(count)s", count=spelled(len(shown)))
    if alone:
        return _title(content)
    versions = tuple(sorted({one.version for one in shown}))
    names = tuple(one.name for one in shown)
    return say("Method version %(versions)s: %(names)s", versions=versions, names=names)


def _table_title(content: CompareContent) -> Message:
    """Who is the best in most areas, where somebody may be called so; else what is drawn."""
    best = [
        sum(line.cells[at].best for line in content.areas.lines)
        for at in range(len(content.compared))
    ]
    most = max(best)
    if not most or best.count(most) > 1:
        return _title(content) if len(best) == 1 else _side_by_side(len(best))
    name, known = content.compared[best.index(most)].name, content.gaps.area_scope
    if known.is_whole:
        return say(
            "%(name)s is the best in %(n)s of %(of)s areas",
            n=most,
            name=name,
            of=len(content.areas.lines),
        )
    if known.known == 1:
        return say("%(name)s is the best in %(these)s", name=name, these=known.these)
    return say_n(
        "%(name)s is the best in one of %(these)s",
        "%(name)s is the best in %(count)s of %(these)s",
        most,
        count=spelled(most),
        name=name,
        these=known.these,
    )


def _side_by_side(n: int) -> Message:
    if n == 2:
        return say("Area by area, both side by side")
    return say("Area by area, all %(count)s side by side", count=spelled(n))


def _panel(one: Compared, content: CompareContent, words: Say) -> Panel:
    """The areas by the names of its own family, since another may have others in their place."""
    own = one.summary.family == content.version.family
    areas = content.version.areas if own else content.names[one.summary.family]
    total = one.summary.figures.get(Measure.TOTAL)
    maximum = total_points(one.evaluation.total.max)
    beside = words(total_words(total_points(total), maximum)) if total is not None else ""
    return Panel(
        words(marked_name(one, content.own)),
        beside,
        tuple(words(area.short or area.name) for area in areas),
        _values(one),
    )


def _values(one: Compared) -> tuple[Decimal | None, ...]:
    """Its points for the eight areas."""
    return tuple(one.summary.figures.get(measure) for measure in AREA_MEASURES)


def _average(content: CompareContent, words: Say) -> Series | None:
    average = content.areas.average
    if average is None:
        return None
    values = tuple(average.figures.get(measure) for measure in AREA_MEASURES)
    return Series(_said(average.name, words), SeriesRole.AVERAGE, values)


def _said(name: str | Message | LocalText, words: Say) -> str:
    return name if isinstance(name, str) else words(name)


def _cell(score: Decimal | None, write: Writer, *, best: bool) -> str:
    return f"{write(score)} ({write.words(say('best'))})" if best else write(score)


def _of_some(found: CompareContent) -> Provenance:
    """What has to be said of a figure that has room for some of them only."""
    provenance, drawn = _provenance(found), found.areas.drawn_words
    return replace(provenance, basis=(*provenance.basis, drawn)) if drawn else provenance


def _provenance(found: CompareContent) -> Provenance:
    basis: list[Message] = []
    if found.set_words is None:
        basis.append(versions_used_words([one.evaluation for one in found.compared]))
    said = (found.set_words, found.years_apart)
    basis += [words for words in said if words is not None]
    basis += found.levels.words if found.levels else ()
    of_areas = [
        remark
        for remark in found.remarks
        if remark.discrepancy.measure not in (None, Measure.TOTAL)
        and remark.discrepancy.question is None
    ]
    return Provenance(tuple(basis), OF_SEVERAL, found.sources, len(of_areas), "/sammenlign")


FIGURES: Final = Figures(
    {
        **{
            name: FigureMaker(partial(webs_figure, at=at), _provenance)
            for at, name in enumerate(("webs", "webs-2", "webs-3"))
        },
        "table": FigureMaker(table_figure, _provenance),
        **{
            name: FigureMaker(partial(slopes_figure, at=at), partial(slopes_provenance, at=at))
            for at, name in enumerate(("slopes", "slopes-2", "slopes-3"))
        },
        "spider": FigureMaker(spider_figure, _of_some, on_page=False),
        "bars": FigureMaker(bars_figure, _of_some, on_page=False),
    }
)
