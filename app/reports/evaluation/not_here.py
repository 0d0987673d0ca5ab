"""What a printed report has and this one has not, said one by one, each with the reason."""

from collections.abc import Iterator

from app.domain.message import LocalText, Message, Value, say, say_n
from app.domain.method import AreaDefinition
from app.domain.score import AREA_MEASURES
from app.domain.wording.coverage import lack_words
from app.domain.wording.sets import join_years, size_group_words
from app.reports.evaluation.material import EvaluationMaterial


def not_here(found: EvaluationMaterial) -> tuple[Message | LocalText, ...]:
    """What is missing of the evaluation, then of what it is set beside, then of the texts."""
    beside_nothing = say("No figures of it are known, so it is set beside nothing.")
    return (
        *found.content.unknown,
        *((beside_nothing,) if found.result is None else ()),
        *_averages(found),
        *_order(found),
        *_earlier(found),
        *_texts(found),
        say(
            "Printed reports may also name the roles that were interviewed, and set results beside "
            "the income of municipalities. Neither is kept here."
        ),
    )


def _averages(found: EvaluationMaterial) -> Iterator[Message]:
    """Averages of the areas and of the size groups that nobody has published or can compute."""
    result, country = found.result, found.country
    if result is not None and result.has_areas:
        lacking = tuple(
            _name(found.version.areas[at])
            for at, row in enumerate(result.areas)
            if row.result.figure.score is not None
            and all(cell.by_name or cell.value is None for cell in row.cells)
        )
        if len(lacking) == len(found.version.areas):
            yield say("Averages of the eight areas: none was published that may be used here.")
        elif lacking:
            yield say(
                "Averages of these areas: none was published that may be used here: %(areas)s.",
                areas=lacking,
            )
    known = {row.code for row in country.sizes.rows} if country and country.sizes else set()
    told = {
        row.code
        for row in (country.sizes.rows if country and country.sizes else ())
        if row.published or row.found.statistics
    }
    without: tuple[Value, ...] = tuple(
        size_group_words(group.code)
        for group in found.instrument.size_scheme.groups
        if group.code not in told or group.code not in known
    )
    if without:
        yield say_n(
            "The average total of municipalities with %(sizes)s is not known here.",
            "The average totals of municipalities with %(sizes)s are not known here.",
            len(without),
            sizes=without,
        )


def _order(found: EvaluationMaterial) -> Iterator[Message]:
    """Why those evaluated are not put in order."""
    among = found.content.among
    if found.evaluation.total.score is None:
        return
    if among is None or among.rank is None:
        yield say(
            "All of those evaluated in order of their totals, and of which size the highest and "
            "the lowest are: too few have published theirs."
        )
    result = found.result
    lacks = [
        lack_words(one.comparison.coverage, one.comparison.unrepresentative)
        for one in (result.total if result else ())
        if one.comparison.coverage and one.comparison.unrepresentative
    ]
    yield from dict.fromkeys(lacks)


def _earlier(found: EvaluationMaterial) -> Iterator[Message]:
    """Which figures of its own earlier evaluations are not known."""
    if found.around.history is None or len(found.around.history.rows) < 2:
        yield say("Own development: this is the first evaluation of the municipality we know of.")
    before = [
        row.evaluation
        for row in (found.around.history.rows if found.around.history else ())
        if row.evaluation.id != found.evaluation.id
    ]
    totals = [one.year for one in before if one.total.score is None]
    if totals:
        yield say("The total of its own evaluation of %(years)s.", years=join_years(totals))
    areas = [one.year for one in before if all(one.figure(m).score is None for m in AREA_MEASURES)]
    if areas:
        yield say(
            "The points of the eight areas in its own evaluation of %(years)s.",
            years=join_years(areas),
        )


def _texts(found: EvaluationMaterial) -> Iterator[Message]:
    evaluation = found.evaluation
    if evaluation.preface is None:
        yield say("A preface, if the printed report has one.")
    questions = [question for area in evaluation.areas for question in area.questions]
    without = [question for question in questions if question.text is None]
    if questions and len(without) == len(questions):
        yield say("The evaluators' text on each question, if the printed report has any.")
    elif without:
        yield say_n(
            "A text of the evaluators on %(n)s question.",
            "Texts of the evaluators on %(n)s questions.",
            len(without),
        )
    if evaluation.closing is None:
        yield say("Advice of the evaluators, if the printed report has any.")


def _name(area: AreaDefinition) -> LocalText:
    return area.short or area.name
