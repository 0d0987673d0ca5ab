"""The pages about the site that rest on no figures: what they are called and who answers for it."""

from dataclasses import dataclass

from app.config import Settings
from app.domain.message import Message, say


@dataclass(frozen=True, slots=True)
class AboutContent:
    """A page of words. `contact` is None where nobody has said how to reach the publisher."""

    title: Message
    description: Message
    publisher: str
    contact: str | None


def about_content(chosen: Settings) -> AboutContent:
    """Who publishes, and how results come here."""
    return _content(
        chosen,
        say("About this site"),
        say(
            "Who publishes the results, how they come here, how to report an error, and how you "
            "may use the figures."
        ),
    )


def accessibility_content(chosen: Settings) -> AboutContent:
    """What has been done for everybody to be able to use the site."""
    return _content(
        chosen,
        say("Accessibility"),
        say("What has been done so that everybody can use the site, and what is not tested yet."),
    )


def privacy_content(chosen: Settings) -> AboutContent:
    """What is known of those who read the site: nothing."""
    return _content(
        chosen,
        say("Privacy"),
        say("The site collects nothing about you: no cookies, no tracking, no log of visitors."),
    )


def _content(chosen: Settings, title: Message, description: Message) -> AboutContent:
    return AboutContent(title, description, chosen.publisher_name, chosen.contact_email or None)
