"""What the page of twins takes: by what municipalities are called alike, and how much each part of
our own measure counts."""

from collections.abc import Collection
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import Field

from app.domain.likeness import COMPONENTS, Component, Weights
from app.domain.message import Message, say
from app.domain.municipality import Country
from app.errors import BadParameter
from app.web.filters.facets import Facet, Option
from app.web.parameters import LONGEST_TEXT, PageParameters, whole_number

LikenessWeight: TypeAlias = Annotated[Literal["0", "1", "2", "3"], whole_number(0, 3)]

VALUES: Final = ("0", "1", "2", "3")
"""Of each weight."""

WEIGHTS: Final = ("w_population", "w_conditions", "w_distance")
"""In the order of the components of a country (`app.domain.likeness.COMPONENTS`)."""


class TwinsParameters(PageParameters):
    """Without `scheme` the first official group that there is something to learn from is shown."""

    scheme: str | None = Field(None, max_length=LONGEST_TEXT)
    w_population: LikenessWeight = "2"
    w_conditions: LikenessWeight = "1"
    w_distance: LikenessWeight = "1"

    @property
    def weights(self) -> Weights:
        """The weights chosen.

        Raises:
            BadParameter: all are 0, so that nothing is left to liken by.
        """
        chosen = Weights(int(self.w_population), int(self.w_conditions), int(self.w_distance))
        if not any(chosen.all):
            raise BadParameter(
                "w_population",
                say("All three weights are 0. Let at least one of them count."),
                VALUES[1:],
            )
        return chosen

    @property
    def is_usual(self) -> bool:
        """Whether nothing was chosen, so that this is the page that search engines may keep."""
        return self.weights == Weights() and self.scheme is None

    def scheme_of(self, allowed: Collection[str]) -> str | None:
        """The scheme chosen, of those that the country of a municipality has; None where none was.

        Raises:
            BadParameter: it has no such scheme.
        """
        if self.scheme is not None and self.scheme not in allowed:
            raise BadParameter(
                "scheme",
                say("The municipalities of this country are not grouped in this way."),
                tuple(allowed),
            )
        return self.scheme

    def weight_fields(self, country: Country) -> tuple[Facet, ...]:
        """The fields of the form that weigh the components of a country."""
        return tuple(
            _weight(name, component, str(weight))
            for name, component, weight in zip(
                WEIGHTS, COMPONENTS[country], self.weights.all, strict=True
            )
        )


def _weight(name: str, component: Component, chosen: str) -> Facet:
    labels = {
        Component.POPULATION: say("Inhabitants"),
        Component.CENTRALITY: say("Centrality"),
        Component.TAX_BASE: say("Tax base"),
        Component.DISTANCE: say("Distance"),
    }
    words: dict[str, Message] = {
        "0": say("not at all"),
        "1": say("once"),
        "2": say("twice"),
        "3": say("three times"),
    }
    return Facet(
        name,
        labels[component],
        words[chosen],
        tuple(Option(value, words[value], None, value == chosen) for value in VALUES),
    )
