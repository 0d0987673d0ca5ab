"""Packed files, looked at before anything of them is unpacked, and unpacked within bounds."""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from app.bounds import PACKED_LIST_BYTES, PACKED_PARTS, UNPACKED_BYTES, UNPACKED_RATIO
from app.domain.message import Message, say
from app.publishing.importing.refusal import DIVIDE, SAVE_AS_WORKBOOK, refused

_END = b"PK\x05\x06"
_END_LENGTH = 22
_END_OF_64 = b"PK\x06\x07"
_END_OF_64_LENGTH = 20
_LONGEST_COMMENT = 65_535
_CHUNK = 65_536
_ENCRYPTED = 0x1
_SMALL = 10_000_000
"""Bytes that are no danger, however well they were packed."""

DAMAGED = say("The file is damaged: it cannot be unpacked.")
TOO_LARGE = say("The file would become too large when it is unpacked.")


class PackedFile:
    """A packed file whose parts can be read, each of them once, all of them within bounds."""

    def __init__(self, name: str, packed: ZipFile) -> None:
        self.name = name
        self._packed = packed
        self._parts = {part.filename: part for part in packed.infolist()}
        self._left = UNPACKED_BYTES

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(self._parts)

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    def size(self, part: str) -> int:
        """How large a part says that it is."""
        return self._parts[part].file_size

    def chunks(self, part: str) -> Iterator[bytes]:
        """What a part holds, piece by piece; what is really there is counted.

        Raises:
            RejectedError: it is damaged, or larger than may be.
        """
        try:
            with self._packed.open(self._parts[part]) as opened:
                while chunk := opened.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise refused(self.name, TOO_LARGE, DIVIDE)
                    yield chunk
        except (BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError, zlib.error):
            raise refused(self.name, DAMAGED, SAVE_AS_WORKBOOK) from None

    def read(self, part: str, largest: int) -> bytes:
        """A whole part that may not be larger than so many bytes.

        Raises:
            RejectedError: it is damaged, or larger than may be.
        """
        if self.size(part) > largest:
            raise refused(self.name, TOO_LARGE, DIVIDE)
        return b"".join(self.chunks(part))


@contextmanager
def opened(name: str, content: bytes) -> Iterator[PackedFile]:
    """A packed file, where what it says of itself is within bounds.

    Raises:
        RejectedError: it is damaged, encrypted, or would be too large.
    """
    _check_list(name, content)
    try:
        packed = ZipFile(BytesIO(content))
    except (BadZipFile, ValueError, OSError, NotImplementedError, struct.error):
        raise refused(name, DAMAGED, SAVE_AS_WORKBOOK) from None
    with packed:
        problem = _problem(packed.infolist())
        if problem is not None:
            raise refused(name, problem, SAVE_AS_WORKBOOK)
        yield PackedFile(name, packed)


def _check_list(name: str, content: bytes) -> None:
    """The list of parts is made into objects as it is read, so its length is looked at first."""
    at = len(content) - _END_LENGTH
    if content[at : at + len(_END)] != _END:
        at = content.rfind(_END, max(0, at - _LONGEST_COMMENT))
    if at < 0 or len(content) < at + _END_LENGTH:
        raise refused(name, DAMAGED, SAVE_AS_WORKBOOK)
    is_64 = content[max(0, at - _END_OF_64_LENGTH) : at].startswith(_END_OF_64)
    (length,) = struct.unpack_from("<L", content, at + 12)
    if is_64 or length > PACKED_LIST_BYTES:
        raise refused(name, TOO_LARGE, DIVIDE)


def _problem(parts: list[ZipInfo]) -> Message | None:
    """What is wrong with what the parts say of themselves, if anything."""
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        return say("The file is locked with a password.")
    if any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in parts):
        return say("The file is packed in a way that workbooks are not.")
    if len({part.filename for part in parts}) < len(parts):
        return say("The file is damaged: it holds two parts of one name.")
    too_many = len(parts) > PACKED_PARTS
    if too_many or sum(part.file_size for part in parts) > UNPACKED_BYTES:
        return TOO_LARGE
    if any(_swells(part) for part in parts):
        return TOO_LARGE
    return None


def _swells(part: ZipInfo) -> bool:
    return part.file_size > max(_SMALL, part.compress_size * UNPACKED_RATIO)
