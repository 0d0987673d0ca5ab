"""What the files of the seed say, read without any code of the site."""

import json
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

SEED = Path(__file__).parents[3] / "seed"
Points = Decimal | None


def evaluation(id: str) -> dict[str, Any]:
    return _read(SEED / "evaluations" / f"{id}.json")


def ids() -> list[str]:
    return sorted(path.stem for path in (SEED / "evaluations").glob("*.json"))


def references() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(_text(SEED / "reference-averages.json"))
    return found


def _read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_text(path), parse_float=Decimal, parse_int=Decimal)
    return found


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def area(found: dict[str, Any], no: int) -> Points:
    """The sum of the questions where there are any, else what is printed."""
    for one in found.get("areas", []):
        if int(one["no"]) == no:
            scores = [question["score"] for question in one.get("questions", [])]
            if scores and None not in scores:
                return sum(scores, Decimal(0))
            stated: Points = one.get("stated")
            return stated
    return None


def total(found: dict[str, Any]) -> Points:
    """The sum of all questions where every area has them, else what is printed."""
    areas = found.get("areas", [])
    if len(areas) == 8 and all(one.get("questions") for one in areas):
        return sum((area(found, no) or Decimal(0) for no in range(1, 9)), Decimal(0))
    stated: Points = found.get("total")
    return stated


def findings(found: dict[str, Any], kind: str) -> list[tuple[int, str]]:
    """The first of each area in order, then the second of each: strengths from those with the most
    points, the others from those with the fewest."""
    areas = [one for one in found.get("areas", []) if one.get("findings", {}).get(kind)]
    sign = -1 if kind == "strengths" else 1
    areas.sort(key=lambda one: (sign * (area(found, int(one["no"])) or 0), one["no"]))
    most = max((len(one["findings"][kind]) for one in areas), default=0)
    return [
        (int(one["no"]), one["findings"][kind][at])
        for at in range(most)
        for one in areas
        if at < len(one["findings"][kind])
    ]


def rounded(value: Decimal, decimals: int = 0) -> str:
    return str(value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))
