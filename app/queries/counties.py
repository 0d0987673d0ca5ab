"""The counties with their municipalities, of today and of before."""

from app.domain.county import County
from app.domain.municipality import Country, Municipality, alphabetical
from app.queries import evaluations, register
from app.queries.memory import remembered
from app.queries.reading import Reading


@remembered
def counties(reading: Reading) -> tuple[County, ...]:
    """Every county that a municipality lies in or lay in, by country and name. Six statements, and
    those of the evaluations."""
    evaluated = evaluations.summaries(reading).municipalities
    everybody = (
        *register.listed_municipalities(reading, evaluated).values(),
        *register.never_evaluated(reading),
    )
    found: dict[tuple[Country, str], list[Municipality]] = {}
    for one in sorted(everybody, key=lambda m: (alphabetical(m.label), m.slug)):
        found.setdefault((one.country, one.county), []).append(one)
    return tuple(
        County(
            country,
            name,
            tuple(m for m in found[country, name] if m.is_current),
            tuple(m for m in found[country, name] if not m.is_current),
        )
        for country, name in sorted(found, key=lambda key: (key[0], alphabetical(key[1])))
    )
