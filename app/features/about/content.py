"""The pages about the site that rest on no figures: what they are called and who answers for it."""

from dataclasses import dataclass
from typing import Final

from app.config import settings
from app.domain.message import Message, say


@dataclass(frozen=True, slots=True)
class AboutContent:
    """A page of words."""

    title: Message
    description: Message

    @property
    def publisher(self) -> str:
        return settings().publisher_name

    @property
    def takes_tips(self) -> bool:
        return settings().takes_tips

    @property
    def contact(self) -> str | None:
        """None where nobody has said how to reach the publisher."""
        return settings().contact_email or None


ABOUT: Final = AboutContent(
    say("About this site"),
    say(
        "Who publishes the results, how they come here, how to report an error, and how you "
        "may use the figures."
    ),
)
ACCESSIBILITY: Final = AboutContent(
    say("Accessibility"),
    say("What has been done so that everybody can use the site, and what is not tested yet."),
)
PRIVACY: Final = AboutContent(
    say("Privacy"),
    say("The site collects nothing about you: no cookies, no tracking, no log of visitors."),
)
