"""Groups that others publish: what they are called, why one counts, and of whom we know."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from app.domain.groups import (
    EvaluationGroup,
    Group,
    GroupBasis,
    GroupCount,
    GroupScheme,
    SchemeVersion,
)
from app.domain.message import LocalText
from app.domain.method import Instrument
from app.domain.municipality import GroupMembership
from app.domain.peers import SetScope, comparison_set
from app.domain.wording.groups import (
    GroupLine,
    count_words,
    group_quote,
    groups_of_evaluation,
    groups_of_municipality,
    scheme_words,
)
from app.features.averages.set_wording import make_up_words
from tests.domain.counts import EVERYBODY_KNOWN
from tests.domain.examples import evaluation, summary
from tests.wording.examples import NORWAY, TOTAL, Example, Said, municipality
from tests.wording.examples import instrument as without_groups

SEVEN = Group("kostra-2020", "EKG07", LocalText({"nb": "KOSTRA-gruppe 7"}))
NAMELESS = Group("kostra-2020", "EKG08")
COUNTS = {SEVEN.key: GroupCount(27, 3)}


def instrument() -> Instrument:
    """With one official scheme beside size."""
    version = SchemeVersion("2020", date(2020, 1, 1), None, "A list", None)
    groups = (SEVEN, NAMELESS)
    name = LocalText({"nb": "KOSTRA-grupper"})
    scheme = GroupScheme("kostra-2020", NORWAY, name, "SSB", (version,), groups)
    return replace(without_groups(), official_schemes=(scheme,))


def counted(
    basis: GroupBasis, group: Group = SEVEN, counts: Mapping[str, GroupCount] | None = None
) -> Said:
    """The first group that an evaluation of 2018 counts in."""
    own = EvaluationGroup(group.scheme, "2020", group.code, basis)
    result = replace(evaluation({}, 433), groups=(own,), size_group=None)
    return _said(groups_of_evaluation(instrument(), result, counts or {})[0])


def held() -> Said:
    """The group of a municipality today."""
    own = GroupMembership(SEVEN.scheme, "2020", SEVEN.code, date(2020, 1, 1), None)
    grouped = replace(municipality(), groups=(own,))
    return _said(groups_of_municipality(instrument(), grouped, {})[0])


def _said(line: GroupLine) -> Said:
    return (line.words, line.count) if line.count else (line.words,)


def set_of_group() -> Said:
    one = replace(summary("hemne", 433), official_groups=(SEVEN.key,))
    scope = SetScope(frozenset((NORWAY,)), "2", group=SEVEN)
    chosen = comparison_set(scope, [one], (TOTAL,), EVERYBODY_KNOWN)
    return make_up_words(chosen, None, None, instrument())[1]


def quoted(evaluated: int) -> Said:
    """The sentence to print of a group."""
    said = group_quote(LocalText({"nb": "Gruppe 7"}), GroupCount(27, evaluated))
    assert said is not None
    return said


EXAMPLES = (
    Example(
        "group-quote",
        lambda: quoted(3),
        {
            "nb": "Gruppe 7: 3 av dagens 27 kommuner er evaluert med Kommunekompasset, så vidt vi "
            "vet. Evalueringen handler om hvordan en kommune styres og ledes, ikke om hvor gode "
            "tjenestene er.",
            "en": "Gruppe 7: 3 of the 27 municipalities of today have been evaluated with "
            "Kommunekompasset, as far as is known. The evaluation is of how a municipality is "
            "governed and led, not of the quality of its services.",
        },
    ),
    Example(
        "group-quote-one",
        lambda: quoted(1),
        {
            "nb": "Gruppe 7: 1 av dagens 27 kommuner er evaluert med Kommunekompasset, så vidt vi "
            "vet. Evalueringen handler om hvordan en kommune styres og ledes, ikke om hvor gode "
            "tjenestene er.",
            "en": "Gruppe 7: 1 of the 27 municipalities of today has been evaluated with "
            "Kommunekompasset, as far as is known. The evaluation is of how a municipality is "
            "governed and led, not of the quality of its services.",
        },
    ),
    Example(
        "group-in-force-with-count",
        lambda: counted(GroupBasis.IN_FORCE, counts=COUNTS),
        {
            "nb": "SSB: KOSTRA-gruppe 7 (inndelingen fra 2020) 3 av de 27 som er i gruppen i dag, "
            "er evaluert, så vidt vi vet.",
            "nn": "SSB: KOSTRA-gruppe 7 (inndelinga frå 2020) 3 av dei 27 som er i gruppa i dag, "
            "er evaluerte, så vidt vi veit.",
            "sv": "SSB: KOSTRA-gruppe 7 (indelningen från 2020) 3 av de 27 som hör till gruppen i "
            "dag har utvärderats, så vitt vi vet.",
            "en": "SSB: KOSTRA-gruppe 7 (grouping of 2020) 3 of the 27 in the group today are "
            "evaluated, as far as we know.",
        },
    ),
    Example(
        "group-count-one",
        lambda: count_words(GroupCount(27, 1)),
        {
            "nb": "1 av de 27 som er i gruppen i dag, er evaluert, så vidt vi vet.",
            "en": "1 of the 27 in the group today is evaluated, as far as we know.",
        },
    ),
    Example(
        "group-count-none",
        lambda: count_words(GroupCount(27, 0)),
        {
            "nb": "Vi kjenner ikke til noen evaluering av de 27 kommunene i gruppen i dag.",
            "en": "We know of no evaluation of the 27 municipalities in the group today.",
        },
    ),
    Example(
        "group-of-one",
        lambda: count_words(GroupCount(1, 1)),
        {
            "nb": "Den eneste kommunen i gruppen i dag er evaluert, så vidt vi vet.",
            "en": "The only municipality in the group today is evaluated, as far as we know.",
        },
    ),
    Example(
        "group-of-one-not-known",
        lambda: count_words(GroupCount(1, 0)),
        {
            "nb": "Vi kjenner ikke til noen evaluering av den eneste kommunen i gruppen i dag.",
            "en": "We know of no evaluation of the only municipality in the group today.",
        },
    ),
    Example(
        "group-derived",
        lambda: counted(GroupBasis.DERIVED),
        {
            "nb": "SSB: KOSTRA-gruppe 7 (inndelingen fra 2020; følger av en senere liste)",
            "nn": "SSB: KOSTRA-gruppe 7 (inndelinga frå 2020; følgjer av ei seinare liste)",
            "sv": "SSB: KOSTRA-gruppe 7 (indelningen från 2020; följer av en senare lista)",
            "en": "SSB: KOSTRA-gruppe 7 (grouping of 2020; follows from a later list)",
        },
    ),
    Example(
        "group-later-without-name",
        lambda: counted(GroupBasis.LATER, NAMELESS),
        {
            "nb": "SSB: gruppe EKG08 (inndelingen fra 2020; vi har ingen fra 2018)",
            "nn": "SSB: gruppe EKG08 (inndelinga frå 2020; vi har inga frå 2018)",
            "sv": "SSB: grupp EKG08 (indelningen från 2020; vi har ingen från 2018)",
            "en": "SSB: group EKG08 (grouping of 2020; we have none of 2018)",
        },
    ),
    Example(
        "group-of-a-municipality",
        held,
        {
            "nb": "SSB: KOSTRA-gruppe 7 (inndelingen fra 2020)",
            "nn": "SSB: KOSTRA-gruppe 7 (inndelinga frå 2020)",
            "sv": "SSB: KOSTRA-gruppe 7 (indelningen från 2020)",
            "en": "SSB: KOSTRA-gruppe 7 (grouping of 2020)",
        },
    ),
    Example(
        "group-scheme-size",
        lambda: scheme_words(instrument().group_scheme("size")),
        {"nb": "Størrelse", "en": "Size"},
    ),
    Example(
        "set-of-a-group",
        set_of_group,
        {
            "nb": "Bare de som hørte til KOSTRA-gruppe 7 (SSB) da de ble evaluert.",
            "en": "Only those that counted in KOSTRA-gruppe 7 (SSB) when they were evaluated.",
        },
    ),
)
