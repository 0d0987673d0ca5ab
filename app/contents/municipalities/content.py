"""What is said of one municipality: the lead first, then what it rests on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.contents.municipalities.context import Surroundings, described_version, surroundings
from app.contents.municipalities.history import History, history
from app.contents.municipalities.joint_offer import JointOffer, joint_offers
from app.contents.municipalities.lead import lead
from app.contents.municipalities.own_areas import AreaYears, area_years
from app.contents.municipalities.relatives import Relatives, relatives
from app.contents.municipalities.result import Result, result
from app.contents.municipalities.strongest import strongest
from app.domain.comparison_choice import ComparisonKind
from app.domain.evaluation import Evaluation, GoldStar, Source
from app.domain.message import Message, say
from app.domain.method import Instrument, MethodVersion
from app.domain.municipality import Municipality, Population
from app.domain.score import MissingKind
from app.domain.wording.changes import CorrectionLine, correction_lines
from app.domain.wording.groups import GroupLine, groups_of_municipality
from app.domain.wording.sets import join_years
from app.domain.wording.standing import absence_words
from app.domain.wording.stated import stated_words
from app.queries import evaluations as evaluation_queries
from app.queries import groups as group_queries
from app.queries import method as method_queries
from app.queries import origins, register
from app.queries import reference as reference_queries
from app.queries.reading import Reading
from app.web.parameters import PageParameters


class MunicipalityParameters(PageParameters):
    """`set` chooses whom the municipality is compared with; without it the usual one is shown."""

    set: ComparisonKind | None = None


@dataclass(frozen=True, slots=True)
class DatedStar:
    """A gold star with the evaluation that gave it: stars age."""

    star: GoldStar
    evaluation: Evaluation


@dataclass(frozen=True, slots=True)
class StatedNote:
    """What the source of an evaluation itself says of its standing."""

    evaluation: Evaluation
    words: Message


@dataclass(frozen=True, slots=True)
class MunicipalityContent:
    """Everything on a municipality's page. `result` is None where no figures are known."""

    municipality: Municipality
    populations: tuple[Population, ...]
    """Oldest year first."""
    lead: tuple[Message, ...]
    result: Result | None
    strongest: Message | None
    """The strongest true thing to say beside the result."""
    history: History | None
    area_years: tuple[AreaYears, ...]
    """Its areas over the years, those of each method family by themselves."""
    gold_stars: tuple[DatedStar, ...]
    relatives: Relatives
    unknown: tuple[Message, ...]
    stated: tuple[StatedNote, ...]
    evaluations: tuple[Evaluation, ...]
    groups: tuple[GroupLine, ...]
    """The groups that it is in."""
    instrument: Instrument
    surroundings: Surroundings
    joint_offers: tuple[JointOffer, ...]
    """The joint reports of those that it was made of, or went into one with."""
    described: MethodVersion | None
    """The version that tells what an evaluation looks at, where no areas are shown."""
    wished: ComparisonKind | None
    origins: Mapping[str, Source]
    """Where every evaluation was read, by its id."""

    @property
    def population(self) -> Population | None:
        """The latest number of inhabitants."""
        return self.populations[-1] if self.populations else None

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the evaluations were read, newest first, each once."""
        return tuple(dict.fromkeys(evaluation.source for evaluation in self.evaluations))

    @property
    def dated_sources(self) -> tuple[Source, ...]:
        """The same with the years of the evaluations, where a title does not say them."""
        years: dict[Source, list[int]] = {}
        for evaluation in self.evaluations:
            years.setdefault(evaluation.source, []).append(evaluation.year)
        return tuple(
            source
            if all(str(year) in source.title for year in of)
            else replace(source, title=f"{source.title} ({', '.join(map(str, sorted(of)))})")
            for source, of in years.items()
        )

    @property
    def title(self) -> Message:
        return say(
            "%(name)s: results in Kommunekompasset",
            name=self.municipality.label,
        )

    @property
    def description(self) -> Message:
        return self.lead[0]

    @property
    def corrections(self) -> tuple[CorrectionLine, ...]:
        """What was corrected lately of its evaluations."""
        return correction_lines((self.municipality.label, one) for one in self.evaluations)


def content(
    reading: Reading,
    municipality: Municipality,
    wished: ComparisonKind | None,
    of: Evaluation | None = None,
) -> MunicipalityContent:
    """Reads what the page needs in a fixed number of queries. It shows the latest evaluation with
    figures; with `of` that one, and nothing of the municipality's later ones."""
    slug = municipality.slug
    rules = method_queries.rules(reading)
    populations = register.populations(reading, slug)
    own = _until(of, evaluation_queries.evaluations_of(reading, (slug,)))
    table = evaluation_queries.summaries(reading)
    lineage = register.lineage(reading)
    related = relatives(reading, slug, lineage, table)
    around = surroundings(reading, municipality, populations, table, lineage, rules)
    references = reference_queries.reference_averages(reading)
    shown = _shown(own if of is None else (of,))
    found = result(shown, table, references, wished, rules) if shown else None
    past = history(own, rules) if own else None
    beside = strongest(found, past) if found else None
    return MunicipalityContent(
        municipality=municipality,
        populations=tuple(sorted(populations, key=lambda p: p.year)),
        lead=lead(municipality, own, found, beside, related, rules.instrument, around.county_words),
        result=found,
        strongest=beside,
        history=past,
        area_years=area_years(own, rules),
        gold_stars=tuple(
            DatedStar(star, evaluation)
            for evaluation in reversed(own)
            for star in evaluation.gold_stars
        ),
        relatives=related,
        unknown=_unknown(own, shown),
        stated=tuple(
            StatedNote(evaluation, words)
            for evaluation in reversed(own)
            for words in stated_words(evaluation)
        ),
        evaluations=tuple(reversed(own)),
        groups=groups_of_municipality(
            rules.instrument, municipality, group_queries.group_counts(reading)
        ),
        instrument=rules.instrument,
        surroundings=around,
        joint_offers=joint_offers(slug, lineage, table, rules.instrument),
        described=None
        if found and found.has_areas
        else described_version(rules, own[-1].version if own else None),
        wished=wished,
        origins=origins.evaluation_sources(reading),
    )


