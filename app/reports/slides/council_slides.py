"""Puts the slides of an evaluation together: a title, the answer, the areas, the findings, the way
on.

A slide has few words. What must be known of it besides stands in the notes of whoever speaks.
"""

from collections.abc import Iterable
from typing import Final

from app.config import settings
from app.contents.evaluations.content import EvaluationContent
from app.contents.municipalities.content import MunicipalityContent
from app.contents.municipalities.figures import FIGURES
from app.contents.sources import sources_of
from app.domain.message import say
from app.domain.stated import Source
from app.domain.wording.evaluation import areas_without_points, total_missing_words
from app.domain.wording.numbers import spelled
from app.queries.reading import Reading
from app.reports.council import (
    FIRST_KNOWN,
    SMALL_MEANS_LITTLE,
    WHERE_ALL_IS,
    area_grid,
    area_notes,
    coverage_notes,
    development_notes,
    finding_columns,
    findings_notes,
    set_beside,
    spider,
    stars_words,
    total_notes,
    totals_grid,
)
from app.reports.document import ListColumn, RunText, Slide, Slides
from app.reports.evaluation.material import EvaluationMaterial, material
from app.reports.evaluation.opening import beside_sentence, facts
from app.reports.framing import EVALUATION, stem_of
from app.reports.pictures import sources_words
from app.reports.shared_blocks import (
    FINDINGS_MISSING,
    SUGGESTION,
    WEAK_BY_OUR_RULE,
    source_line,
    why_weak,
)
from app.reports.teller import SPACE, Teller
from app.web.api.attribution import CAVEAT, TAKE_PART, attribution
from app.web.made_up import MADE_UP, is_made_up
from app.web.pictures.provenance import OF_ONE
from app.web.words.languages import Sayable
from app.web.words.runs import Run

MOST_BESIDE: Final = 2
"""Figures that the total is set beside on a slide."""
MOST_WEAK: Final = 3
"""Areas to begin with."""


def council_slides(reading: Reading, content: EvaluationContent, language: str) -> Slides:
    """What is shown to a council of an evaluation."""
    return slides_of(material(reading, content), Teller(language, reading.release))


def slides_of(found: EvaluationMaterial, tell: Teller) -> Slides:
    """The slides in a language; the first is made of title and facts."""
    content = found.content
    said_of_all: tuple[RunText, ...] = (
        source_line(content.evaluation.source, tell),
        *_texts((CAVEAT, TAKE_PART, SMALL_MEANS_LITTLE), tell),
    )
    return Slides(
        title=tell.plain(content.heading),
        subtitle=tell.plain(EVALUATION),
        language=tell.language,
        author=settings().publisher_name,
        day=tell.release.published_at.date(),
        release=tell.release.number,
        address=tell.address(content.path),
        facts=facts(found, tell),
        slides=(
            _answer(found, tell),
            _areas(found, tell),
            _findings(found, tell),
            _way_on(found, tell),
        ),
        foot=tell.plain(attribution(tell.release)),
        notes=said_of_all,
        warning=tell.plain(MADE_UP) if is_made_up(tell.release) else None,
        keywords=("Kommunekompasset", found.municipality.label, str(found.evaluation.year)),
        stem=stem_of(tell.release, "slides", found.evaluation.id, tell.language),
    )


def _answer(found: EvaluationMaterial, tell: Teller) -> Slide:
    """The lead as the title, what the total stands beside, and the spider."""
    content, around = found.content, found.around
    lead = around.lead if around.result else content.lead
    said: list[Sayable] = list(lead[1:])
    shown = set_beside(around.result)[:MOST_BESIDE]
    said += [beside_sentence(content.municipality.label, one) for one in shown]
    missing = total_missing_words(content.evaluation)
    said += [missing] if missing and not said else []
    drawn = spider(content, around, tell)
    made_of: list[Sayable] = [one.words for one in shown]
    made_of += around.result.drawn_words if drawn and around.result else ()
    made_of += coverage_notes(around.result) if shown else ()
    members = (one for each in shown if each.by_name for one in each.comparison.named)
    return Slide(
        tell.plain(lead[0]),
        _texts(said, tell),
        picture=drawn[0] if drawn else None,
        beneath=_beneath(
            (*made_of, OF_ONE),
            (
                content.evaluation.source,
                *(source for one in drawn for source in one.sources),
                *sources_of(members, around.origins),
            ),
            tell,
        ),
        notes=_texts((one for one in total_notes(content, around) if one not in made_of), tell),
    )


