"""The tools, each declared once: an operation of the API, and which of its parameters are offered.

What a parameter and a field mean is read off the description of the API, so a tool says only what
it is for. All of it is in English, as that description is; answers have the reader's language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

SHARED: Final = ("lang", "release")
"""Parameters that every tool takes."""

LIMIT: Final = "limit"
USUAL_LIMIT: Final = 10
HIGHEST_LIMIT: Final = 100
"""Items in one answer: what has read it cannot put it away again."""

ABOUT: Final = """\
Results of Kommunekompasset (Norway) and Kommunkompassen (Sweden): evaluations of how a \
municipality is governed and led, eight areas of 0–100 points, 800 in all.

- They measure management practice, not the quality of services. Say so with every ranking.
- Taking part is voluntary: an average is that of those evaluated, never of all municipalities.
- Where `representative` is false nothing computed stands for a country or a group. Do not work \
out an average or a place of your own; name the municipalities instead.
- Points of different method families are not comparable. Where `comparability` says no, do not \
subtract.
- What is missing is null with a reason, never 0.
- Findings and gold stars are retold; quote the report that is named as their source, not these.
- With every figure say the year, the method version and the source (`about.cite`), and give the \
address of the page (`about.page`).
- Where `about.synthetic` is true all results are made up. Cite none of them.
"""
"""What must not be got wrong, told before any tool is used."""

_POINTS: Final = "Points say how a municipality is governed and led, not how good its services are."
_STANDS_FOR: Final = "Where `representative` is false, do not work out an average or a rank."


@dataclass(frozen=True, slots=True)
class AssistantTool:
    """`operation` is its name in the description of the API, `takes` the parameters offered."""

    name: str
    title: str
    operation: str
    description: str
    takes: tuple[str, ...]
    usual: Mapping[str, int] = field(default_factory=dict)
    """Values of parameters that are not given, where they are others than the API's."""
    required: tuple[str, ...] = ()
    """What has to be given besides that which the API asks for itself."""
    meanings: Mapping[str, str] = field(default_factory=dict)
    """What parameters mean here, where that is less than in the API."""
    instead: str | None = None
    """The operation that says what may have been meant where a search finds nothing."""

    @property
    def offered(self) -> tuple[str, ...]:
        return (*self.takes, *SHARED)


_SOME: Final = {LIMIT: USUAL_LIMIT}
_PLACES: Final = ("country", "county", "size_group", "group")
_YEARS: Final = ("from", "to")
_LISTED: Final = (LIMIT, "cursor")

TOOLS: Final = (
    AssistantTool(
        "find_municipality",
        "Find a municipality",
        "listMunicipalities",
        "Finds municipalities by what people call them: official, Sami and former names, with or "
        "without «kommune», small slips, and official codes. Begin here: other tools name a "
        "municipality by its `slug`. Each comes with its latest evaluation, or null where none "
        "is known. " + _POINTS,
        ("q", "country", *_LISTED),
        _SOME,
        ("q",),
        {"q": "A name or an official code, as somebody writes it."},
        "getMunicipality",
    ),
    AssistantTool(
        "get_municipality",
        "A municipality's results",
        "getMunicipality",
        "All evaluations of one municipality, how the latest compares with others, its history, "
        "and what it was before or became. `answer` says the most important in sentences. Results "
        "of a predecessor are never the successor's own. " + _POINTS + " " + _STANDS_FOR,
        ("slug", "set"),
    ),
    AssistantTool(
        "list_evaluations",
        "Evaluations",
        "listEvaluations",
        "Evaluations by place, size, method version and year, with the total and the areas. "
        "Sorting by points keeps to one method family. It holds the results that could be found, "
        "not all there are: an order of them is no ranking of a country. " + _POINTS,
        ("q", "municipality", *_PLACES, "family", "version", "year", *_YEARS, "sort", *_LISTED),
        _SOME,
    ),
    AssistantTool(
        "get_evaluation",
        "One evaluation",
        "getEvaluation",
        "One evaluation whole: areas, questions where they are known, strengths, challenges, "
        "weaknesses, gold stars, what the source states, and where figures disagree. Its id is "
        "like hemne-2018: municipality and year. " + _POINTS,
        ("id",),
    ),
    AssistantTool(
        "compare_evaluations",
        "A comparison",
        "compareEvaluations",
        "Two to six evaluations side by side, as far as their methods allow. What may not be "
        "compared is left out, and `comparability` says why; compute no difference there. Small "
        "gaps are called about the same; keep to those words. " + _POINTS,
        ("e",),
    ),
    AssistantTool(
        "get_averages",
        "Averages",
        "getAverages",
        "Averages, medians and quartiles of the total and each area over a comparison set, with "
        "averages that others have published beside them. Each set says what it is made of and "
        "of how many known to be evaluated. Where there is no average, ask again with "
        "`members=true` and name the municipalities. " + _POINTS + " " + _STANDS_FOR,
        ("country", "family", "size_group", "group", *_YEARS, "as_of", "without", "members"),
        {"members": False},
    ),
    AssistantTool(
        "list_gold_stars",
        "Gold stars",
        "listGoldStars",
        "Gullstjerner: practices so good that most others can learn from them, by area, question, "
        "place and year, or by words. A gold star is given for a practice; it does not follow "
        "from points. Texts are retold.",
        ("q", "area", "question", "version", *_PLACES, *_YEARS, *_LISTED),
        _SOME,
    ),
    AssistantTool(
        "list_findings",
        "Findings",
        "listFindings",
        "Strengths, challenges and weaknesses that reports name, by kind, area, place and year, "
        "or by words. Texts are retold, not quoted; the source of each is named.",
        ("q", "kind", "area", "municipality", "e", *_PLACES, *_YEARS, *_LISTED),
        _SOME,
    ),
)
"""In the order in which they are shown."""
