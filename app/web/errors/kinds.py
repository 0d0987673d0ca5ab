"""Every kind of error that readers and programs are told of, with what it means.

The page about the API explains them one by one; the `type` of a problem leads there (RFC 9457).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app import bounds
from app.config import settings
from app.domain.message import Message, say

_NOT_ALLOWED: Final = say("The address asks for something that does not exist")
_TOO_LONG: Final = say("The address is too long")
_NOT_NOW: Final = say("The results cannot be shown just now")


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """`slug` names it in the API and never changes; `meaning` is said where nothing more exact is
    known."""

    slug: str
    status: int
    title: Message
    meaning: Message
    public: bool = True
    """Whether readers can meet it: the others are of the workspace."""

    @property
    def address(self) -> str:
        """Where it is explained."""
        return f"{settings().site_address}/data/api#{self.slug}"


PROBLEM_KINDS: Final[Mapping[str, ProblemKind]] = {
    kind.slug: kind
    for kind in (
        ProblemKind(
            "several-choices",
            300,
            say("The address may mean several things"),
            say("The address leads to more than one. The answer lists them."),
        ),
        ProblemKind(
            "bad-parameter",
            400,
            _NOT_ALLOWED,
            say(
                "A parameter does not exist or has a value that is not allowed. The "
                "answer names it, and what could be used instead where that can be "
                "listed."
            ),
        ),
        ProblemKind("bad-request", 400, _NOT_ALLOWED, say("The request could not be understood.")),
        ProblemKind(
            "malformed-request",
            400,
            say("The request could not be understood"),
            say("What was sent is not a valid HTTP request."),
        ),
        ProblemKind(
            "signed-out",
            401,
            say("You are signed out"),
            say("Sign in again, and do it once more."),
            public=False,
        ),
        ProblemKind(
            "not-allowed",
            403,
            say("You may not do this"),
            say("Your account may not do this."),
            public=False,
        ),
        ProblemKind(
            "not-meant",
            403,
            say("The form could not be used"),
            say("It was open for too long, or came from elsewhere. Load the page anew."),
            public=False,
        ),
        ProblemKind(
            "not-found",
            404,
            say("There is no page here"),
            say(
                "There is nothing at this address. It may be misspelt, or the page may have moved."
            ),
        ),
        ProblemKind(
            "method-not-allowed",
            405,
            say("This address can only be read"),
            say("Nothing can be sent to this address. Only reading is possible."),
        ),
        ProblemKind(
            "for-assistants",
            405,
            say("This address is for assistants"),
            say(
                "It answers programs that ask by the Model Context Protocol (POST). The page about "
                "the API says how."
            ),
        ),
        ProblemKind(
            "request-timeout",
            408,
            say("The request took too long"),
            say("The request did not finish in time. Try again."),
        ),
        ProblemKind(
            "conflict",
            409,
            say("Somebody else was faster"),
            say("What you have before you has been changed meanwhile. Load the page anew."),
            public=False,
        ),
        ProblemKind(
            "withdrawn",
            410,
            say("This has been withdrawn"),
            say(
                "It was here and has been withdrawn. The answer names the last release that held "
                "it, and the address there."
            ),
        ),
        ProblemKind(
            "content-too-large",
            413,
            say("Too much was sent"),
            say("The site takes at most %(n)s bytes.", n=bounds.BODY_BYTES),
        ),
        ProblemKind(
            "address-too-long",
            414,
            _TOO_LONG,
            say("The address can hold at most %(n)s characters.", n=bounds.ADDRESS_BYTES),
        ),
        ProblemKind(
            "query-too-long",
            414,
            _TOO_LONG,
            say("The address is too long. The part after the question mark can be at most 4 kB."),
        ),
        ProblemKind(
            "no-such-part",
            416,
            say("There is no such part"),
            say("The file ends before the part that was asked for."),
        ),
        ProblemKind(
            "not-comparable",
            422,
            say("These cannot be set side by side"),
            say(
                "The method does not allow these evaluations to be compared, or they are of the "
                "same municipality. The answer says why."
            ),
        ),
        ProblemKind(
            "not-ready",
            422,
            say("Something is missing"),
            say("Something is missing before this can be done."),
            public=False,
        ),
        ProblemKind(
            "too-many-requests",
            429,
            say("Too many requests"),
            say("This IP address has asked more often than the site allows. Try again shortly."),
        ),
        ProblemKind(
            "headers-too-large",
            431,
            say("The request has too many HTTP headers"),
            say("The request has too many or too long HTTP headers."),
        ),
        ProblemKind(
            "internal",
            500,
            say("Something went wrong here"),
            say("The error is ours and has been noted. Try again in a while."),
        ),
        ProblemKind(
            "unavailable",
            503,
            _NOT_NOW,
            say(
                "The database does not answer, or nothing has been published yet. Try again "
                "shortly."
            ),
        ),
        ProblemKind(
            "busy",
            503,
            say("The site is busy"),
            say("More people are reading than the site can answer just now. Try again shortly."),
        ),
        ProblemKind(
            "crowded",
            503,
            _NOT_NOW,
            say("The site is very busy just now. Please try again in a few seconds."),
        ),
        ProblemKind(
            "late",
            503,
            _NOT_NOW,
            say("This is taking a while and is not ready yet. Please try again in a few seconds."),
        ),
        ProblemKind(
            "provider-silent",
            503,
            say("You cannot be signed in just now"),
            say("The service where you sign in does not answer. Try again in a while."),
            public=False,
        ),
    )
}
"""By slug, in the order of their statuses."""
