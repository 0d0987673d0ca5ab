"""What text documents and slides share: languages, properties, letters, addresses, and their
packing, which knows no clock."""

import re
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Any, Final
from urllib.parse import quote, urljoin, urlsplit
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from app.charts.svg import readable
from app.domain.language import LANGUAGES
from app.reports.document import Report, Slides

FONT: Final = "Arial"
"""Every machine has it, or one whose letters are as wide."""
APPLICATION: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
"""Properties of the program that wrote it: none."""

_LETTERS: Final = re.compile(rb'<a:latin typeface="(?!\+)[^"]*"')
_SCHEMES: Final = {"http", "https", "mailto"}
_IN_ADDRESSES: Final = "%/:?#[]@!$&'()*+,;=~-._"
_MOST_LETTERS: Final = 255
"""Of a property, as the libraries have it."""
_MAY_READ: Final = 0o644 << 16
_DOS: Final = 0


def language_tag(language: str) -> str:
    """A language as office programs name it: with its country."""
    known = LANGUAGES.get(language)
    return known.locale.replace("_", "-") if known else language


def theme_in_our_letters(theme: bytes) -> bytes:
    """A theme whose letters are those that every machine has."""
    return _LETTERS.sub(f'<a:latin typeface="{FONT}"'.encode(), theme)


def followed(link: str, page: str) -> str | None:
    """The whole address of a link from a page; None where nothing can be followed."""
    whole = urljoin(page, link)
    return quote(whole, safe=_IN_ADDRESSES) if urlsplit(whole).scheme in _SCHEMES else None


def say_properties(properties: Any, said: Report | Slides) -> None:
    """Core properties, which both libraries call the same."""
    # The day of the release, not of the writing: the same content is the same file.
    day = datetime.combine(said.day, time(), UTC).replace(tzinfo=None)
    properties.title = _short(said.name)
    properties.subject = _short(said.subtitle)
    properties.author = properties.last_modified_by = _short(said.author)
    properties.language = said.language
    properties.keywords = _short(", ".join(said.keywords))
    properties.identifier = _short(said.address)
    properties.version = str(said.release)
    properties.comments = _short(said.warning or "")
    properties.created = properties.modified = day
    properties.revision = 1


def packed(document: bytes, day: date) -> bytes:
    """A zipped document whose parts are all of one day."""
    packed_anew = BytesIO()
    with ZipFile(BytesIO(document)) as parts, ZipFile(packed_anew, "w", ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            entry = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = _DOS
            entry.external_attr = _MAY_READ
            archive.writestr(entry, parts.read(name))
    return packed_anew.getvalue()


def _short(text: str) -> str:
    return readable(text)[:_MOST_LETTERS]
