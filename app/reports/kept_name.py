"""What the file of a report is kept as. Whoever would write it under another name must not."""

from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from typing import Final

from app.queries.reading import Reading
from app.reports.jobs import Job
from app.reports.writers.letters import FONTS
from app.web.page.assets import asset_file
from app.web.program import fingerprint

_LIBRARIES: Final = ("babel", "python-docx", "python-pptx", "resvg-py", "segno", "typst")
"""Those whose next version may write the same otherwise."""


def kept_name(reading: Reading, job: Job) -> str:
    """What the file is kept as: contents follow from release, program, settings, what writes it,
    and what is asked for."""
    release = reading.release
    moment = int(release.published_at.timestamp())
    chosen = f"{reading.small} {reading.least_share} {reading.least_likeness}"
    told = sha256(f"{chosen} {' '.join(job.ids)}".encode()).hexdigest()[:16]
    stem = f"report-{job.kind}-{told}-{job.language}"
    made_by = sha256(f"{fingerprint()} {tools()}".encode()).hexdigest()[:12]
    mark = f"r{release.number}-{release.sha256[:16]}-{moment}-{made_by}"
    return f"{stem}-{mark}{job.format.suffix}"


@lru_cache(maxsize=1)
def tools() -> str:
    """What writes files beside the program: libraries by their versions, and fonts by the names of
    their files, which change with what is in them."""
    libraries = [f"{name} {version(name)}" for name in _LIBRARIES]
    return " ".join([*libraries, *(asset_file(name).name for name in FONTS)])
