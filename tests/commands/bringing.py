"""Files that are brought in, made of what the seed folder holds."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl

from tests.databases import SEED

BY = ("--by", "Kontor A", "--approved-by", "Kontor B")
SEEN = ("--acknowledge", "all")

NEW = {
    "municipality": "lom",
    "year": 2019,
    "method_version": "2.1",
    "method_version_basis": "stated",
    "detail": "areas",
    "report_number": None,
    "source": {"title": "Rapport", "url": "https://example.org/rapport"},
    "total": 400,
    "areas": [{"no": no, "stated": 50} for no in range(1, 9)],
}
"""A made-up evaluation whose parts agree."""


def document(id: str) -> dict[str, Any]:
    """An evaluation as the seed folder has it."""
    text = (SEED / "evaluations" / f"{id}.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def written(folder: Path, found: Mapping[str, Any], name: str = "brought.json") -> str:
    path = folder / name
    path.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    return str(path)


def answer(stdout: str) -> dict[str, Any]:
    """What a command tells programs."""
    found: dict[str, Any] = json.loads(stdout)
    return found


def fill(workbook: Path, head: Mapping[str, Any], scores: Mapping[str, float]) -> None:
    """Writes into a template as a person does: the values beside their labels."""
    book = openpyxl.load_workbook(workbook)
    for sheet in book:
        for row in sheet.iter_rows(min_row=1):
            key = str(row[0].value or "")
            if sheet.cell(1, 1).value == "kompass:evaluation" and key in head:
                row[2].value = head[key]
            if str(sheet.cell(1, 1).value).startswith("kompass:scores"):
                kind, _, code = key.partition(":")
                if kind == "question" and code in scores:
                    row[4].value = scores[code]
    book.save(workbook)
