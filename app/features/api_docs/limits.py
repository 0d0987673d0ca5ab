"""How much can be asked for: the numbers that hold on this site."""

from dataclasses import dataclass

from app import bounds
from app.config import settings
from app.domain.message import Message, say
from app.web.api.parameters import DEFAULT_LIMIT, HIGHEST_LIMIT


@dataclass(frozen=True, slots=True)
class Limit:
    """What is limited, and how."""

    name: Message
    rule: Message


def limits() -> tuple[Limit, ...]:
    return (
        Limit(say("Requests"), _requests(settings().rate_limit)),
        Limit(
            say("Items in one answer"),
            say(
                "%(usual)s, or as many as `limit` says, up to %(highest)s. Files hold up to "
                "10 000 rows.",
                usual=DEFAULT_LIMIT,
                highest=HIGHEST_LIMIT,
            ),
        ),
        Limit(
            say("Evaluations side by side"),
            say("At most %(most)s.", most=bounds.COMPARED_AT_ONCE),
        ),
        Limit(
            say("Length of an address"),
            say(
                "What stands after the question mark may have %(most)s characters.",
                most=bounds.QUERY_BYTES,
            ),
        ),
    )


def _requests(in_a_minute: int) -> Message:
    if in_a_minute == 0:
        return say("This site sets no limit of its own. A proxy before it may.")
    return say(
        "%(n)s in a minute from one IP address. Beyond that the answer is 429, and its HTTP header "
        "Retry-After says when to ask again.",
        n=in_a_minute,
    )
