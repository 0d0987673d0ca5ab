"""`/.well-known/security.txt`: where faults of security are reported (RFC 9116)."""

from datetime import UTC, datetime, timedelta
from typing import Final

from fastapi import APIRouter
from starlette.responses import PlainTextResponse

from app.config import settings
from app.domain.language import LANGUAGES
from app.domain.message import say
from app.errors import NotFound

router = APIRouter(include_in_schema=False)

PATH: Final = "/.well-known/security.txt"
_LASTS: Final = timedelta(days=90)
"""The standard advises less than a year. A site that nobody runs any more stops saying so."""


@router.get(PATH)
async def security() -> PlainTextResponse:
    """Made anew each day, so that it never tells of a day that has passed.

    Raises:
        NotFound: nobody is named who could be written to (`CONTACT_EMAIL`).
    """
    chosen = settings()
    if not chosen.contact_email:
        raise NotFound(say("No contact for security faults is named here."))
    today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = {
        "Contact": f"mailto:{chosen.contact_email}",
        "Expires": (today + _LASTS).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "Preferred-Languages": ", ".join(LANGUAGES),
        "Canonical": chosen.site_address + PATH,
    }
    text = "".join(f"{name}: {value}\n" for name, value in lines.items())
    return PlainTextResponse(text, headers={"Cache-Control": "max-age=3600"})