def _until(last: Evaluation | None, own: Iterable[Evaluation]) -> list[Evaluation]:
    """In order of time, up to the last one that counts; all where none is given."""
    ordered = sorted(own, key=lambda e: (e.year, e.id))
    if last is None:
        return ordered
    return [one for one in ordered if (one.year, one.id) <= (last.year, last.id)]


def _shown(own: Sequence[Evaluation]) -> Evaluation | None:
    """The latest evaluation with any figure; None where no figure is known."""
    with_figures = [
        evaluation
        for evaluation in own
        if evaluation.total.score is not None
        or any(area.figure.score is not None for area in evaluation.areas)
    ]
    return with_figures[-1] if with_figures else None


def _without_words(kind: MissingKind, years: Sequence[int]) -> Message:
    """That totals of these years are missing, and in which way."""
    if kind is MissingKind.NOT_FOUND:
        return say(
            "We have not found the figures of the evaluation of %(years)s "
            "in the sources we have read.",
            years=join_years(years),
        )
    return say(
        "The total of the evaluation of %(years)s: %(why)s.",
        years=join_years(years),
        why=absence_words(kind),
    )


def _areas_only_words(year: int, areas: int) -> Message:
    """That the total of a year is missing, but not all of its areas."""
    return say(
        "From the %(year)s evaluation we have found points for %(n)s of the eight areas, but not "
        "the total.",
        year=str(year),
        n=areas,
    )


def _unknown(own: Sequence[Evaluation], shown: Evaluation | None) -> tuple[Message, ...]:
    """What is not known, said as such."""
    said: list[Message] = []
    without: dict[MissingKind, list[int]] = {}
    for evaluation in own:
        kind = evaluation.total.missing
        if kind is None or evaluation is shown:
            continue
        areas = sum(area.figure.score is not None for area in evaluation.areas)
        if kind is MissingKind.NOT_FOUND and areas:
            said.append(_areas_only_words(evaluation.year, areas))
        else:
            without.setdefault(kind, []).append(evaluation.year)
    said += [_without_words(kind, years) for kind, years in without.items()]
    if shown and shown.total.missing is MissingKind.NOT_FOUND:
        said.append(
            say("We have not found the total of the evaluation of %(year)s.", year=str(shown.year))
        )
    elif shown and shown.total.missing is not None:
        said.append(_without_words(shown.total.missing, [shown.year]))
    if shown:
        lacking = sum(area.figure.score is None for area in shown.areas)
        if lacking == len(shown.areas):
            said.append(
                say(
                    "For %(year)s we know the total only. "
                    "We have not found the scores of the eight areas.",
                    year=str(shown.year),
                )
            )
        elif lacking:
            said.append(
                say(
                    "For %(year)s we have not found the scores of %(n)s of the eight areas.",
                    year=str(shown.year),
                    n=lacking,
                )
            )
        elif not any(area.questions for area in shown.areas):
            said.append(
                say(
                    "For %(year)s we know the areas, but not the questions below them.",
                    year=str(shown.year),
                )
            )
    return tuple(said)
