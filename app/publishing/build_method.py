"""From the method files to the instrument, with everything in them checked against each other."""

from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from app.domain.comparability import ComparabilityRule
from app.domain.groups import GroupScheme
from app.domain.message import say
from app.domain.method import Instrument, MethodVersion
from app.domain.score import Level
from app.publishing.faults import Faults
from app.publishing.parse import Parsed
from app.publishing.shapes import InstrumentShape, MethodShape, RuleShape
from app.records.method import read_instrument, read_rule, read_version

Method = TypeVar("Method", bound=MethodShape)

NUMBERS = list(range(1, 9))
"""The instrument has eight areas in every version."""


def build_instrument(
    rules: Parsed[InstrumentShape],
    methods: Sequence[Parsed[MethodShape]],
    faults: Faults,
    schemes: tuple[GroupScheme, ...] = (),
) -> Instrument:
    """The instrument. What does not fit together is a fault."""
    versions: dict[str, MethodVersion] = {}
    for method in methods:
        check_version(method, faults)
        versions[method.value.version] = read_version(method.value.model_dump())
    _check_rules(rules, versions, faults)
    content = rules.value.model_dump()
    content["comparability"] = [comparability_rule(rule) for rule in rules.value.comparability]
    return read_instrument(content, versions.values(), schemes)


def comparability_rule(shape: RuleShape) -> ComparabilityRule:
    """A rule of a file."""
    content = shape.model_dump()
    return read_rule(content | {"verdicts": {level: content[level] for level in Level}})


def check_version(method: Parsed[Method], faults: Faults) -> None:
    """Notes what is wrong with a version by itself."""
    shape, lines = method.value, method.lines
    if method.name != shape.version:
        faults.add(
            lines.at("version"),
            say(
                "version %(version)s is called %(name)s here",
                version=shape.version,
                name=method.name,
            ),
        )
    if [area.no for area in shape.areas] != NUMBERS:
        faults.add(lines.at("areas"), say("a version has the areas 1 to 8, in that order"))
    if shape.year_to is not None and shape.year_to < shape.year_from:
        faults.add(lines.at("year_to"), say("%(id)s ends before it begins", id=shape.version))
    for position, area in enumerate(shape.areas):
        place = lines.at("areas", position, "questions")
        twice = [code for code, n in Counter(q.code for q in area.questions).items() if n > 1]
        if twice:
            faults.add(place, say("question %(code)s is there twice", code=twice[0]))
        for code in (q.code for q in area.questions):
            if not code.startswith(f"{area.no}."):
                problem = say(
                    "question %(code)s does not belong to area %(no)s", code=code, no=area.no
                )
                faults.add(place, problem)
        if sum(q.max for q in area.questions) > area.max:
            problem = say("the questions of area %(no)s can give more than the area", no=area.no)
            faults.add(place, problem)


def _check_rules(
    rules: Parsed[InstrumentShape], versions: dict[str, MethodVersion], faults: Faults
) -> None:
    shape, lines = rules.value, rules.lines
    if shape.default_family not in {version.family for version in versions.values()}:
        problem = say("there is no family %(family)s", family=shape.default_family)
        faults.add(lines.at("default_family"), problem)
    seen: set[frozenset[str]] = set()
    for position, rule in enumerate(shape.comparability):
        place = lines.at("comparability", position, "versions")
        unknown = [version for version in rule.versions if version not in versions]
        if unknown:
            faults.add(place, say("there is no method version %(version)s", version=unknown[0]))
        pair = frozenset(rule.versions)
        if pair in seen:
            first, second = sorted(rule.versions)
            problem = say(
                "there is a rule for %(first)s and %(second)s already", first=first, second=second
            )
            faults.add(place, problem)
        seen.add(pair)
    _check_sizes(rules, faults)


def _check_sizes(rules: Parsed[InstrumentShape], faults: Faults) -> None:
    """Size groups follow each other without gap or overlap, and the last has no end."""
    groups = rules.value.size_scheme.groups
    wanted = 0
    for position, group in enumerate(groups):
        place = rules.lines.at("size_scheme", "groups", position)
        if group.min != wanted:
            problem = say(
                "size group %(group)s should begin at %(least)s",
                group=group.code,
                least=str(wanted),
            )
            faults.add(place, problem)
        last = position == len(groups) - 1
        if (group.max is None) != last:
            faults.add(place, say("the last size group has no end, and every other has one"))
        wanted = (group.max or 0) + 1
