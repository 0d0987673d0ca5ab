"""Filters over evaluations, with the same names wherever evaluations are listed or drawn."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Final, Generic, TypeAlias, TypeVar

from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable, Selection
from app.domain.message import Message, say
from app.domain.method import Instrument
from app.domain.wording.sets import versions_words
from app.errors import BadParameter
from app.web.filters.choice import FilterChoice, admitting
from app.web.filters.declared import EvaluationFilterParameters
from app.web.filters.facets import Facet
from app.web.filters.filter import Filter, Known, check_values, check_years
from app.web.filters.several import each

OF_WHAT_IS_KNOWN: Final = frozenset(("detail", "area"))
"""Filters that choose by how much is known of an evaluation, not by who was evaluated."""

Families: TypeAlias = tuple[str, ...]

Parameters = TypeVar("Parameters", bound=EvaluationFilterParameters)


@dataclass(frozen=True, slots=True)
class Evaluations:
    """Evaluations to filter, of which municipalities are counted."""

    known: Known

    @property
    def everything(self) -> Selection:
        return self.known.listed

    def fitting(self, filter: Filter, value: object) -> Selection:
        table = self.known.evaluations
        fitting = (table.fitting(filter.attribute, filter.fits, one) for one in each(value))
        return reduce(or_, fitting)

    def count(self, part: Selection) -> int:
        return part.municipalities


@dataclass(frozen=True, slots=True)
class EvaluationChoice(FilterChoice[Selection], Generic[Parameters]):
    """The filters of a request. `family` is the one that scores are compared in."""

    parameters: Parameters
    family: str

    @property
    def instrument(self) -> Instrument:
        return self.stock.known.instrument

    @property
    def facets(self) -> tuple[Facet, ...]:
        """Every filter that is chosen from a list. A version is not: its family is."""
        return tuple(self.facet(name) for name in self.filters if name != "version")

    @property
    def is_of_one_family(self) -> bool:
        """Whether all that may be admitted is of one family, so that areas are the same."""
        p = self.parameters
        return p.compares_scores or len(families_asked(p, self.instrument)) == 1

    @property
    def are_about_evaluations(self) -> bool:
        """Whether a municipality without an evaluation can never fit."""
        of_anyone = {name for name, filter in self.filters.items() if filter.is_of_municipality}
        return not self.admitting.keys() <= {*of_anyone, *self.parameters.of_anybody}

    @property
    def one_method_words(self) -> Message:
        """That a list in the order of scores is of one family of methods alone."""
        return say(
            "Only results with %(versions)s are listed: points from different methods "
            "are not put in order together.",
            versions=versions_words(self.instrument, self.family),
        )


def families_asked(parameters: EvaluationFilterParameters, instrument: Instrument) -> Families:
    """The families that are chosen, those of the versions where versions are."""
    if parameters.version is None:
        return parameters.family or ()
    versions = (instrument.versions.get(name) for name in parameters.version)
    return tuple(dict.fromkeys(version.family for version in versions if version is not None))


def evaluation_choice(
    parameters: Parameters,
    instrument: Instrument,
    evaluations: Iterable[EvaluationSummary],
    found: Collection[str] | None,
    default_family: str | None = None,
    named: Mapping[str, Selection] | None = None,
) -> EvaluationChoice[Parameters]:
    """Checks what only the data know, and says what is admitted.

    `found` are the slugs of a search, None without one. Where scores are compared, only one family
    is admitted: the one chosen, else `default_family`, else that of the instrument. `named` is what
    is admitted of those that are named one by one (`app.web.filters.named`).

    Raises:
        BadParameter: a value that does not exist, years in the wrong order, or several families
            where scores are compared.
    """
    table = EvaluationTable.of(evaluations)
    known = Known(instrument, table.all)
    check_values(parameters, known)
    check_years(parameters.from_, parameters.to)
    asked = families_asked(parameters, instrument)
    family = default_family or instrument.default_family
    if asked and family not in asked:
        family = asked[-1]
    chosen = dict(parameters.chosen)
    if parameters.compares_scores:
        if len(asked) > 1:
            raise BadParameter(
                "family" if parameters.version is None else "version",
                say(
                    "Points of different method families are not put in order together. Choose one "
                    "family."
                ),
                asked if parameters.version is None else (),
            )
        chosen.setdefault("family", family)
    stock = Evaluations(known)
    admits = {**admitting(stock, parameters.filters, chosen), **(named or {})}
    if parameters.needed_measure is not None:
        admits["area"] = table.having(parameters.needed_measure)
    if found is not None:
        admits["q"] = table.among(found)
    return EvaluationChoice(stock, parameters.filters, chosen, admits, parameters, family)
