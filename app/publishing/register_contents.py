"""What the canonical documents of the register and of reference averages say."""

from collections.abc import Iterable

from app.domain.municipality import Change, Municipality, Population
from app.domain.reference import ReferenceAverage
from app.publishing.canonical import Content, day, optional_text, points, text_content


def municipality_content(municipality: Municipality, populations: Iterable[Population]) -> Content:
    """A municipality with its codes and inhabitants."""
    return {
        "slug": municipality.slug,
        "country": municipality.country.value,
        "name": municipality.name,
        "other_names": list(municipality.other_names),
        "earlier_names": list(municipality.earlier_names),
        "qualifier": municipality.qualifier,
        "county": municipality.county,
        "valid_from": day(municipality.valid_from),
        "valid_to": day(municipality.valid_to),
        "latitude": municipality.latitude,
        "longitude": municipality.longitude,
        "codes": [
            {
                "code": code.code,
                "valid_from": day(code.valid_from),
                "valid_to": day(code.valid_to),
                "scheme": code.scheme,
            }
            for code in municipality.codes
        ],
        "populations": [
            {"year": p.year, "inhabitants": p.inhabitants, "source": p.source} for p in populations
        ],
    }


def change_key(change: Change) -> str:
    return f"{change.day.isoformat()}/{change.before}/{change.after}"


def change_content(change: Change) -> Content:
    return {
        "day": change.day.isoformat(),
        "kind": change.kind.value,
        "before": change.before,
        "after": change.after,
        "part": change.part,
        "source": change.source,
        "note": change.note,
    }


def reference_content(average: ReferenceAverage) -> Content:
    return {
        "id": average.id,
        "label": text_content(average.label),
        "country": average.country.value,
        "family": average.family,
        "as_of": average.as_of,
        "statistic": average.statistic.value,
        "n": average.n,
        "size_group": average.size_group,
        "figures": {measure.value: points(value) for measure, value in average.figures.items()},
        "source": {"title": average.source_title, "url": average.source_url},
        "note": optional_text(average.note),
    }
