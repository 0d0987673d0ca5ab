"""The figures of a municipality's own areas over the years: columns for each, and small webs."""

from app.charts.own_years.drawing import OwnYear
from app.charts.own_years.figure import OwnYearsFigure
from app.charts.spider.figure import FEWEST_AXES
from app.charts.webs.figure import Panel, WebsFigure
from app.charts.writing import Writer
from app.contents.municipalities.content import MunicipalityContent
from app.contents.municipalities.own_areas import AreaYears, area_values
from app.domain.decimals import decimals_of, total_points
from app.domain.evaluation import Evaluation
from app.domain.message import Message, Say, say, say_n
from app.domain.wording.figures import own_areas_title
from app.domain.wording.sets import total_words, versions_used_words
from app.web.pictures.provenance import OF_ONE, Provenance


def years_figure(content: MunicipalityContent, words: Say, at: int = 0) -> OwnYearsFigure | None:
    """A panel for each area of one method family; None where there is no family in this place."""
    if at >= len(content.area_years):
        return None
    found = content.area_years[at]
    years = [one.year for one in found.evaluations]
    values = [value for one in found.evaluations for value in area_values(one)]
    return OwnYearsFigure(
        words(own_areas_title(content.municipality.label, years[0], years[-1], found.standings)),
        areas=tuple(words(area.short or area.name) for area in found.version.areas),
        years=tuple(OwnYear(one.year, one.version, area_values(one)) for one in found.evaluations),
        max=found.version.areas[0].max,
        write=Writer(words, decimals_of(values)),
        subtitle=words(_subtitle(found)),
    )


def year_webs(content: MunicipalityContent, words: Say) -> WebsFigure | None:
    """A web for each evaluation with enough areas, with the one before of the same method behind
    it; None where there is only one."""
    shown = [one for one in reversed(content.evaluations) if _known(one) >= FEWEST_AXES]
    if len(shown) < 2:
        return None
    panels = []
    for no, one in enumerate(shown):
        earlier = [
            other
            for other in shown[:no]
            if any(one in s.evaluations and other in s.evaluations for s in content.area_years)
        ]
        panels.append(
            Panel(
                str(one.year),
                words(_beside(one)),
                tuple(
                    words(area.short or area.name)
                    for area in content.instrument.version(one.version).areas
                ),
                area_values(one),
                area_values(earlier[-1]) if earlier else None,
            )
        )
    return WebsFigure(
        words(
            say(
                "%(name)s: the eight areas in %(years)s",
                name=content.municipality.label,
                years=tuple(str(one.year) for one in shown),
            )
        ),
        panels=tuple(panels),
        write=Writer(words, decimals_of(value for one in shown for value in area_values(one))),
        before_name=words(say("the evaluation before, by the same method")),
        subtitle=words(say("Points in each area, 0–100")),
    )


def _known(evaluation: Evaluation) -> int:
    return sum(value is not None for value in area_values(evaluation))


def _beside(evaluation: Evaluation) -> Message:
    version = say("version %(version)s", version=evaluation.version)
    total = evaluation.total
    if total.score is None:
        return version
    said = total_words(total_points(total.score), total_points(total.max))
    return say("%(total)s, %(version)s", total=said, version=version)


def _subtitle(found: AreaYears) -> Message:
    versions = tuple(dict.fromkeys(one.version for one in found.evaluations))
    return say_n(
        "Points in each area, 0–100, method version %(versions)s",
        "Points in each area, 0–100, method versions %(versions)s",
        len(versions),
        versions=versions,
    )


def years_provenance(content: MunicipalityContent, at: int = 0) -> Provenance:
    """Own evaluations of one family, and why two versions are read with care."""
    shown: tuple[Evaluation, ...] = ()
    basis: list[Message] = []
    if at < len(content.area_years):
        found = content.area_years[at]
        shown, reason = found.evaluations, found.comparability.reason
        basis = [say("%(reason)s", reason=reason)] if reason else []
    return _provenance(content, shown, basis)


def webs_provenance(content: MunicipalityContent) -> Provenance:
    """All own evaluations with areas."""
    shown = tuple(one for one in reversed(content.evaluations) if _known(one) >= FEWEST_AXES)
    apart = say("Results of different methods are not joined.")
    families = {content.instrument.family_of(one.version) for one in shown}
    return _provenance(content, shown, [apart] if len(families) > 1 else [])


def _provenance(
    content: MunicipalityContent, shown: tuple[Evaluation, ...], basis: list[Message]
) -> Provenance:
    own = say_n(
        "One municipality's own evaluation, n = %(n)s.",
        "One municipality's own evaluations, n = %(n)s.",
        len(shown),
    )
    return Provenance(
        (own, versions_used_words(shown), *basis),
        OF_ONE,
        tuple(dict.fromkeys(one.source for one in shown)),
        0,
        f"/kommuner/{content.municipality.slug}",
    )
