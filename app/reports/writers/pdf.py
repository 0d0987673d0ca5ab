"""A report as a PDF: tagged, with its fonts in it, set by Typst.

What is said reaches the template as data and is never read as markup.
"""

import json
import logging
from datetime import UTC, date, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import Final

import typst

from app.reports.document import Report
from app.reports.writers.letters import FONTS
from app.reports.writers.template_data import Data, template_data
from app.web.page.assets import asset_file

PDF: Final = "application/pdf"

_log = logging.getLogger(__name__)

_TEMPLATE: Final = "report.typ"


class TypesettingFailed(RuntimeError):
    """The template and what it was given do not fit: a fault of ours."""


def pdf(report: Report) -> bytes:
    """The file, the same bytes for the same report.

    Raises:
        TypesettingFailed: it could not be set.
    """
    return typeset(_TEMPLATE, template_data(report), report.day)


def typeset(template: str, data: Data, day: date) -> bytes:
    """A template of this folder filled with data, as if on that day.

    Raises:
        TypesettingFailed: it could not be set.
    """
    path = Path(__file__).with_name(template)
    given = json.dumps(data, ensure_ascii=False)
    moment = datetime.combine(day, time(), UTC)
    try:
        compiler = typst.Compiler(
            path, path.parent, font_paths=_fonts(), sys_inputs={"report": given}
        )
        # For readers who do not see it, and for archives.
        made = compiler.compile(format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=moment)
    except typst.TypstError as error:
        _log.exception("%s could not be set: %s", template, error.diagnostic)
        raise TypesettingFailed(error.message) from error
    if not isinstance(made, bytes):
        raise TypesettingFailed("no file was made")
    return made


@lru_cache
def _fonts() -> typst.Fonts:
    """Ours and no others: the same on every machine."""
    folders = sorted({str(asset_file(name).parent) for name in FONTS})
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
