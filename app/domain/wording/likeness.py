"""How likeness is worked out, in words that the formulas fill in themselves."""

from decimal import Decimal
from typing import Final

from app.domain.likeness import (
    COMPONENTS,
    Component,
    Traits,
    Weights,
    centrality_likeness,
    distance_likeness,
    population_likeness,
    tax_base_likeness,
)
from app.domain.message import Message, Value, say
from app.domain.municipality import Country

KILOMETRES: Final = (25, 100, 300)
INDEX_POINTS: Final = (25, 100, 300)
PER_CENT: Final = (5, 10, 30)
"""What the formulas are shown on: near, half alike, and far."""


def component_words(component: Component) -> Message:
    """What a component is called."""
    return {
        Component.POPULATION: say("number of inhabitants"),
        Component.CENTRALITY: say("centrality"),
        Component.TAX_BASE: say("tax base"),
        Component.DISTANCE: say("distance on the map"),
    }[component]


def rests_on_words(own: Traits, weights: Weights) -> Message:
    """What likeness rests on, with how much each part counts that is known of the municipality."""
    parts: tuple[Value, ...] = tuple(
        say("%(what)s (weight %(weight)s)", what=component_words(component), weight=weight)
        for component, weight in weights.by_component(own.country).items()
        if weight and component in own.known
    )
    if not parts:
        return say("Nothing of what counts here is known of the municipality.")
    return say("Similarity here is based on %(parts)s.", parts=parts)


def formula_words(country: Country) -> tuple[Message, ...]:
    """A sentence for each component of a country, with what its formula gives."""
    half_as_many = _per_cent(population_likeness(1, 2))
    in_index: Value = tuple(
        say("%(n)s points give %(share)s%%", n=n, share=_per_cent(centrality_likeness(0, n)))
        for n in INDEX_POINTS
    )
    in_tax_base: Value = tuple(
        say("%(n)s%% more gives %(share)s%%", n=n, share=_per_cent(tax_base_likeness(100, 100 + n)))
        for n in PER_CENT
    )
    in_distance: Value = tuple(
        say("%(n)s km gives %(share)s%%", n=n, share=_per_cent(distance_likeness(Decimal(n))))
        for n in KILOMETRES
    )
    sentences = {
        Component.POPULATION: say(
            "Inhabitants: the smaller number divided by the larger. Half as many is %(share)s%%.",
            share=half_as_many,
        ),
        Component.CENTRALITY: say(
            "Centrality: by how many points the two lie apart on Statistics Norway's index of "
            "0–1,000. %(examples)s.",
            examples=in_index,
        ),
        Component.TAX_BASE: say(
            "Tax base for each inhabitant: by how many per cent the larger is over the smaller, "
            "both in the same year. %(examples)s.",
            examples=in_tax_base,
        ),
        Component.DISTANCE: say(
            "Distance: as the crow flies, between the centres of the two "
            "municipalities. %(examples)s.",
            examples=in_distance,
        ),
    }
    return tuple(sentences[component] for component in COMPONENTS[country])


def _per_cent(share: Decimal | None) -> int:
    """In whole per cent."""
    return 0 if share is None else round(share * 100)
