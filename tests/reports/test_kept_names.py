"""What a kept file of a report is called: by all that decides what is in it."""

import importlib.metadata
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.config import settings
from app.queries.reading import Reading
from app.reports import kept_name as naming
from app.reports.jobs import Job, ReportFormat, ReportKind
from app.reports.kept_name import kept_name
from app.reports.writers.letters import FONTS
from app.web.page import assets
from tests.reports.asking import HEMNE, OTHERS


def test_what_decides_its_content_is_in_its_name(
    real: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    joint = Job(ReportKind.JOINT, ("hemne-2018", "hareid-2019"), "nb", ReportFormat.PDF)
    jobs = [HEMNE, *OTHERS, replace(HEMNE, format=ReportFormat.DOCX), joint]
    jobs.append(replace(joint, ids=joint.ids[::-1]))
    names = {kept_name(real, job) for job in jobs}
    assert len(names) == len(jobs)
    changed = replace(real, least_share=real.least_share / 2)
    assert kept_name(changed, HEMNE) not in names
    monkeypatch.setenv("PUBLISHER_NAME", "Somebody else")
    settings.cache_clear()
    other = kept_name(real, HEMNE)
    monkeypatch.undo()
    settings.cache_clear()
    assert other not in names


@pytest.fixture
def anew() -> Iterator[Callable[[], None]]:
    """Forgets what is known of what writes files, then and in the end."""

    def forget() -> None:
        naming.tools.cache_clear()
        assets._manifest.cache_clear()

    forget()
    yield forget
    forget()


@pytest.mark.parametrize("library", ["typst", "python-docx", "python-pptx", "resvg-py", "segno"])
def test_another_version_of_what_writes_it_has_another_name(
    real: Reading, monkeypatch: pytest.MonkeyPatch, library: str, anew: Callable[[], None]
) -> None:
    before = kept_name(real, HEMNE)
    known = importlib.metadata.version
    monkeypatch.setattr(naming, "version", lambda name: "99" if name == library else known(name))
    anew()
    assert kept_name(real, HEMNE) != before


@pytest.mark.parametrize("font", FONTS)
def test_other_fonts_have_another_name(
    real: Reading,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    font: str,
    anew: Callable[[], None],
) -> None:
    before = kept_name(real, HEMNE)
    names = json.loads((assets.DIST / "manifest.json").read_text(encoding="utf-8"))
    names[font] = f"{font.removesuffix('.ttf')}.0123456789.ttf"
    (tmp_path / "manifest.json").write_text(json.dumps(names), encoding="utf-8")
    monkeypatch.setattr(assets, "DIST", tmp_path)
    anew()
    assert kept_name(real, HEMNE) != before
