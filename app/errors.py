"""Errors carry their HTTP status; one handler in the web layer answers them."""

from collections.abc import Sequence

from app.domain.message import LocalText, Message, say


class KompassError(Exception):
    """Something to tell the reader. `slug` names the kind of problem in the API."""

    status = 500
    slug = "internal"
    retry_after: int | None = None
    """When to ask again, in seconds, where that is known."""

    def __init__(self, message: Message | LocalText) -> None:
        super().__init__(str(message))
        self.message = message


class NotFound(KompassError):
    """There is nothing at this address."""

    status = 404
    slug = "not-found"

    def __init__(
        self,
        message: Message | LocalText,
        nearby: Sequence[tuple[Message | LocalText | str, str]] = (),
    ) -> None:
        """`nearby` are labels and addresses (without language) of what may have been meant."""
        super().__init__(message)
        self.nearby = tuple(nearby)


class Gone(KompassError):
    """There was something at this address, and it has been withdrawn."""

    status = 410
    slug = "withdrawn"

    def __init__(
        self,
        message: Message | LocalText,
        last_release: int | None = None,
        reason: LocalText | None = None,
    ) -> None:
        """`last_release` is the last release that held it: the same address leads there. `reason`
        is why it was withdrawn, in the words of whoever did it."""
        super().__init__(message)
        self.last_release = last_release
        self.reason = reason


class SeveralChoices(KompassError):
    """An address may mean several things; `choices` are their labels and addresses."""

    status = 300
    slug = "several-choices"

    def __init__(self, message: Message, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__(message)
        self.choices = tuple(choices)


class Moved(Exception):
    """What was asked for has another address on this site: `target`, path and query."""

    def __init__(self, target: str, status: int = 307) -> None:
        super().__init__(target)
        self.target = target
        self.status = status


class BadParameter(KompassError):
    """A parameter is unknown or has a value that is not allowed; the allowed ones are named, as a
    list or as the lowest and the highest, as far as they can be told."""

    status = 400
    slug = "bad-parameter"

    def __init__(
        self,
        name: str,
        message: Message,
        allowed: Sequence[str] | None = None,
        *,
        lowest: int | None = None,
        highest: int | None = None,
    ) -> None:
        super().__init__(message)
        self.name = name
        self.allowed = None if allowed is None else tuple(allowed)
        self.lowest = lowest
        self.highest = highest
        self.others: tuple[BadParameter, ...] = ()
        """What else is wrong with the same request."""

    @classmethod
    def together(cls, faults: Sequence["BadParameter"]) -> "BadParameter":
        """Several faults of one request as one; at least one is needed."""
        first, *others = (one for fault in faults for one in (fault, *fault.others))
        first.others = tuple(others)
        return first


class Unavailable(KompassError):
    """The site cannot answer just now."""

    status = 503
    slug = "unavailable"


class NotComparable(KompassError):
    """The method does not let those be set beside each other that were asked for."""

    status = 422
    slug = "not-comparable"

    def __init__(
        self,
        message: Message,
        nearby: Sequence[tuple[Message | LocalText | str, str]] = (),
    ) -> None:
        """`nearby` are labels and addresses (without language) of what can be read instead."""
        super().__init__(message)
        self.nearby = tuple(nearby)


class NoSuchPart(KompassError):
    """A file ends before the part that is asked for."""

    status = 416
    slug = "no-such-part"

    def __init__(self) -> None:
        super().__init__(say("The file ends before the part that was asked for."))


def unknown_value(name: str, value: str, allowed: Sequence[str]) -> BadParameter:
    """A value that the parameter does not take."""
    return BadParameter(
        name,
        say("“%(value)s” is not a value of %(name)s.", value=value[:60], name=name),
        allowed,
    )


def one_line(error: BaseException) -> str:
    """An error for the log: its first line, else what kind it is."""
    return str(error).partition("\n")[0] or type(error).__name__
