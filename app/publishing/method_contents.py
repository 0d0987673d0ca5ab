"""What the canonical documents of the instrument say; also how it is stored."""

from app.domain.comparability import ComparabilityRule
from app.domain.method import AreaDefinition, Instrument, MethodVersion
from app.publishing.canonical import Content, optional_text, points, text_content


def version_content(version: MethodVersion) -> Content:
    """A method version, whole."""
    return {
        "version": version.version,
        "family": version.family,
        "year_from": version.year_from,
        "year_to": version.year_to,
        "indicator_count": version.indicator_count,
        "source": version.source,
        "summary": text_content(version.summary),
        "areas": [_area(area) for area in version.areas],
    }


def _area(area: AreaDefinition) -> Content:
    return {
        "no": area.no,
        "max": points(area.max),
        "name": text_content(area.name),
        "short": optional_text(area.short),
        "definition": optional_text(area.definition),
        "note": optional_text(area.note),
        "questions": [
            {"code": q.code, "label": text_content(q.label), "max": points(q.max)}
            for q in area.questions
        ],
    }


def instrument_content(instrument: Instrument) -> Content:
    """The rules between method versions; the versions are records of their own."""
    scheme = instrument.size_scheme
    return {
        "default_family": instrument.default_family,
        "size_scheme": {
            "code": scheme.code,
            "basis": text_content(scheme.basis),
            "groups": [
                {"code": group.code, "min": group.minimum, "max": group.maximum}
                for group in scheme.groups
            ],
        },
        "scoring_note": text_content(instrument.scoring_note),
        "criteria": [
            {"code": c.code, "name": text_content(c.name), "asks": text_content(c.asks)}
            for c in instrument.criteria
        ],
        "unlisted_reason": text_content(instrument.comparability.unlisted_reason),
        "comparability": [_rule(rule) for rule in instrument.comparability.rules],
    }


def _rule(rule: ComparabilityRule) -> Content:
    return {
        "versions": sorted(rule.versions),
        "verdicts": {level.value: verdict.value for level, verdict in rule.verdicts.items()},
        "reason": text_content(rule.reason),
        "source": rule.source,
        "level_reasons": {
            level.value: text_content(reason) for level, reason in rule.level_reasons.items()
        },
    }
