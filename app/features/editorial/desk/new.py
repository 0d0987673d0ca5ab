"""A new evaluation without any file: of whom, of which year, by which version of the method."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.evaluation import evaluation_id
from app.domain.message import Message, say
from app.domain.method import Instrument, MethodVersion
from app.domain.municipality import Municipality
from app.features.editorial.fields import FieldChoice, FieldProblem, Sent
from app.queries import method, register
from app.queries.evaluations import evaluations_of
from app.queries.reading import Reading


@dataclass(frozen=True, slots=True)
class NewContent:
    """The page that asks for it, and below it the templates to fill in elsewhere."""

    title: Message
    countries: tuple[tuple[Message, tuple[FieldChoice, ...]], ...]
    year: str
    versions: tuple[FieldChoice, ...]
    templates: tuple[str, ...]
    problems: tuple[FieldProblem, ...] = ()
    description: Message | None = None


@dataclass(frozen=True, slots=True)
class NewEvaluation:
    """What was asked for, where it can be made."""

    title: str
    key: str
    document: Mapping[str, Any]


def new_content(
    reading: Reading, sent: Sent | None = None, problems: tuple[FieldProblem, ...] = ()
) -> NewContent:
    """The form, with what was chosen before where something was wrong with it."""
    everybody = register.all_municipalities(reading)
    chosen = sent["municipality"] if sent else ""
    version = sent["version"] if sent else ""
    versions = _versions(method.instrument(reading))
    return NewContent(
        title=say("New evaluation"),
        countries=tuple(
            (label, tuple(_choice(m, chosen) for m in everybody if m.country == country))
            for country, label in (("NO", say("Norway")), ("SE", say("Sweden")))
        ),
        year=sent["year"] if sent else "",
        versions=tuple(
            FieldChoice(one.version, one.version, one.version == (version or versions[0].version))
            for one in versions
        ),
        templates=tuple(one.version for one in versions),
        problems=problems,
    )


def asked_for(reading: Reading, sent: Sent) -> NewEvaluation | tuple[FieldProblem, ...]:
    """The empty document of what was asked for, or what is wrong with it."""
    municipality = register.municipality(reading, sent["municipality"])
    version = method.instrument(reading).versions.get(sent["version"])
    year = int(sent["year"]) if sent["year"].isdecimal() and len(sent["year"]) == 4 else 0
    problems = []
    if municipality is None:
        problem = say("Choose a municipality.")
        problems.append(FieldProblem("municipality", say("Municipality"), problem))
    if not 1990 <= year <= 2100:
        problem = say("Write the year with four digits, such as 2018.")
        problems.append(FieldProblem("year", say("Year"), problem))
    if version is None:
        problem = say("Choose a method version.")
        problems.append(FieldProblem("version", say("Method version"), problem))
    if municipality is None or version is None or problems:
        return tuple(problems)
    public = [e for e in evaluations_of(reading, (municipality.slug,)) if e.year == year]
    if any(e.version == version.version for e in public):
        problem = say("This evaluation is public already. Correct it under “Public”.")
        return (FieldProblem("year", say("Year"), problem),)
    key = evaluation_id(municipality.slug, year, version.version if public else None)
    title = f"{municipality.name} {year}"
    return NewEvaluation(title, key, empty_document(municipality.slug, year, version))


def empty_document(slug: str, year: int, version: MethodVersion) -> dict[str, Any]:
    """An evaluation of which nothing is known yet, in the shape of the seed's files."""
    return {
        "municipality": slug,
        "year": year,
        "method_version": version.version,
        "method_version_basis": "stated",
        "detail": "known",
        "report_number": None,
        "source": {"title": "", "url": None},
        "total": None,
        "areas": [{"no": area.no, "questions": []} for area in version.areas],
    }


def _versions(instrument: Instrument) -> list[MethodVersion]:
    """Newest first."""
    return sorted(instrument.versions.values(), key=lambda v: (v.year_from, v.version))[::-1]


def _choice(municipality: Municipality, chosen: str) -> FieldChoice:
    return FieldChoice(municipality.slug, municipality.label, municipality.slug == chosen)
