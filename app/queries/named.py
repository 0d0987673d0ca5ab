"""The municipalities that somebody names one by one, by their names in addresses or by codes."""

from collections.abc import Sequence

from app.domain.message import say
from app.domain.naming.query import as_code
from app.errors import BadParameter
from app.queries.reading import Reading
from app.queries.search import names

LONGEST_CODE = 20


def named_municipalities(
    reading: Reading, slugs: Sequence[str] | None, codes: Sequence[str] | None
) -> frozenset[str] | None:
    """The slugs of those that are named, or that have or had one of the codes; with both, of those
    that both hold for. None where nobody is named. Five statements, once a release.

    Raises:
        BadParameter: there is no such municipality, or none has or had such a code.
    """
    if slugs is None and codes is None:
        return None
    known = names(reading).municipalities
    found = frozenset(known)
    if slugs is not None:
        if not known.keys() >= set(slugs):
            raise BadParameter(
                "municipality", say("There is no municipality with this name in the register.")
            )
        found &= frozenset(slugs)
    if codes is not None:
        found &= _with_codes(reading, codes)
    return found


def _with_codes(reading: Reading, codes: Sequence[str]) -> frozenset[str]:
    holders: dict[str, set[str]] = {as_code(code) or code: set() for code in codes}
    for slug, municipality in names(reading).municipalities.items():
        for held in municipality.codes:
            if held.code in holders:
                holders[held.code].add(slug)
    for code, slugs in holders.items():
        if not slugs:
            shown = code[:LONGEST_CODE]
            raise BadParameter(
                "code", say("No municipality here has or had the code %(code)s.", code=shown)
            )
    return frozenset(slug for slugs in holders.values() for slug in slugs)
