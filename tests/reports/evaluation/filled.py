"""An evaluation of which everything is known, in a database: the one that is measured as well."""

from pathlib import Path

from sqlalchemy import Engine

from app.publishing.seed import seed
from tools.bench.filled import fill


def publish_filled(engine: Engine, folder: Path) -> None:
    """Publishes the seed files with the texts and points added; the folder is changed."""
    fill(folder)
    seed(engine, folder)
