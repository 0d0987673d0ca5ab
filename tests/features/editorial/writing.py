"""Drafts as people make them: from nothing, or filled in like a report."""

import json
from collections.abc import Mapping
from typing import Any

from tests.databases import SEED
from tests.features.editorial.desk import Browser
from tests.features.editorial.forms import filled_in, led_to, seen, send

HEMNE: Mapping[str, Any] = json.loads(
    (SEED / "evaluations" / "hemne-2018.json").read_text(encoding="utf-8")
)
NEW = "/redaksjon/ny"


def new_draft(
    browser: Browser, municipality: str = "rindal", year: str = "2018", version: str = "2.1"
) -> str:
    """The address of a new, empty draft."""
    asked = {"municipality": municipality, "year": year, "version": version}
    return led_to(send(browser, NEW, NEW, asked)).removesuffix("/1?done=created")


def points_of_hemne() -> dict[str, str]:
    """The points of Hemne 2018 as they are typed, with decimal commas."""
    fields = {"total": _typed(HEMNE["total"]), "source-title": "Rapport 3/2018"}
    for area in HEMNE["areas"]:
        fields[f"stated-{area['no']}"] = _typed(area["stated"])
        for question in area["questions"]:
            fields[f"score-{question['code']}"] = _typed(question["score"])
    return fields


def _typed(points: float) -> str:
    return str(points).replace(".", ",")


def written_draft(browser: Browser, municipality: str = "rindal", **changed: str) -> str:
    """The address of a draft with the points of Hemne, ready to be submitted."""
    draft = new_draft(browser, municipality)
    fields = {**points_of_hemne(), **changed}
    answered = send(browser, f"{draft}/1", f"{draft}/1", fields)
    assert answered.status_code == 200, answered.text[:600]
    return draft


def submitted(browser: Browser, draft: str, comment: str = "", *, checked: bool = True) -> str:
    """The same draft, submitted with every remark acknowledged."""
    page = seen(browser, draft, checked=checked)
    action = f"{draft}/send-inn"
    remarks = [
        box.get("value") or ""
        for box in page.root.iter("input")
        if box.get("name") == "acknowledged"
    ]
    fields: dict[str, Any] = {**filled_in(page, action), "comment": comment}
    fields["acknowledged"] = remarks
    assert led_to(browser.post(action, fields)) == f"{draft}?done=submitted"
    return draft
