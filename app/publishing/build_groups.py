"""From the file of schemes to schemes of groups, and what else is known of municipalities."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any, TypeVar

from app.domain.groups import SIZE, GroupScheme
from app.domain.message import say
from app.domain.municipality import (
    GroupMembership,
    Municipality,
    OfficialName,
    OfficialPeers,
    SurfaceArea,
    TaxBase,
)
from app.publishing.detail_rows import DetailRows, MembershipEntry, PeerEntry
from app.publishing.faults import Faults, LineOfFile
from app.publishing.parse import Parsed
from app.publishing.register_rows import FileLine, RowShape
from app.publishing.shapes import GroupSchemeShape
from app.publishing.state import Register
from app.records.method import read_schemes

Row = TypeVar("Row", bound=RowShape)
Key = TypeVar("Key")


def build_schemes(
    file: Parsed[list[GroupSchemeShape]] | None, faults: Faults
) -> tuple[GroupScheme, ...]:
    """The schemes in the order of the file. What does not fit together is a fault."""
    if file is None:
        return ()
    contents = []
    for position, shape in enumerate(file.value):
        _check_scheme(file, position, shape, faults)
        content = shape.model_dump() | {"position": position}
        content["groups"] = [{**group, "scheme": shape.id} for group in content["groups"]]
        contents.append(content)
    return read_schemes(contents)


def _check_scheme(
    file: Parsed[list[GroupSchemeShape]], position: int, shape: GroupSchemeShape, faults: Faults
) -> None:
    def at(*way: str | int) -> LineOfFile:
        return file.lines.at(position, *way)

    if shape.id == SIZE or shape.id in [other.id for other in file.value[:position]]:
        faults.add(at("id"), say("%(id)s is there twice", id=shape.id))
    for code, n in Counter(group.code for group in shape.groups).items():
        if n > 1:
            faults.add(at("groups"), say("group %(code)s is there twice", code=code))
    for number, version in enumerate(shape.versions):
        if version.valid_to is not None and version.valid_to < version.valid_from:
            problem = say("%(id)s ends before it begins", id=version.version)
            faults.add(at("versions", number), problem)
        if number and shape.versions[number - 1].valid_to != version.valid_from - timedelta(1):
            problem = say(
                "version %(version)s should begin when the one before it has ended",
                version=version.version,
            )
            faults.add(at("versions", number), problem)


def with_details(
    register: Register, rows: DetailRows, schemes: Sequence[GroupScheme], faults: Faults
) -> Register:
    """The register with what else is known of its municipalities."""
    held = register.municipalities
    by_scheme = {scheme.id: scheme for scheme in schemes}
    for line in rows.memberships:
        _check_membership(line, held, by_scheme, faults)
    for peer in rows.peers:
        _check_peer(peer, held, faults)
    _check_twice(rows.peers, lambda row: (row.slug, row.kind, row.year, row.peer), faults)
    _check_twice(rows.tax_bases, lambda row: (row.slug, row.year), faults)
    _check_twice(rows.names, lambda row: (row.slug, row.position), faults)
    memberships = _by_slug(rows.memberships, held, faults)
    _check_turns(memberships, faults)
    peers, names = _by_slug(rows.peers, held, faults), _by_slug(rows.names, held, faults)
    _check_names(names, held, faults)
    taxed = _by_slug(rows.tax_bases, held, faults)
    areas = _once(rows.areas, held, faults)
    forms = _once(rows.language_forms, held, faults)
    found = {
        slug: replace(
            municipality,
            groups=_memberships(memberships.get(slug, ()), by_scheme),
            peers=_peers(peers.get(slug, ())),
            tax_bases=tuple(
                TaxBase(line.row.year, line.row.per_inhabitant)
                for line in sorted(taxed.get(slug, ()), key=lambda line: line.row.year)
            ),
            area=SurfaceArea(**areas[slug].row.model_dump(exclude={"slug"}))
            if slug in areas
            else None,
            language_form=forms[slug].row.form if slug in forms else None,
            names=tuple(
                OfficialName(line.row.name, line.row.language, line.row.source)
                for line in sorted(names.get(slug, ()), key=lambda line: line.row.position)
            ),
        )
        for slug, municipality in held.items()
    }
    return Register(found, register.populations, register.changes)


def _by_slug(
    lines: Iterable[FileLine[Row]], held: Mapping[str, Municipality], faults: Faults
) -> dict[str, list[FileLine[Row]]]:
    found: dict[str, list[FileLine[Row]]] = defaultdict(list)
    for line in lines:
        slug = _slug(line)
        if slug not in held:
            faults.add(line.place, say("there is no municipality %(slug)s", slug=slug))
        found[slug].append(line)
    return found


def _slug(line: FileLine[Any]) -> str:
    slug: str = line.row.slug
    return slug


def _once(
    lines: Iterable[FileLine[Row]], held: Mapping[str, Municipality], faults: Faults
) -> dict[str, FileLine[Row]]:
    found = _by_slug(lines, held, faults)
    for slug, own in found.items():
        for line in own[1:]:
            faults.add(line.place, say("%(id)s is there twice", id=slug))
    return {slug: own[0] for slug, own in found.items()}


def _check_membership(
    line: FileLine[MembershipEntry],
    held: Mapping[str, Municipality],
    schemes: Mapping[str, GroupScheme],
    faults: Faults,
) -> None:
    row, scheme = line.row, schemes.get(line.row.scheme)
    if scheme is None:
        faults.add(line.place, say("there is no grouping %(scheme)s", scheme=row.scheme))
        return
    if row.code not in {group.code for group in scheme.groups}:
        problem = say("grouping %(scheme)s has no group %(code)s", scheme=row.scheme, code=row.code)
        faults.add(line.place, problem)
    if row.slug in held and scheme.country not in (None, held[row.slug].country):
        problem = say(
            "grouping %(scheme)s is of another country than %(slug)s",
            scheme=row.scheme,
            slug=row.slug,
        )
        faults.add(line.place, problem)
    version = next((found for found in scheme.versions if found.version == row.version), None)
    if version is None:
        problem = say(
            "grouping %(scheme)s has no version %(version)s",
            scheme=row.scheme,
            version=row.version,
        )
        faults.add(line.place, problem)
    elif row.valid_from < version.valid_from or (
        version.valid_to is not None and (row.valid_to is None or row.valid_to > version.valid_to)
    ):
        problem = say(
            "version %(version)s of %(scheme)s does not hold all that time",
            version=row.version,
            scheme=row.scheme,
        )
        faults.add(line.place, problem)


def _check_turns(
    memberships: Mapping[str, Sequence[FileLine[MembershipEntry]]], faults: Faults
) -> None:
    """A municipality is in one group of a scheme at a time."""
    for slug, lines in memberships.items():
        ordered = sorted(lines, key=lambda line: (line.row.scheme, line.row.valid_from))
        for before, after in pairwise(ordered):
            last = before.row.valid_to
            if before.row.scheme == after.row.scheme and (
                last is None or last >= after.row.valid_from
            ):
                problem = say(
                    "%(slug)s is in a group of %(scheme)s at that time already",
                    slug=slug,
                    scheme=after.row.scheme,
                )
                faults.add(after.place, problem)


def _check_twice(
    lines: Iterable[FileLine[Row]], key: Callable[[Row], tuple[object, ...]], faults: Faults
) -> None:
    seen = set()
    for line in lines:
        if key(line.row) in seen:
            named = " ".join(map(str, key(line.row)))
            faults.add(line.place, say("%(id)s is there twice", id=named))
        seen.add(key(line.row))


def _check_peer(
    line: FileLine[PeerEntry], held: Mapping[str, Municipality], faults: Faults
) -> None:
    if line.row.peer not in held:
        faults.add(line.place, say("there is no municipality %(slug)s", slug=line.row.peer))
    if line.row.peer == line.row.slug:
        faults.add(
            line.place,
            say("%(slug)s cannot be like itself", slug=line.row.slug),
        )


def _check_names(
    names: Mapping[str, Sequence[FileLine[Any]]],
    held: Mapping[str, Municipality],
    faults: Faults,
) -> None:
    """The names are those of the municipality, each once."""
    for slug, lines in names.items():
        if slug not in held:
            continue
        known = [held[slug].name, *held[slug].other_names]
        if sorted(line.row.name for line in lines) != sorted(known):
            problem = say(
                "the names of %(slug)s are others: %(names)s", slug=slug, names=", ".join(known)
            )
            faults.add(lines[0].place, problem)


def _memberships(
    lines: Iterable[FileLine[MembershipEntry]], schemes: Mapping[str, GroupScheme]
) -> tuple[GroupMembership, ...]:
    """In the order of the schemes, oldest first."""
    order = {scheme: position for position, scheme in enumerate(schemes)}
    found = [
        GroupMembership(
            row.scheme,
            row.version,
            row.code,
            row.valid_from,
            row.valid_to,
            row.derived == "yes",
            row.index,
        )
        for row in (line.row for line in lines)
    ]
    return tuple(sorted(found, key=lambda m: (order.get(m.scheme, 0), m.valid_from)))


def _peers(lines: Iterable[FileLine[PeerEntry]]) -> tuple[OfficialPeers, ...]:
    by_list = _grouped((line.row for line in lines), lambda row: (row.kind, row.year))
    return tuple(
        OfficialPeers(kind, year, tuple(sorted(row.peer for row in rows)))
        for (kind, year), rows in sorted(by_list.items())
    )


def _grouped(
    rows: Iterable[PeerEntry], key: Callable[[PeerEntry], Key]
) -> dict[Key, list[PeerEntry]]:
    found: dict[Key, list[PeerEntry]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found
