"""Which municipalities fit the filters, in which order, and with which places."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.coverage import Unrepresentative
from app.domain.evaluation_table import Selection
from app.domain.groups import size_key
from app.domain.listing import standing_for
from app.domain.message import Message, say
from app.domain.method import Instrument
from app.domain.municipality import Country, Municipality
from app.domain.rules import Rules
from app.domain.score import Measure
from app.domain.statistics import Rank
from app.domain.wording.coverage import lack_words
from app.domain.wording.groups import count_words
from app.domain.wording.sets import levels_words
from app.features.municipality_list.average import Average, averages
from app.features.municipality_list.parameters import Filters, MunicipalityFilterParameters
from app.features.municipality_list.rows import Entry, entries, places
from app.queries import evaluations as evaluation_queries
from app.queries import groups, method, reference, register
from app.queries.reading import Reading
from app.queries.search import matching_slugs
from app.web.filters.evaluations import evaluation_choice
from app.web.filters.families import countries_to_rank, leading_family
from app.web.filters.several import only


@dataclass(frozen=True, slots=True)
class FittingMunicipalities:
    """All who fit, in order, and what they were chosen from."""

    filters: Filters
    rules: Rules
    admitted: Selection
    added: tuple[Municipality, ...]
    """Those without an evaluation."""
    looked_for_others: bool
    """Whether municipalities without an evaluation were asked for at all."""
    entries: Sequence[Entry]
    averages: tuple[Average, ...]
    """What those who fit are together, country by country."""
    places: Mapping[str, Rank]
    ranked_countries: tuple[Country, ...] = ()
    """Those of which a ranking under these filters would rank the municipalities."""
    names_members: bool = True
    """Whether those that the averages are over are named."""
    of_group: Message | None = None
    """Of how many in the group that is chosen an evaluation is known."""

    @property
    def instrument(self) -> Instrument:
        return self.rules.instrument

    @property
    def sorted_by(self) -> Measure | None:
        return self.filters.parameters.sort_measure

    @property
    def remarks(self) -> tuple[Message, ...]:
        """What must be known to read the list right."""
        said = [] if self.of_group is None else [self.of_group]
        if self.listed_method is not None:
            said.append(self.listed_method)
            levels = levels_words(self.admitted.values("country"))
            if levels is not None:
                said.append(levels)
            if not self.places and (why := self._why_no_places) is not None:
                said.append(why)
        if self.filters.parameters.adds_others and self.filters.are_about_evaluations:
            said.append(
                say(
                    "Municipalities without an evaluation have no year, size or method to choose "
                    "by. They are left out."
                )
            )
        return tuple(said)

    @property
    def page_remarks(self) -> tuple[Message, ...]:
        """The same for the page, where tabs say which method is listed (on paper a line of its own)
        and the averages, where they lead, say why nobody is ranked."""
        unsaid: set[Message | None] = {self.listed_method}
        if self.averages_lead:
            unsaid.add(self._why_no_places)
        return tuple(one for one in self.remarks if one not in unsaid)

    @property
    def listed_method(self) -> Message | None:
        """Which method a list in the order of points keeps to."""
        return None if self.sorted_by is None else self.filters.one_method_words

    @property
    def averages_lead(self) -> bool:
        """Whether the averages stand above the list: where it is in the order of points and nobody
        may be ranked, what others have published comes first, and then why there are no ranks."""
        return self.sorted_by is not None and not self.places and not self.ranked_countries

    @property
    def lists_one_family(self) -> bool:
        """Whether all that are listed are of one method family, so that areas are the same."""
        return self.filters.is_of_one_family

    @property
    def _why_no_places(self) -> Message | None:
        """None where the sentence of the average says it."""
        if len(self.admitted.values("country")) > 1:
            return say("Ranks are given within one country. Choose a country to see them.")
        if not self.averages:
            return None
        (only,) = self.averages
        lack, coverage = only.set.unrepresentative, only.set.coverage
        if coverage is None or lack is None:
            return say("Too few have this figure for ranks: at least six are needed.")
        return lack_words(coverage, lack) if lack is Unrepresentative.TOO_FEW else None


def find(
    reading: Reading,
    parameters: MunicipalityFilterParameters,
    *,
    former: bool = False,
    newest_first: bool = False,
    named: Collection[str] | None = None,
) -> FittingMunicipalities:
    """Reads who fits in a fixed number of queries. `former` adds those without an evaluation that
    no longer exist. `named` are the slugs of those that are named, evaluated or not; None where
    nobody is. With `newest_first` a list in the order of points is of the newest
    family that may be ranked, where none is asked for.

    Raises:
        BadParameter: a value that does not exist, or years in the wrong order.
    """
    rules = method.rules(reading)
    instrument = rules.instrument
    evaluations = evaluation_queries.summaries(reading)
    found = matching_slugs(reading, parameters.q)
    others = _others(reading, parameters, found, named, former=former)
    asked = (parameters, rules, evaluations, found, parameters.averaged_measure)
    leads = newest_first and parameters.compares_scores
    family = leading_family(*asked) if leads else None
    among = None if named is None else {"municipality": evaluations.among(named)}
    chosen = evaluation_choice(parameters, instrument, evaluations, found, family, named=among)
    admitted = chosen.admitted()
    added = _that_fit(chosen, others or ())
    measure = parameters.sort_measure
    shown = standing_for(admitted, measure)
    references = reference.reference_averages(reading)
    together = averages(chosen, admitted, references, rules, parameters.averaged_measure)
    return FittingMunicipalities(
        filters=chosen,
        rules=rules,
        admitted=admitted,
        added=tuple(added),
        looked_for_others=others is not None,
        entries=entries(
            shown, added, parameters.order, measure, found, backwards=parameters.is_backwards
        ),
        averages=together,
        places=_places(measure, together, shown, rules),
        ranked_countries=countries_to_rank(*asked) if newest_first else (),
        of_group=_of_group(reading, parameters),
    )


def _others(
    reading: Reading,
    parameters: MunicipalityFilterParameters,
    found: Collection[str] | None,
    named: Collection[str] | None,
    *,
    former: bool,
) -> Iterable[Municipality] | None:
    """The municipalities without an evaluation that are asked for; None where none are."""
    if found is None and named is None:
        if not (former or parameters.adds_others):
            return None
        return (
            m
            for m in register.never_evaluated(reading)
            if (parameters.adds_others if m.is_current else former)
        )
    wanted = named if found is None else [s for s in found if named is None or s in named]
    evaluated = evaluation_queries.summaries(reading)
    unknown = (slug for slug in wanted or () if not evaluated.of_municipality(slug))
    return register.municipalities(reading, unknown).values()


def _of_group(reading: Reading, parameters: MunicipalityFilterParameters) -> Message | None:
    """Of how many in the group that is chosen an evaluation is known."""
    size = only(parameters.size_group)
    key = only(parameters.group) or (size_key(size) if size else None)
    if key is None:
        return None
    return count_words(groups.group_counts(reading)[key])


def _places(
    measure: Measure | None, together: Iterable[Average], shown: Selection, rules: Rules
) -> Mapping[str, Rank]:
    """The places of those shown; none where they stand for nobody but themselves."""
    if any(average.set.unrepresentative for average in together):
        return {}
    return places(shown, measure, rules.small)


def _that_fit(chosen: Filters, others: Iterable[Municipality]) -> list[Municipality]:
    """The municipalities without an evaluation that the filters admit."""
    if chosen.are_about_evaluations:
        return []
    return [
        municipality
        for municipality in others
        if all(
            chosen.filters[name].admits(municipality, value)
            for name, value in chosen.chosen.items()
            if name not in chosen.parameters.of_anybody
        )
    ]
