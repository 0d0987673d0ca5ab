"""Points in words, the same wherever a figure has them."""

from dataclasses import dataclass
from decimal import Decimal

from app.domain.message import Points, Say, say


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes points in the language of the words: all points of a figure with as many decimals."""

    words: Say
    decimals: int

    def __call__(self, value: Decimal | None) -> str:
        """The points of somebody. None is where there is no figure; the table beside
        it says why."""
        if value is None:
            return self.words(say("no figure"))
        return self.words(say("%(points)s", points=Points(value, self.decimals)))

    def tick(self, value: Decimal) -> str:
        """What a line of the scale stands for, with as many decimals as it needs."""
        return self.words(say("%(points)s", points=Points(value)))
