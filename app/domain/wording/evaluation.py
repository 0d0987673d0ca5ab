"""What is said of one evaluation: its result, how much of it is known, and what is missing."""

from collections.abc import Mapping, Sequence
from typing import Final

from app.domain.decimals import total_points
from app.domain.evaluation import AreaResult, DetailLevel, Evaluation, VersionBasis, YearBasis
from app.domain.message import Message, Value, say, say_n
from app.domain.method import MethodVersion
from app.domain.municipality import Country, EvaluationPopulation, PopulationBasis
from app.domain.score import MissingKind
from app.domain.wording.sets import join_years
from app.domain.wording.standing import absence_words

DETAIL_WORDS: Mapping[DetailLevel, Message] = {
    DetailLevel.QUESTIONS: say("points for every question"),
    DetailLevel.AREAS: say("points for all eight areas"),
    DetailLevel.SOME_AREAS: say("points for some areas"),
    DetailLevel.TOTAL: say("only the total"),
    DetailLevel.KNOWN: say("evaluated, but no figures found"),
}
"""How much is public, in a few words."""

YEAR_BASIS_WORDS: Mapping[YearBasis, Message] = {
    YearBasis.TITLE: say("the year is in the title, which is all that we have read"),
    YearBasis.OTHER_SOURCE: say("the year is from another source"),
    YearBasis.INFERRED: say("the year is inferred; the source does not state it"),
}
"""How a year is known that the source itself does not state."""

VERSION_BASIS_WORDS: Mapping[VersionBasis, Message] = {
    VersionBasis.STATED: say("stated in the report"),
    VersionBasis.INFERRED: say("inferred from the year"),
}


INHABITANTS_UNKNOWN: Final = say("inhabitants not known")


def result_words(name: str, evaluation: Evaluation) -> Message:
    """The result in one sentence."""
    year = str(evaluation.year)
    if evaluation.total.score is not None:
        return say(
            "%(name)s scored %(points)s out of %(max)s points in its %(year)s evaluation.",
            name=name,
            points=total_points(evaluation.total.score),
            max=total_points(evaluation.total.max),
            year=year,
        )
    known = [area for area in evaluation.areas if area.figure.score is not None]
    if known and len(known) == len(evaluation.areas):
        return say(
            "%(name)s was evaluated in %(year)s. The total is not known here, only the points "
            "of the eight areas.",
            name=name,
            year=year,
        )
    if known:
        return say(
            "%(name)s was evaluated in %(year)s. The total is not known here, only some areas.",
            name=name,
            year=year,
        )
    return without_figures_words(name, [evaluation.year])


def without_figures_words(name: str, years: Sequence[int]) -> Message:
    """That a municipality was evaluated, with no figures of it."""
    return say(
        "%(name)s was evaluated in %(years)s, but we have not found the figures "
        "in the sources we have read.",
        name=name,
        years=join_years(years),
    )


def known_words(evaluation: Evaluation) -> Message | None:
    """At which detail the result is known; None where nothing is, which `result_words` has said."""
    known = sum(area.figure.score is not None for area in evaluation.areas)
    match evaluation.detail:
        case DetailLevel.QUESTIONS:
            return say(
                "The points are known question by question: %(n)s questions in eight areas.",
                n=sum(len(area.questions) for area in evaluation.areas),
            )
        case DetailLevel.AREAS:
            if any(area.questions for area in evaluation.areas):
                return say(
                    "The points of all eight areas are known, but not those of every question."
                )
            return say("The points of all eight areas are known, but not those of the questions.")
        case DetailLevel.SOME_AREAS:
            return say_n(
                "The points of %(n)s of the eight areas are known.",
                "The points of %(n)s of the eight areas are known.",
                known,
            )
        case DetailLevel.TOTAL:
            return say("Only the total is known, not the points of the eight areas.")
        case DetailLevel.KNOWN:
            return None


def unknown_words(evaluation: Evaluation, version: MethodVersion) -> tuple[Message, ...]:
    """Everything that is missing, each with the reason."""
    total = total_missing_words(evaluation)
    said = [total] if total else []
    said += areas_without_points(evaluation)
    said += _questions_without_points(evaluation, version)
    if not any(area.findings for area in evaluation.areas):
        said.append(
            say("Strengths, challenges and weaknesses: not found in the sources we have read.")
        )
    if evaluation.population is None:
        said.append(
            say("The number of inhabitants is not known here, so no size group can be given.")
        )
    return tuple(said)


