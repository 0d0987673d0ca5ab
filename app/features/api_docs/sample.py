"""A real answer, shortened, and how to ask for the same from a few languages."""

import json
from dataclasses import dataclass
from typing import Any, Final

from app.config import settings
from app.domain.evaluation import DetailLevel, EvaluationSummary
from app.domain.message import Message, say
from app.queries import evaluations, method, register
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
_MOST_DETAILED: Final = (
    DetailLevel.QUESTIONS,
    DetailLevel.AREAS,
    DetailLevel.SOME_AREAS,
    DetailLevel.TOTAL,
)


@dataclass(frozen=True, slots=True)
class Recipe:
    """A text to copy, with the name of the language it is written in."""

    id: str
    language: str
    code: str


@dataclass(frozen=True, slots=True)
class Sample:
    """An evaluation of the release as the API answers it: each list cut to its first item."""

    path: str
    municipality: str
    municipality_path: str
    text: str
    recipes: tuple[Recipe, ...]
    table_recipes: tuple[Recipe, ...]

    @property
    def heading(self) -> Message:
        return say("%(name)s in one call", name=self.municipality)


def sample(reading: Reading, language: str) -> Sample | None:
    """Of the newest evaluation of which most is known; None where nothing is published."""
    chosen = _chosen(reading)
    found = evaluations.evaluation(reading, chosen.id) if chosen else None
    if chosen is None or found is None:
        return None
    path = f"{API_ROOT}/municipalities/{chosen.municipality}"
    site = settings().site_address
    context = Context(
        language=language,
        release=reading.release,
        municipalities=register.municipalities(reading, [chosen.municipality]),
        versions=method.instrument(reading).versions,
    )
    whole = EvaluationOut.model_validate(found, context=context).model_dump(mode="json")
    shown = {"release": reading.release.number, **{name: whole[name] for name in _SHOWN}}
    return Sample(
        path=f"{API_ROOT}/evaluations/{chosen.id}",
        municipality=chosen.name,
        municipality_path=path,
        text=_laid_out(_shortened(shown)),
        recipes=_of_one(f"{site}{path}"),
        table_recipes=_of_all(f"{site}{API_ROOT}/evaluations"),
    )


def _chosen(reading: Reading) -> EvaluationSummary | None:
    table = evaluations.summaries(reading)
    for detail in _MOST_DETAILED:
        having = sorted(table.where("detail", detail), key=lambda one: (-one.year, one.id))
        if having:
            return having[0]
    return None


def _shortened(value: Any) -> Any:
    """The first of every list."""
    if isinstance(value, dict):
        return {key: _shortened(one) for key, one in value.items()}
    return [_shortened(one) for one in value[:1]] if isinstance(value, list) else value


def _laid_out(value: Any, before: str = "") -> str:
    """JSON with as much on a line as can be read."""
    line = json.dumps(value, ensure_ascii=False)
    if len(before) + len(line) <= _LINE or not isinstance(value, dict | list) or not value:
        return line
    inner = before + "  "
    if isinstance(value, list):
        parts = [_laid_out(one, inner) for one in value]
        ends = "[]"
    else:
        parts = [f"{json.dumps(key)}: {_laid_out(one, inner)}" for key, one in value.items()]
        ends = "{}"
    return ends[0] + ",".join(f"\n{inner}{part}" for part in parts) + f"\n{before}{ends[1]}"


def _of_one(address: str) -> tuple[Recipe, ...]:
    return (
        Recipe("recipe-curl", "curl", f'curl -s "{address}"'),
        Recipe(
            "recipe-python",
            "Python",
            "import json\n"
            "from urllib.request import urlopen\n\n"
            f'with urlopen("{address}") as answer:\n'
            "    municipality = json.load(answer)\n\n"
            'for one in municipality["evaluations"]:\n'
            '    print(one["year"], one["method_version"], one["total"]["score"])',
        ),
        Recipe(
            "recipe-r",
            "R",
            "library(jsonlite)\n\n"
            f'municipality <- fromJSON("{address}")\n'
            "evaluations <- municipality$evaluations\n"
            "data.frame(\n"
            "  year = evaluations$year,\n"
            "  method_version = evaluations$method_version,\n"
            "  score = evaluations$total$score\n"
            ")",
        ),
    )


def _of_all(address: str) -> tuple[Recipe, ...]:
    return (
        Recipe("table-curl", "curl", f'curl -sO "{address}.csv"'),
        Recipe(
            "table-python",
            "Python",
            f'import pandas\n\nevaluations = pandas.read_csv("{address}.csv", '
            'dtype={"code": str})',
        ),
        Recipe(
            "table-r",
            "R",
            f'evaluations <- read.csv("{address}.csv", colClasses = c(code = "character"))',
        ),
    )
