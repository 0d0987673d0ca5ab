"""The same content in the same bytes: what a document is packed in knows no clock."""

from datetime import date
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_MAY_READ: Final = 0o644 << 16
_DOS: Final = 0


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
