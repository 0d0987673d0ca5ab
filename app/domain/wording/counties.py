"""Counties in words: of how many of their municipalities an evaluation is known."""

from app.domain.county import County, CountyCount
from app.domain.message import Message, Value, say, say_n


def county_count_words(county: County | CountyCount, evaluated: int) -> Message:
    """Of how many of its municipalities an evaluation is known. `evaluated` counts those of today,
    or of a county that has none today, those that lay in it."""
    if county.is_former:
        return _former_words(county, evaluated)
    members = county.members
    values: dict[str, Value] = {"county": county.name}
    if members == 1:
        return (
            say("The only municipality in %(county)s is evaluated, as far as we know.", **values)
            if evaluated
            else say("We know of no evaluation of the only municipality in %(county)s.", **values)
        )
    if not evaluated:
        return say(
            "We know of no evaluation of the %(members)s municipalities in %(county)s.",
            members=members,
            **values,
        )
    return say_n(
        "%(n)s of the %(members)s municipalities in %(county)s is evaluated, as far as we know.",
        "%(n)s of the %(members)s municipalities in %(county)s are evaluated, as far as we know.",
        evaluated,
        members=members,
        **values,
    )


def _former_words(county: County | CountyCount, evaluated: int) -> Message:
    values: dict[str, Value] = {"county": county.name}
    if not evaluated:
        return say(
            "No municipality lies in %(county)s today. We know of no evaluation of those that lay "
            "there at their end.",
            **values,
        )
    return say_n(
        "No municipality lies in %(county)s today. %(n)s of the %(members)s that lay there at "
        "their end was evaluated, as far as we know.",
        "No municipality lies in %(county)s today. %(n)s of the %(members)s that lay there at "
        "their end were evaluated, as far as we know.",
        evaluated,
        members=county.former_members,
        **values,
    )


def former_words(evaluated: int) -> Message:
    """How many municipalities of before are evaluated besides those of today."""
    return say_n(
        "Besides, %(n)s that no longer exists was evaluated. Its result stays its own.",
        "Besides, %(n)s that no longer exist were evaluated. Their results stay their own.",
        evaluated,
    )


def county_quote(county: County, evaluated: int) -> Message | None:
    """The same as a sentence to print; None where it would say nothing of anybody."""
    members = len(county.present)
    if members < 2 or not evaluated:
        return None
    return say_n(
        "%(n)s of the %(members)s municipalities in %(county)s has been evaluated with "
        "Kommunekompasset, as far as is known. The evaluation is of how a municipality is governed "
        "and led, not of the quality of its services.",
        "%(n)s of the %(members)s municipalities in %(county)s have been evaluated with "
        "Kommunekompasset, as far as is known. The evaluation is of how a municipality is governed "
        "and led, not of the quality of its services.",
        evaluated,
        members=members,
        county=county.name,
    )
