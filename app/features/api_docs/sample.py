"""A real answer, shortened, with how to ask for the same from a few languages."""

import json
from dataclasses import dataclass
from typing import Any, Final

from app.config import settings
from app.domain.message import Message, say
from app.features.api_docs.recipes import Recipe, of_all, of_one
from app.features.api_docs.release_values import ReleaseValues
from app.queries import method
from app.queries.reading import Reading
from app.web.api.evaluation_document import EvaluationOut
from app.web.api.formats import API_ROOT
from app.web.api.schemas import Context

_SHOWN: Final = (
    "id",
    "municipality",
    "year",
    "method_version",
    "method_version_basis",
    "detail",
    "population",
    "size_group",
    "total",
    "areas",
    "gold_stars",
    "discrepancies",
    "source",
)
"""Fields of the sample; the rest is in the answer itself."""
_LINE: Final = 88
"""The longest line of the sample that holds several values."""


@dataclass(frozen=True, slots=True)
class Sample:
    """An evaluation of the release as the API answers it: each list cut to its first item."""

    path: str
    municipality: str
    text: str
    recipes: tuple[Recipe, ...]
    table_recipes: tuple[Recipe, ...]

    @property
    def heading(self) -> Message:
        return say("%(name)s in one call", name=self.municipality)


def sample(reading: Reading, values: ReleaseValues, language: str) -> Sample | None:
    """Of the newest evaluation of which most is known; None where nothing is published."""
    found, whose = values.shown, values.whose
    if found is None or whose is None:
        return None
    site = settings().site_address
    context = Context(
        language=language,
        release=reading.release,
        municipalities={whose.slug: whose},
        versions=method.instrument(reading).versions,
    )
    whole = EvaluationOut.model_validate(found, context=context).model_dump(mode="json")
    shown = {"release": reading.release.number, **{name: whole[name] for name in _SHOWN}}
    return Sample(
        path=f"{API_ROOT}/evaluations/{found.id}",
        municipality=whose.label,
        text=laid_out(_shortened(shown)),
        recipes=of_one(site, whose.slug),
        table_recipes=of_all(site, values.newest_version),
    )


def _shortened(value: Any) -> Any:
    """The first of every list."""
    if isinstance(value, dict):
        return {key: _shortened(one) for key, one in value.items()}
    return [_shortened(one) for one in value[:1]] if isinstance(value, list) else value


def laid_out(value: Any, before: str = "") -> str:
    """JSON with as much on a line as can be read."""
    line = json.dumps(value, ensure_ascii=False)
    if len(before) + len(line) <= _LINE or not isinstance(value, dict | list) or not value:
        return line
    inner = before + "  "
    if isinstance(value, list):
        parts = [laid_out(one, inner) for one in value]
        ends = "[]"
    else:
        parts = [f"{json.dumps(key)}: {laid_out(one, inner)}" for key, one in value.items()]
        ends = "{}"
    return ends[0] + ",".join(f"\n{inner}{part}" for part in parts) + f"\n{before}{ends[1]}"
