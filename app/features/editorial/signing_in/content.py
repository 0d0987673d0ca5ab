from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar, Final

from app.config import settings
from app.domain.message import LocalText, Message, say, say_n
from app.editorial import passwords
from app.features.editorial.access import DESK, SIGN_IN
from app.web.cookies import is_secure

WRONG: Final = say("The login or the password is wrong.")
NOT_MEANT: Final = say("The form had been open for too long. Try again.")
DIFFERENT: Final = say("The two passwords differ.")


@dataclass(frozen=True, slots=True)
class SignInContent:
    """Where one signs in. `secret` stands in the form, `problem` is why it did not work."""

    secret: str
    next: str = DESK
    login: str = ""
    problem: Message | None = None
    title: ClassVar[Message] = say("Sign in to the workspace")
    description: ClassVar[None] = None

    @property
    def provider(self) -> str | None:
        """What the provider is called where one may sign in, None where there is none."""
        chosen = settings()
        if not chosen.oidc_issuer:
            return None
        return chosen.oidc_name or chosen.oidc_issuer.partition("://")[2].partition("/")[0]

    @property
    def needs_https(self) -> bool:
        """Whether nobody can sign in, because the site is shown without HTTPS."""
        return is_secure() and not settings().site_url.startswith("https://")


@dataclass(frozen=True, slots=True)
class PasswordContent:
    """Where one chooses a password by a link."""

    secret: str
    token: str
    login: str
    problem: Message | LocalText | None = None
    title: ClassVar[Message] = say("Choose a password")
    description: ClassVar[None] = None

    @property
    def shortest(self) -> int:
        return passwords.SHORTEST

    @property
    def longest(self) -> int:
        return passwords.LONGEST


@dataclass(frozen=True, slots=True)
class SaidContent:
    """A page that says one thing, and leads on."""

    title: Message
    lead: Message | LocalText
    path: str = SIGN_IN
    label: ClassVar[Message] = SignInContent.title
    description: ClassVar[None] = None


def too_often(waiting: timedelta) -> Message:
    """What is told after too many attempts."""
    minutes = max(1, -(-int(waiting.total_seconds()) // 60))
    return say_n(
        "Too many attempts. Try again in a minute.",
        "Too many attempts. Try again in %(n)s minutes.",
        minutes,
    )
