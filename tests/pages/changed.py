"""Two more releases of the real data, for what tells of changes.

Release 2 corrects a total (Kramfors 2013: 448 to 441) and an area (Ulstein 2019, area 1: 72 to 74).
Release 3 withdraws an evaluation (Skaun 2017) and rewords a gold star (Hemne 2018).
"""

from pathlib import Path

from sqlalchemy import Engine

from app.publishing.seed import seed
from tests.publishing.changing import edit

REWORDED = "Balanced scorecard steering that works in every unit"


def publish_changes(engine: Engine, folder: Path) -> None:
    """Publishes releases 2 and 3."""
    evaluations = folder / "evaluations"
    edit(evaluations / "kramfors-2013.json", '"total": 448', '"total": 441')
    edit(evaluations / "ulstein-2019.json", '"no": 1, "stated": 72', '"no": 1, "stated": 74')
    _publish(engine, folder, 2)
    (evaluations / "skaun-2017.json").unlink()
    edit(
        evaluations / "hemne-2018.json",
        "Balanced scorecard steering that works throughout the organisation",
        REWORDED,
    )
    _publish(engine, folder, 3)


def _publish(engine: Engine, folder: Path, number: int) -> None:
    published = seed(engine, folder)
    assert published.release is not None
    assert published.release.number == number
