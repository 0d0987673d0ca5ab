"""How much a request may send: next to nothing, but from those who are signed in to the workspace.

Whether they really are is found out later. Until then nothing more is promised than that as much
may arrive.
"""

from collections.abc import Iterable

from app import bounds
from app.web.addresses import is_private, is_upload
from app.web.cookies import brings_session


def body_bytes_at(path: str, headers: Iterable[tuple[bytes, bytes]]) -> int:
    """The bytes that may be sent to a path, without the root."""
    if not is_private(path) or not brings_session(headers):
        return bounds.BODY_BYTES
    return bounds.UPLOAD_FORM_BYTES if is_upload(path) else bounds.DESK_BODY_BYTES
