"""A sheet as a PDF of one page: tagged, with its fonts in it, set by Typst."""

from typing import Final

from app.reports.document import Picture, ReportSection
from app.reports.sheet.model import CouncilSheet
from app.reports.writers.letters import drawable, writable
from app.reports.writers.pdf import typeset
from app.reports.writers.template_data import BlockData, Data
from app.web.words.runs import linked

_TEMPLATE: Final = "sheet.typ"
_DRAWN: Final = 480
"""Units across a drawing on half a page: the fewest that leave room for names at the axes."""


def sheet_pdf(sheet: CouncilSheet) -> bytes:
    """The file, the same bytes for the same sheet.

    Raises:
        TypesettingFailed: it could not be set.
    """
    return typeset(_TEMPLATE, sheet_data(sheet), sheet.day)


def sheet_data(sheet: CouncilSheet) -> Data:
    """Everything that the template asks for, in letters that the fonts have."""
    told = BlockData(frozenset())
    return {
        "title": writable(sheet.title),
        "subtitle": writable(sheet.subtitle),
        "language": sheet.language,
        "author": writable(sheet.author),
        "keywords": [writable(word) for word in sheet.keywords],
        "day": [sheet.day.year, sheet.day.month, sheet.day.day],
        "warning": writable(sheet.warning) if sheet.warning else None,
        "facts": told.text(sheet.facts),
        "lead": told.text(sheet.lead),
        "more": told.text(sheet.more),
        "parts": {part.anchor: _part(part, told) for part in sheet.parts},
        "code": {
            "svg": drawable(sheet.code.svg()),
            "alternative": writable(sheet.code.alternative),
            "words": told.text(sheet.code_words),
            "address": told.text(linked(sheet.address, sheet.address)),
        },
    }


def _part(part: ReportSection, told: BlockData) -> Data:
    return {
        "title": writable(part.title),
        "blocks": [
            told.picture(block, _DRAWN) if isinstance(block, Picture) else told.block(block)
            for block in part.blocks
        ],
    }
