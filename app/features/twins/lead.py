"""The first thing the page says: who is most alike, and what that rests on."""

from collections.abc import Sequence

from app.domain.learning import HALF, Twin
from app.domain.likeness import Component, Weights
from app.domain.message import Message, Value, say, say_n
from app.domain.municipality import Municipality

MOST_NAMED = 3


def lead(municipality: Municipality, twins: Sequence[Twin]) -> tuple[Message, ...]:
    """Who is most alike among those evaluated; that there is nobody, where that is so."""
    name = municipality.name
    if not twins:
        return (
            say(
                "We know of no other evaluated municipality that %(name)s can be likened to here.",
                name=name,
            ),
        )
    nearest: tuple[Value, ...] = tuple(twin.summary.name for twin in twins[:MOST_NAMED])
    likest = twins[0].likeness
    far = likest.total is not None and likest.total < HALF
    return (
        say_n(
            "%(names)s is the evaluated municipality most like %(name)s.",
            "%(names)s are the evaluated municipalities most like %(name)s.",
            len(nearest),
            names=nearest,
            name=name,
        ),
        *((say("But even the most similar is less than half similar."),) if far else ()),
        rests_on_words(likest.weights),
    )


def rests_on_words(weights: Weights) -> Message:
    """What likeness rests on, with how much each part counts."""
    words = {
        Component.POPULATION: say("number of inhabitants"),
        Component.COUNTY: say("county"),
        Component.DISTANCE: say("distance on the map"),
    }
    counted = {c: w for c, w in weights.by_component.items() if w}
    parts: tuple[Value, ...] = tuple(
        say("%(what)s (weight %(weight)s)", what=words[component], weight=weight)
        for component, weight in counted.items()
    )
    return say("Likeness here rests on %(parts)s.", parts=parts)
