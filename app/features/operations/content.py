"""Whether the site can answer, found out within a bound."""

import asyncio

from app import bounds
from app.upkeep.readiness import Readiness, late, pending


async def readiness() -> Readiness:
    """Asks the database in a thread of its own, and waits no longer than for a look-up."""
    asked = asyncio.shield(asyncio.wrap_future(pending()))
    try:
        return await asyncio.wait_for(asked, bounds.LOOK_UP_SECONDS)
    except TimeoutError:
        return late()