def total_missing_words(evaluation: Evaluation) -> Message | None:
    """Why there is no total; None where there is one."""
    missing = evaluation.total.missing
    return say("The total: %(why)s.", why=absence_words(missing)) if missing else None


def areas_without_points(evaluation: Evaluation) -> list[Message]:
    """Which areas have no points, by the reason."""
    by_reason: dict[MissingKind, list[AreaResult]] = {}
    for area in evaluation.areas:
        if area.figure.missing:
            by_reason.setdefault(area.figure.missing, []).append(area)
    said = []
    for reason, areas in by_reason.items():
        why = absence_words(reason)
        if len(areas) == len(evaluation.areas):
            said.append(say("The points of the eight areas: %(why)s.", why=why))
            continue
        numbers: tuple[Value, ...] = tuple(str(area.no) for area in areas)
        said.append(
            say_n(
                "The points of area %(areas)s: %(why)s.",
                "The points of areas %(areas)s: %(why)s.",
                len(areas),
                areas=numbers,
                why=why,
            )
        )
    return said


def _questions_without_points(evaluation: Evaluation, version: MethodVersion) -> list[Message]:
    if not version.has_questions:
        return [
            say(
                "The questions: we do not know the list of questions of method version "
                "%(version)s, and their points are not in the sources we have read.",
                version=version.version,
            )
        ]
    lacking = [
        area.no
        for area in evaluation.areas
        if version.area(area.no).questions and not area.questions
    ]
    if not lacking:
        return []
    if len(lacking) == len(evaluation.areas):
        return [say("The points of the questions: not found in the sources we have read.")]
    numbers: tuple[Value, ...] = tuple(str(no) for no in lacking)
    return [
        say_n(
            "The points of the questions in area %(areas)s: not found in the sources we have read.",
            "The points of the questions in areas %(areas)s: not found in the sources "
            "we have read.",
            len(lacking),
            areas=numbers,
        )
    ]


def _at_the_end(basis: PopulationBasis, inhabitants: int, year: str) -> Message:
    match basis:
        case PopulationBasis.SAME_YEAR:
            return say("%(n)s inhabitants at the end of %(year)s", n=inhabitants, year=year)
        case PopulationBasis.EARLIER_YEAR:
            return say(
                "%(n)s inhabitants at the end of %(year)s, the nearest earlier figure",
                n=inhabitants,
                year=year,
            )
        case PopulationBasis.LATER_YEAR:
            return say(
                "%(n)s inhabitants at the end of %(year)s, the nearest later figure",
                n=inhabitants,
                year=year,
            )


def population_words(used: EvaluationPopulation, country: Country) -> Message:
    """The number of inhabitants that the size group rests on, with its year. Sweden counts at the
    end of a year, so that figure stands for the year that follows."""
    inhabitants, year = used.population.inhabitants, str(used.population.year)
    if country is Country.SWEDEN:
        return _at_the_end(used.basis, inhabitants, year)
    match used.basis:
        case PopulationBasis.SAME_YEAR:
            return say("%(n)s inhabitants in %(year)s", n=inhabitants, year=year)
        case PopulationBasis.EARLIER_YEAR:
            return say(
                "%(n)s inhabitants in %(year)s, the nearest earlier year with a figure",
                n=inhabitants,
                year=year,
            )
        case PopulationBasis.LATER_YEAR:
            return say(
                "%(n)s inhabitants in %(year)s, the nearest later year with a figure",
                n=inhabitants,
                year=year,
            )


def retold_words(year: int) -> Message:
    """Whose words the findings of an evaluation are."""
    return say(
        "Strengths, challenges and weaknesses are from the report of %(year)s, retold in our own "
        "words.",
        year=str(year),
    )


def inhabitants_words(evaluation: Evaluation) -> Message:
    """The number of inhabitants, or that it is not known."""
    used = evaluation.population
    return population_words(used, evaluation.country) if used else INHABITANTS_UNKNOWN
