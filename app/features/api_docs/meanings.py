"""What parameters mean and operations answer, for readers of other languages than English.

The description (OpenAPI) is in English. What it says of a parameter or an operation stands here
once more, to be found by translators; the page looks it up by its English words.
"""

from typing import Final

from app.domain.message import Message, say

_PARAMETERS: Final = (
    say("Answer from this release (permanent). Default: the newest release."),
    say("The language of names and sentences. Default: bokmål."),
    say(
        "How the CSV file is written: by the standard, or as Excel opens it in the Nordic "
        "countries. Other formats do not take it."
    ),
    say(
        "The highest number of items in one answer. Files do not take it: they hold the whole "
        "list, or its first 10 000 items."
    ),
    say("Taken from `next`, or from the header `Link`; says where to go on."),
    say("Only municipalities of this country, or of any of several."),
    say("Only municipalities of this county, or of any of several, by name."),
    say("Only municipalities of this size when they were evaluated."),
    say("Only municipalities of this size when they were evaluated, or of any of several."),
    say(
        "Only municipalities that counted in this group when they were evaluated: an official "
        "grouping and the code of the group, or `size:` and a size."
    ),
    say("Only evaluations of this method version, or of any of several."),
    say(
        "Only municipalities that counted in this group, or in any of several, when they were "
        "evaluated: an official grouping and the code of the group, or `size:` and a size."
    ),
    say(
        "Only evaluations of this method family, or of any of several; points are compared within "
        "one."
    ),
    say("Only evaluations of this year or later."),
    say("Only evaluations of this year or earlier."),
    say("Only evaluations with this level of detail, or with any of several."),
    say(
        "Only evaluations with this level of detail, or with any of several. `none` leaves nobody "
        "out: it adds municipalities without an evaluation."
    ),
    say("Only what has to do with this area, by its number."),
    say("Only what has to do with this question, by its code."),
    say("Only findings of this kind."),
    say("Only totals, areas or questions."),
    say("Only these figures: `total`, the number of an area, or the code of a question."),
    say("Only these municipalities, by their names in addresses."),
    say(
        "Only municipalities that have or had one of these official codes; with `country` where "
        "both countries use it."
    ),
    say("Only these evaluations, by their ids."),
    say("Only evaluations of these years."),
    say("Only what has these words; control characters are refused."),
    say(
        "The order: by name, or year or points with the highest first; with `-` before it the "
        "other way round."
    ),
    say(
        "The order: by name or county, or year or points with the highest first; with `-` before "
        "it the other way round. What is missing comes last."
    ),
    say(
        "Adds municipalities without an evaluation that no longer exist; `detail=none` adds those "
        "that exist. With both, every identity of the register is listed."
    ),
    say(
        "The name of the municipality in addresses. An official code leads to it, with its country "
        "(`se-1444`) where both countries use it."
    ),
    say(
        "The municipality and the year; with the method version behind it where the year has a "
        "second evaluation."
    ),
    say("The id of an evaluation; given once for each, at most six."),
    say("The method version."),
    say("The number of the area, 1–8."),
    say("The code of the question."),
    say("What the result is compared with. Default: the usual comparison."),
    say("As it stood at the end of this year: later evaluations do not count."),
    say(
        "Whose municipalities; given for each country to put them together, or as `both`. Without "
        "it each country stands by itself, or that of `without`."
    ),
    say("The method family; that of `without`, or the usual one, if left out."),
    say(
        "Whether to answer, where those with a figure stand for nobody else, their mean as "
        "`mean_of_few`."
    ),
    say("Whether to name the members of each set, which is most of the answer."),
    say("Whether to name the evaluations that the averages are over, on every page of the list."),
    say("An evaluation or a municipality whose municipality is left out."),
    say("`both` looks among the municipalities of both countries; else its own only."),
    say(
        "What similarity is based on: an official grouping of the country by its "
        "id, in Sweden also `kolada` or `kolada-socioeconomic`, or `own` for our "
        "own measure. Without it, the first official group in which anybody is "
        "evaluated with figures that may be compared."
    ),
    say("How much the number of inhabitants counts in our own measure."),
    say("How much centrality counts in Norway, and in Sweden the tax base."),
    say("How much the distance on the map counts."),
    say("The area that gets more points. Default: the one furthest behind."),
    say("What the area reaches: `median`, or points of 0–100."),
    say("The release to compare with; 0 answers everything that there is."),
)

_OPERATIONS: Final = (
    say("Municipalities with codes, coordinates, inhabitants and their latest result"),
    say("Municipalities as points on a map, with their latest result (GeoJSON)"),
    say("One municipality: who it is and was, its evaluations, and how it compares"),
    say("Evaluations by place, size, method, year and what is known of them"),
    say("One evaluation: total, areas, questions, findings, gold stars and what disagrees"),
    say("Evaluations side by side: total, areas and questions, and what may not be compared"),
    say("Gold stars by area, question, place, size and year, or by words"),
    say("Points of totals, areas and questions, a row for each figure of each evaluation"),
    say("Strengths, challenges and weaknesses by kind, area, place, size and year, or by words"),
    say("The versions of the method, and which of their results may be compared"),
    say("One version of the method: its areas, its questions, and what it may be compared with"),
    say("One area: what it covers, its questions, how the points are spread, its gold stars"),
    say("One question: what it can give, how the points are spread, its gold stars"),
    say("Averages, medians and quartiles over any comparison set, with published ones beside"),
    say("Municipalities like one, what that rests on, and whom it can learn from"),
    say("Scenarios for a municipality: an area with other points, areas with other weights"),
    say("Every list, the documentation, the description and the licence"),
    say("Method versions, languages, formats, limits, licence, citation and contact"),
    say("Every release with its time, summary, SHA-256 and file"),
    say("Records added, changed or removed since a release"),
    say("Coverage, counts of those evaluated, weights, and how the areas go together"),
)

_GROUPS: Final = (
    say("Municipalities"),
    say("Evaluations"),
    say("Compare"),
    say("Findings"),
    say("Points"),
    say("Gold stars"),
    say("Method"),
    say("Averages"),
    say("Data"),
)

_MEANINGS: Final = {
    **{message.key: message for message in (*_PARAMETERS, *_OPERATIONS, *_GROUPS)},
    **{
        f"How often area {no} counts, 0–3.": say("How often area %(no)s counts, 0–3.", no=str(no))
        for no in range(1, 9)
    },
    **{
        f"Points that area {no} would have, 0–100. No more than it has changes nothing.": say(
            "Points that area %(no)s would have, 0–100. No more than it has changes nothing.",
            no=str(no),
        )
        for no in range(1, 9)
    },
}


def meaning_of(english: str) -> Message | str:
    """What the description says, for the reader's language; as it is where unknown here."""
    return _MEANINGS.get(english, english)
