"""The tables of groups: schemes, who is in which, and what else official lists say of who is
alike."""

from app.domain.evaluation import Evaluation
from app.domain.groups import EvaluationGroup, Group, GroupScheme, SchemeVersion
from app.domain.message import LocalText, Message, say
from app.domain.municipality import GroupMembership, OfficialName, TaxBase
from app.features.data.columns import (
    COUNTRY,
    MUNICIPALITY,
    NOTE,
    POSITION,
    code,
    day,
    local_texts,
    of_evaluation,
    text,
    whole,
    yes_no,
)
from app.features.data.holdings import DatasetPart, ReleaseSlice
from app.web.api.tables import Field, table

_SCHEME = say("The way of grouping")
_GROUP = say("The code of the group")
_VERSION = say("The version of the grouping")
_FROM = say("The first day it is in force")
_TO = say("The last day it is in force; empty where it still is")


def scheme_parts(records: ReleaseSlice) -> tuple[DatasetPart, ...]:
    """The ways of grouping that others publish, and their groups."""
    return (_schemes(records), _versions(records), _groups(records))


def membership_parts(records: ReleaseSlice) -> tuple[DatasetPart, ...]:
    """What is known of municipalities besides who they are."""
    return (_memberships(records), _names(records), _peers(records), _tax_bases(records))


def evaluation_group_parts(records: ReleaseSlice) -> tuple[DatasetPart, ...]:
    """The groups that evaluations count in."""
    fields: tuple[Field[tuple[Evaluation, EvaluationGroup]], ...] = (
        of_evaluation(),
        code("scheme", _SCHEME, lambda row: row[1].scheme),
        code("group", _GROUP, lambda row: row[1].code),
        code("version", _VERSION, lambda row: row[1].version),
        text(
            "basis",
            say("Whether that grouping was in force, is derived from a later list, or is later"),
            lambda row: row[1].basis.value,
        ),
    )
    rows = [(e, counted) for e in records.evaluations for counted in e.groups]
    found = table("evaluation_groups", say("Groups that evaluations count in"), fields, rows)
    return (DatasetPart(found, ("evaluation", "scheme"), ("evaluations", "groups")),)


def _schemes(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[GroupScheme], ...] = (
        code("scheme", _SCHEME, lambda s: s.id),
        code("country", COUNTRY, lambda s: s.country.value if s.country else None),
        text("publisher", say("Who publishes it"), lambda s: s.publisher),
        *local_texts("name", say("Name"), lambda s: s.name),
        *local_texts("note", NOTE, lambda s: s.note),
    )
    found = table(
        "group_schemes",
        say("Ways of grouping municipalities"),
        fields,
        records.instrument.official_schemes,
    )
    return DatasetPart(found, ("scheme",))


def _versions(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[tuple[str, SchemeVersion]], ...] = (
        code("scheme", _SCHEME, lambda row: row[0]),
        code("version", _VERSION, lambda row: row[1].version),
        day("valid_from", _FROM, lambda row: row[1].valid_from),
        day("valid_to", _TO, lambda row: row[1].valid_to),
        text("source_title", say("The source of the figures"), lambda row: row[1].source),
        text("source_url", say("Where the source is found"), lambda row: row[1].url),
    )
    rows = [(s.id, version) for s in records.instrument.official_schemes for version in s.versions]
    found = table("group_scheme_versions", say("Versions of the groupings"), fields, rows)
    return DatasetPart(found, ("scheme", "version"), ("group_schemes",))


def _groups(records: ReleaseSlice) -> DatasetPart:
    def texts(name: str, meaning: Message, attribute: str) -> tuple[Field[Group], ...]:
        def value(group: Group) -> LocalText | None:
            found: LocalText | None = getattr(group, attribute)
            return found

        return local_texts(name, meaning, value)

    fields: tuple[Field[Group], ...] = (
        code("scheme", _SCHEME, lambda g: g.scheme),
        code("group", _GROUP, lambda g: g.code),
        *texts("name", say("Name"), "name"),
        *texts("description", say("What puts a municipality in it, in our words"), "description"),
        *texts("part_of", say("The main group that it is part of"), "part_of"),
    )
    rows = [group for s in records.instrument.official_schemes for group in s.groups]
    found = table("groups", say("Groups of municipalities"), fields, rows)
    return DatasetPart(found, ("scheme", "group"), ("group_schemes",))


def _memberships(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[tuple[str, int, GroupMembership]], ...] = (
        code("municipality", MUNICIPALITY, lambda row: row[0]),
        whole("position", POSITION, lambda row: row[1]),
        code("scheme", _SCHEME, lambda row: row[2].scheme),
        code("group", _GROUP, lambda row: row[2].code),
        code("version", _VERSION, lambda row: row[2].version),
        day("valid_from", _FROM, lambda row: row[2].valid_from),
        day("valid_to", _TO, lambda row: row[2].valid_to),
        yes_no(
            "derived", say("Whether it follows from a list of later years"), lambda r: r[2].derived
        ),
        whole(
            "index",
            say("The figure that it follows from, where that is published"),
            lambda row: row[2].index,
        ),
    )
    rows = [
        (m.slug, position, held)
        for m in records.municipalities
        for position, held in enumerate(m.groups, 1)
    ]
    found = table("group_memberships", say("Who is in which group"), fields, rows)
    return DatasetPart(found, ("municipality", "position"), ("municipalities", "groups"))


def _names(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[tuple[str, int, OfficialName]], ...] = (
        code("municipality", MUNICIPALITY, lambda row: row[0]),
        whole("position", POSITION, lambda row: row[1]),
        text("name", say("Name"), lambda row: row[2].name),
        code(
            "language",
            say("The language of the name; empty where the source does not say"),
            lambda row: row[2].language,
        ),
        text("source", say("Where it was read"), lambda row: row[2].source),
    )
    rows = [
        (m.slug, position, name)
        for m in records.municipalities
        for position, name in enumerate(m.names, 1)
    ]
    found = table("names", say("Names side by side"), fields, rows)
    return DatasetPart(found, ("municipality", "position"), ("municipalities",))


def _peers(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[tuple[str, str, int, str]], ...] = (
        code("municipality", MUNICIPALITY, lambda row: row[0]),
        text("kind", say("Similar overall, or socioeconomically"), lambda row: row[1]),
        whole("year", say("Year"), lambda row: row[2]),
        code("peer", say("The other municipality, by the name in its address"), lambda r: r[3]),
    )
    rows = [
        (m.slug, listed.kind, listed.year, peer)
        for m in records.municipalities
        for listed in m.peers
        for peer in listed.peers
    ]
    found = table("official_peers", say("Similar according to an official list"), fields, rows)
    return DatasetPart(found, ("municipality", "kind", "year", "peer"), ("municipalities",))


def _tax_bases(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[tuple[str, TaxBase]], ...] = (
        code("municipality", MUNICIPALITY, lambda row: row[0]),
        whole("year", say("Year"), lambda row: row[1].year),
        whole(
            "per_inhabitant",
            say("Taxable income per inhabitant, in SEK of that year"),
            lambda row: row[1].per_inhabitant,
        ),
    )
    rows = [(m.slug, base) for m in records.municipalities for base in m.tax_bases]
    found = table("tax_bases", say("Tax bases"), fields, rows)
    return DatasetPart(found, ("municipality", "year"), ("municipalities",))
