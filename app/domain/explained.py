"""The terms of the pages, explained to readers: the one place where they are.

The page of the method lists them, and pages link a term where they first use it.
"""

from dataclasses import dataclass
from typing import Final

from app.domain.message import Message, say


@dataclass(frozen=True, slots=True)
class ExplainedTerm:
    """A term as it stands within a sentence, and what it means. `name` is its name in addresses."""

    name: str
    word: Message
    meaning: Message

    @property
    def anchor(self) -> str:
        """Where it is explained on the page of the method."""
        return f"term-{self.name}"


EXPLAINED: Final = (
    ExplainedTerm(
        "method-version",
        say("method version"),
        say(
            "The method has been revised several times, and each version has its number. Points "
            "from two versions can be compared only where the requirements are nearly the same."
        ),
    ),
    ExplainedTerm(
        "family",
        say("method family"),
        say(
            "Versions so alike that their points may be compared, with caution. Points are never "
            "compared across families."
        ),
    ),
    ExplainedTerm(
        "gold-star",
        say("gold star"),
        say(
            "What the evaluators give a practice that is so good that most others can learn from "
            "it. It does not follow from the points."
        ),
    ),
    ExplainedTerm(
        "median",
        say("median"),
        say("The one in the middle: half have more points, and half have fewer."),
    ),
    ExplainedTerm(
        "middle-half",
        say("middle half"),
        say(
            "The half around the median: a quarter of the others have more points, and a quarter "
            "have fewer."
        ),
    ),
    ExplainedTerm(
        "size-group",
        say("size group"),
        say(
            "Municipalities with about as many inhabitants as one another. What counts is how many "
            "they had when the year of the evaluation began."
        ),
    ),
    ExplainedTerm(
        "inferred",
        say("inferred"),
        say("The source does not say it. We conclude it from something else, such as the year."),
    ),
    ExplainedTerm(
        "comparison-set",
        say("comparison set"),
        say(
            "Exactly those whose results an average or a rank is worked out from: the latest of "
            "each municipality by the same method family."
        ),
    ),
    ExplainedTerm(
        "coverage",
        say("coverage"),
        say(
            "How many we have figures for, of all who are known to be evaluated. Where it is too "
            "low, we give no average and no rank: those who did not publish may differ."
        ),
    ),
    ExplainedTerm(
        "published-average",
        say("published average"),
        say(
            "An average that somebody else has worked out and published. It stands with its source "
            "and is not computed from the results here."
        ),
    ),
    ExplainedTerm(
        "release",
        say("release"),
        say(
            "A numbered state of all the figures here. It never changes, so what is cited from it "
            "can always be found again."
        ),
    ),
)
"""In the order in which the page of the method lists them."""

BY_NAME: Final = {term.name: term for term in EXPLAINED}
