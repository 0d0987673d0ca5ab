"""Seed files in which everything is known of one evaluation: Hemne 2018 with texts everywhere, and
with the areas of its earlier evaluations. The points of those are made up."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

AREAS: Final = {
    "hemne-2007": [22, 25, 61, 55, 40, 38, 35, 50],
    "hemne-2011": [31, 29, 70, 66, 58, 44, 52, 62],
}
PARAGRAPH: Final = (
    "Kommunen har en praksis som er kjent i hele organisasjonen, og som følges opp hvert år. "
    "Evaluatorene har sett planer, møtereferater og nettsidene, og har snakket med ledere, ansatte "
    "og tillitsvalgte. Arbeidet er godt forankret, men blir ikke alltid evaluert. "
)


def fill(folder: Path) -> None:
    """Adds the texts and points to a copy of the seed folder."""
    for id, points in AREAS.items():
        _change(folder, id, partial(_with_areas, points=points))
    _change(folder, "hemne-2018", _with_texts)


def _change(folder: Path, id: str, change: Callable[[dict[str, Any]], None]) -> None:
    path = folder / "evaluations" / f"{id}.json"
    found = json.loads(path.read_text("utf-8"))
    change(found)
    path.write_text(json.dumps(found, ensure_ascii=False), "utf-8")


def _with_areas(found: dict[str, Any], points: list[int]) -> None:
    found["areas"] = [{"no": no, "stated": stated} for no, stated in enumerate(points, 1)]
    found["total"] = found["total"] or sum(points)
    found["detail"] = "areas"


def _with_texts(found: dict[str, Any]) -> None:
    found["preface"] = {"nb": "\n\n".join([PARAGRAPH.strip() * 2] * 3)}
    found["closing"] = {"nb": "\n\n".join([PARAGRAPH.strip()] * 4)}
    for area in found["areas"]:
        for question in area["questions"]:
            question["text"] = {"nb": f"Spørsmål {question['code']}.\n\n{(PARAGRAPH * 3).strip()}"}