def _areas(found: EvaluationMaterial, tell: Teller) -> Slide:
    """Each area with its points and its change, under what the figure of the same says. The table
    needs the whole slide: why points are missing is for whoever speaks."""
    content, around = found.content, found.around
    missing = _texts(areas_without_points(content.evaluation), tell)
    if not content.has_areas:
        source = _beneath((), (content.evaluation.source,), tell)
        return Slide(tell.plain(say("The eight areas")), missing, beneath=source)
    figure = FIGURES.makers["table"].make(around, tell.say)
    made_of = around.result.drawn_words if around.result else ()
    return Slide(
        figure.title if figure else tell.plain(say("The eight areas")),
        table=area_grid(content, around, tell, short=True),
        beneath=_beneath((*made_of, OF_ONE), _read(content, around), tell),
        notes=(
            *missing,
            *_texts((one for one in area_notes(content, around) if one not in made_of), tell),
        ),
    )


def _read(content: EvaluationContent, around: MunicipalityContent) -> tuple[Source, ...]:
    """Where its own areas and those beside them were read."""
    result = around.result
    if result is None:
        return (content.evaluation.source,)
    others = sources_of(result.drawn_beside(dots=False), around.origins)
    return (content.evaluation.source, *result.published_beside, *others)


def _beneath(said: Iterable[Sayable], read: Iterable[Source], tell: Teller) -> RunText:
    """What must be known of a slide, each once, and where what it shows was read."""
    return tell.text(*dict.fromkeys(said), *sources_words(read, at_end=False))


def _findings(found: EvaluationMaterial, tell: Teller) -> Slide:
    """Three strengths and three weaknesses; gold stars with the strengths."""
    content = found.content
    title = tell.plain(say("Strengths and weaknesses"))
    columns = finding_columns(content, tell)
    read = (content.evaluation.source,)
    stars = stars_words(content.evaluation.gold_stars)
    starred = (tell.text(stars),) if stars else ()
    if not columns:
        texts = (*_texts((FINDINGS_MISSING,), tell), *starred)
        return Slide(title, texts, beneath=_beneath((), read, tell))
    strengths, weaknesses = columns
    with_stars = ListColumn(
        strengths.title, (*strengths.items, *starred), strengths.none, strengths.kind
    )
    return Slide(
        title,
        columns=(with_stars, weaknesses),
        beneath=_beneath(findings_notes(content, tell), read, tell),
    )


def _way_on(found: EvaluationMaterial, tell: Teller) -> Slide:
    """Its own totals, the areas to begin with, and where all of it stands."""
    content, around = found.content, found.around
    grid = totals_grid(around, tell)
    weak = [lesson.definition for lesson in found.twins.areas]
    said: list[Sayable] = [] if grid else [FIRST_KNOWN]
    if weak:
        areas = tuple(area.short or area.name for area in weak[:MOST_WEAK])
        said.append(
            say("%(rule)s %(areas)s.", rule=WEAK_BY_OUR_RULE, areas=areas)
            if len(weak) <= MOST_WEAK
            else say(
                "By our own rule %(count)s areas are weak. The weakest: %(areas)s.",
                count=spelled(len(weak)),
                areas=areas,
            )
        )
    address = tell.address(content.path)
    history = FIGURES.makers["history"].make(around, tell.say)
    return Slide(
        history.title if history else tell.plain(say("Own development and the way on")),
        (
            *_texts(said, tell),
            (*tell.text(WHERE_ALL_IS), *SPACE, Run(address, link=address)),
        ),
        table=grid[0] if grid else None,
        beneath=_beneath((OF_ONE,), (content.evaluation.source, *around.sources), tell),
        notes=(
            *_texts(development_notes(around), tell),
            *_why(found, tell),
            *_texts((SUGGESTION,), tell),
        ),
    )


def _why(found: EvaluationMaterial, tell: Teller) -> tuple[RunText, ...]:
    """Why each of those areas is called weak."""
    return _texts(
        (why_weak(lesson) for lesson in found.twins.areas[:MOST_WEAK]),
        tell,
    )


def _texts(said: Iterable[Sayable], tell: Teller) -> tuple[RunText, ...]:
    return tuple(tell.text(one) for one in said)
