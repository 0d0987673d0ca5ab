"""What the page of twins takes: how much each component of likeness counts, and from where."""

from typing import Literal, TypeAlias, get_args

from app.domain.likeness import Weights
from app.domain.message import Message, say
from app.errors import BadParameter
from app.web.filters.facets import Facet, Option
from app.web.parameters import PageParameters

LikenessWeight: TypeAlias = Literal["0", "1", "2", "3"]


class TwinsParameters(PageParameters):
    """`country` is given only for both countries; otherwise twins are of the same country."""

    w_population: LikenessWeight = "2"
    w_county: LikenessWeight = "1"
    w_distance: LikenessWeight = "1"
    country: Literal["both"] | None = None

    @property
    def weights(self) -> Weights:
        """The weights chosen.

        Raises:
            BadParameter: all are 0, so that nothing is left to liken by.
        """
        chosen = Weights(int(self.w_population), int(self.w_county), int(self.w_distance))
        if not any(chosen.by_component.values()):
            raise BadParameter(
                "w_population",
                say("All three weights are 0. Let at least one of them count."),
                get_args(LikenessWeight)[1:],
            )
        return chosen

    @property
    def is_usual(self) -> bool:
        """Whether nothing was chosen, so that this is the page that search engines may keep."""
        return self.weights == Weights() and self.country is None

    @property
    def fields(self) -> tuple[Facet, ...]:
        """The fields of the form."""
        return (
            _weight("w_population", say("Inhabitants"), self.w_population),
            _weight("w_county", say("Same county"), self.w_county),
            _weight("w_distance", say("Distance"), self.w_distance),
        )


def _weight(name: str, label: Message, chosen: str) -> Facet:
    words = {
        "0": say("not at all"),
        "1": say("once"),
        "2": say("twice"),
        "3": say("three times"),
    }
    return Facet(
        name,
        label,
        words[chosen],
        tuple(
            Option(value, words[value], None, value == chosen) for value in get_args(LikenessWeight)
        ),
    )
