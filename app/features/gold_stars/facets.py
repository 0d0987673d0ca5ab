"""The choices of each filter of the gold stars, and how many gold stars each would leave."""

from collections.abc import Sequence

from app.domain.message import LocalText, Message, say
from app.domain.method import Instrument
from app.domain.municipality import Country, alphabetical
from app.domain.wording_sets import size_group_words
from app.features.gold_stars.cards import StarCard
from app.features.gold_stars.filters import Filters, has_version
from app.web.facets import Choices, Facet, counted


def facets(
    filters: Filters, instrument: Instrument, cards: Sequence[StarCard]
) -> tuple[Facet, ...]:
    """Every filter. Questions are offered once an area is chosen whose questions are known."""
    offered = (
        _country(filters),
        _county(filters, cards),
        _size(filters, instrument),
        _version(filters, instrument),
        _area(filters),
        _question(filters),
        *_years(filters, cards),
    )
    return tuple(
        counted(choices, filters.admitted(cards, *_others(choices.name, filters)), lambda c: c.id)
        for choices in offered
    )


def _others(name: str, filters: Filters) -> tuple[str, ...]:
    """The filters that fall away when another choice of this one is made."""
    if name not in ("area", "question"):
        return (name,)
    implied = ("version",) if filters.parameters.version is None else ()
    return (name, *implied) if name == "question" else (name, "question", *implied)


def _country(filters: Filters) -> Choices[StarCard]:
    return Choices(
        "country",
        say("Country"),
        say("Both"),
        [(Country.NORWAY, say("Norway")), (Country.SWEDEN, say("Sweden"))],
        lambda card, value: card.evaluation.country == value,
        filters.parameters.country,
    )


def _county(filters: Filters, cards: Sequence[StarCard]) -> Choices[StarCard]:
    counties = sorted({card.evaluation.county for card in cards}, key=alphabetical)
    return Choices(
        "county",
        say("County"),
        say("All"),
        [(county, county) for county in counties],
        lambda card, value: card.evaluation.county == value,
        filters.parameters.county,
    )


def _size(filters: Filters, instrument: Instrument) -> Choices[StarCard]:
    return Choices(
        "size_group",
        say("Size"),
        say("All"),
        [(g.code, size_group_words(g.code)) for g in instrument.size_scheme.groups],
        lambda card, value: card.evaluation.size_group == value,
        filters.parameters.size_group,
    )


def _version(filters: Filters, instrument: Instrument) -> Choices[StarCard]:
    return Choices(
        "version",
        say("Method version"),
        say("All"),
        [(version, version) for version in instrument.versions],
        lambda card, value: card.evaluation.version == value,
        filters.parameters.version,
    )


def _area(filters: Filters) -> Choices[StarCard]:
    chosen, version = filters.parameters.version, filters.version
    areas: list[tuple[str, Message | LocalText]] = [
        (str(area.no), say("%(no)s. %(name)s", no=str(area.no), name=area.name))
        for area in version.areas
    ]
    return Choices(
        "area",
        say("Area"),
        say("All"),
        areas,
        lambda card, value: str(card.area) == value and has_version(card, chosen, version),
        filters.area,
    )


def _question(filters: Filters) -> Choices[StarCard]:
    chosen, version = filters.parameters.version, filters.version
    questions = version.area(filters.area).questions if filters.area is not None else ()
    return Choices(
        "question",
        say("Question"),
        _any_question(filters.area, bool(questions)),
        [(q.code, say("%(no)s. %(name)s", no=q.code, name=q.label)) for q in questions],
        lambda card, value: card.question == value and has_version(card, chosen, version, value),
        filters.question,
    )


def _any_question(area: int | None, known: bool) -> Message:
    """What stands first among the questions, also where there is nothing to choose."""
    if known:
        return say("All")
    return say("Choose an area first") if area is None else say("The questions are not known")


def _years(
    filters: Filters, cards: Sequence[StarCard]
) -> tuple[Choices[StarCard], Choices[StarCard]]:
    years = [(str(year), str(year)) for year in sorted({c.evaluation.year for c in cards})]
    first, last = filters.parameters.from_, filters.parameters.to
    return (
        Choices(
            "from",
            say("From year"),
            say("First"),
            years,
            lambda card, value: card.evaluation.year >= int(value),
            first,
        ),
        Choices(
            "to",
            say("To year"),
            say("Last"),
            years,
            lambda card, value: card.evaluation.year <= int(value),
            last,
        ),
    )
