"""What pydantic finds wrong with a value of a file, in our own words: a message and how to mend it.

Its own sentences are in English and speak of types; whoever writes a file reads neither.
"""

from collections.abc import Mapping
from typing import Any, Final

from pydantic_core import ErrorDetails

from app.domain.message import Message, say
from app.publishing.faults import Way
from app.publishing.patterns import ADDRESS, MENDS
from app.publishing.unfit import Unfit, no_date, no_number, no_text, no_whole_number, visible

ProblemAndMend = tuple[Message, Message | None]

_KEY: Final = "[key]"
YES, NO = "true", "false"
"""What is said in JSON."""


def way_of(details: ErrorDetails) -> Way:
    """The way to the value; the name of a value is where the value is."""
    return tuple(part for part in details["loc"] if part != _KEY)


def value_fault(details: ErrorDetails, name: Message | str) -> ProblemAndMend:
    """What is wrong with a value that is called `name`, and how to mend it."""
    given, limits = details["input"], details.get("ctx", {})
    shown = visible(given)
    match details["type"]:
        case "missing":
            return is_missing(name), None
        case "extra_forbidden":
            return say("Nothing is called “%(name)s” here.", name=str(way_of(details)[-1])), None
        case "value_error" if isinstance(limits.get("error"), Unfit):
            return _told(limits["error"])
        case "enum" | "literal_error":
            return _no_choice(shown, str(limits.get("expected", "")))
        case "string_pattern_mismatch":
            return _not_written_so(shown, str(limits.get("pattern")))
        case "int_type" | "int_parsing" | "int_from_float" | "int_parsing_size":
            return _told(no_whole_number(given))
        case "float_type" | "float_parsing" | "decimal_parsing" | "decimal_type" | "finite_number":
            return _told(no_number(given))
        case str() as kind if kind.startswith("date"):
            return _told(no_date(given))
        case kind:
            problem, mend = _beyond(kind, shown, limits) or _of_another_kind(kind, shown)
            return problem, mend


def in_place(where: str, problem: Message) -> Message:
    """A fault with the name of the value, where a line of a file holds several."""
    return say("%(where)s: %(problem)s", where=where, problem=problem)


def is_missing(what: Message | str) -> Message:
    """What is said of what is not there."""
    return say("%(what)s is missing.", what=what)


MISSING: Final = is_missing("").key


def _told(unfit: Unfit) -> ProblemAndMend:
    return unfit.message, unfit.mend


def _not_written_so(shown: str, pattern: str) -> ProblemAndMend:
    if pattern == ADDRESS:
        return say("“%(value)s” is no address.", value=shown), MENDS[pattern]
    return say("“%(value)s” is not written as it has to be.", value=shown), MENDS.get(pattern)


def _no_choice(shown: str, expected: str) -> ProblemAndMend:
    """`expected` is in pydantic's words: `'a', 'b' or 'c'`."""
    allowed = tuple(expected.replace("'", "").replace(" or ", ", ").split(", "))
    problem = say("“%(value)s” is none of those that may be chosen.", value=shown)
    return problem, say("Choose one of these: %(allowed)s.", allowed=", ".join(allowed))


def _beyond(kind: str, shown: str, limits: Mapping[str, Any]) -> ProblemAndMend | None:
    """A value that is too much or too little."""
    match kind:
        case "greater_than_equal":
            least = _limit(limits["ge"])
            return say("%(value)s is less than %(least)s.", value=shown, least=least), None
        case "less_than_equal":
            most = _limit(limits["le"])
            return say("%(value)s is more than %(most)s.", value=shown, most=most), None
        case "decimal_max_places":
            problem = say("%(value)s has more than one decimal.", value=shown)
            return problem, say("Points have one decimal at most.")
        case "string_too_long":
            most = limits["max_length"]
            return say("The text has more than %(most)s characters.", most=most), None
        case "too_short":
            least = str(limits["min_length"])
            return say("The list is too short: it needs %(least)s or more.", least=least), None
        case "too_long":
            most = str(limits["max_length"])
            return say("The list is too long: %(most)s is the most.", most=most), None
        case _:
            return None


def _limit(number: float) -> str:
    return f"{number:.0f}" if number == int(number) else str(number)


def _of_another_kind(kind: str, shown: str) -> ProblemAndMend:
    match kind:
        case "string_type":
            return no_text(shown), say("A text stands between %(marks)s.", marks='" "')
        case "bool_type":
            problem = say("“%(value)s” is neither %(yes)s nor %(no)s.", value=shown, yes=YES, no=NO)
            return problem, None
        case "list_type" | "tuple_type":
            problem = say("A list should stand here, not “%(value)s”.", value=shown)
            return problem, say("A list stands between %(marks)s.", marks="[ ]")
        case "dict_type" | "model_type":
            problem = say("Names with values should stand here, not “%(value)s”.", value=shown)
            return problem, say("Names with values stand between %(marks)s.", marks="{ }")
        case _:
            return cannot_stand(shown), None


def cannot_stand(shown: str) -> Message:
    """What is said where nothing better is known."""
    return say("“%(value)s” cannot stand here.", value=shown)


LAST_RESORT: Final = cannot_stand("").key
