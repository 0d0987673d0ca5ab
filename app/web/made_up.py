"""How made-up data say so to machines: in titles and file names, and to those who index.

Pages say it to people at the top. A search engine, a portal that harvests and a program that reads
a file see no page, and take a title at its word.
"""

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.domain.message import Message as Said
from app.domain.message import say
from app.domain.release import Release

MADE_UP: Final = say("Made-up data for demonstration. None of these results are real.")

NAME: Final = "kommunekompasset"
NAME_OF_MADE_UP: Final = f"{NAME}-demo"
_NOT_INDEXED: Final = "noindex"


def is_made_up(release: Release | None) -> bool:
    """Whether what is read is no real result of anybody."""
    return release is not None and release.demo


def file_stem(release: Release) -> str:
    """What the names of files to keep begin with."""
    return NAME_OF_MADE_UP if is_made_up(release) else NAME


def titled(title: Said | str, release: Release | None) -> Said:
    """A title that is read away from its page."""
    if is_made_up(release):
        return say("%(title)s (made-up data)", title=title)
    return title if isinstance(title, Said) else say("%(title)s", title=title)


def described(text: Said, release: Release | None) -> Said:
    """A description that is read away from its page."""
    if not is_made_up(release):
        return text
    return say("%(warning)s %(text)s", warning=MADE_UP, text=text)


class NotIndexed:
    """Tells those who index to leave out every answer that was made of made-up data, whatever its
    format. Stands within what sets the state of a request."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start" and is_made_up(
                scope.get("state", {}).get("release")
            ):
                MutableHeaders(scope=message)["X-Robots-Tag"] = _NOT_INDEXED
            await send(message)

        await self.app(scope, receive, marked)
