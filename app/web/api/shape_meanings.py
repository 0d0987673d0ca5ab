"""What fields mean in shapes where their name means something else than elsewhere.

Each is one more meaning of a name (see `app.web.api.field_meanings`), and new fields should not
need it: a name of their own says more.
"""

from collections.abc import Mapping
from typing import Final

_COUNT_IN_ALL: Final = "How many there are in all, on every page of the list together."
_MUNICIPALITY: Final = "The municipality that was evaluated."
_EVALUATION: Final = "The evaluation that the figure is of."
_WORST_CASE: Final = "Why, in words; null where the verdict is `yes`."
_STAR_AREA: Final = "The number of the area, 1–8; null where it is not known."
_STAR_YEAR: Final = "The year in which it was given."
_EXACT: Final = "Points, exact: 0 to `max`."

OF_SHAPES: Final[Mapping[str, Mapping[str, str]]] = {
    "AbsenceOut": {
        "kind": "Why, for programs: the figure is missing, or nothing may be compared with it.",
    },
    "AreaAnswer": {
        "name": "The name of the area.",
        "version": "The version of the method that the address names, as text.",
    },
    "AreaLessonOut": {
        "median": "The median of the set, in points; null where no set is large enough.",
        "name": "The name of the area.",
        "score": _EXACT,
        "why": "What makes it weak: under half of its points, or under the median of the set.",
    },
    "AreaNameOut": {"lang": "The language (BCP 47).", "text": "The name in that language."},
    "AreaScenarioOut": {
        "area": "The number of the area that is tried, 1–8; null where there are several.",
    },
    "AreaTriedOut": {
        "median": "The median of the set, in points; null where no set is large enough.",
        "score": "Points as evaluated, 0–100; null where they are not known.",
    },
    "AverageMemberOut": {"name": "The name of the municipality.", "score": _EXACT},
    "AverageOut": {
        "value": "The mean, in points; null where those with the figure do not stand for the rest.",
    },
    "AveragesScope": {
        "as_of": "The year at whose end it is worked out; null for now.",
        "first_year": "The year from which evaluations count (`from`); null from the first.",
        "last_year": "The year up to which evaluations count (`to`); null to the last.",
    },
    "BesideOut": {"name": "What it is set beside: an average, or a municipality by name."},
    "BesideVersionOut": {
        "area": "Whether points of an area may be compared.",
        "question": "Whether points of a question may be compared.",
        "total": "Whether totals may be compared.",
        "version": "The other version of the method, as text.",
    },
    "BetterOut": {"evaluation": _EVALUATION, "score": _EXACT},
    "ChangeListing": {
        "since": "The release that is compared with; 0 is before the first.",
        "total": _COUNT_IN_ALL,
    },
    "CodeOut": {"code": "The official code, as text.", "scheme": "Whose code it is."},
    "ComparabilityOut": {
        "reason": _WORST_CASE,
        "source": "What the rule rests on; null where the verdict is `yes`.",
    },
    "CompareAnswer": {
        "areas": "The areas side by side, as far as the methods allow.",
        "evaluations": "Those compared, in the order asked for.",
        "questions": "The questions side by side, as far as the methods allow.",
        "total": "The totals side by side, as far as the methods allow.",
    },
    "ComparedOut": {"municipality": _MUNICIPALITY},
    "ComparisonOut": {
        "kind": "Whom it is set beside: a computed or a published average, or others by name.",
        "reference": "The published average that it is set beside; null where it is another kind.",
    },
    "ConfigAnswer": {"name": "The name of this site."},
    "CorrelationsOut": {"mean": "The mean of the correlations, -1 to 1; null without any."},
    "CountedGroupOut": {
        "code": "The code of the group in its scheme, as text.",
        "members": "How many municipalities of today are in it.",
    },
    "CoverageLineOut": {"versions": "The method versions of the family, in words."},
    "CriterionOut": {"code": "The letter or number of the criterion."},
    "DiscrepancyOut": {
        "measure": "`total`, or the number of the area; null where it is of none.",
    },
    "EarlierAreaOut": {"score": "Points of the area then; null where they are not known."},
    "EarlierOut": {"areas": "The areas, by their numbers."},
    "EvaluationAnswer": {
        "municipality": _MUNICIPALITY,
        "total": "The total, as ours and as the source states it.",
    },
    "EvaluationGroupOut": {
        "code": "The code of the group in its scheme, as text.",
        "version": "The version of the scheme.",
    },
    "EvaluationItem": {
        "inhabitants": "The number of inhabitants that the size group rests on; null where not "
        "known.",
        "municipality": _MUNICIPALITY,
    },
    "EvaluationListing": {"total": _COUNT_IN_ALL},
    "EvaluationOut": {
        "municipality": _MUNICIPALITY,
        "total": "The total, as ours and as the source states it.",
    },
    "EvaluationRef": {"municipality": _MUNICIPALITY},
    "FindingOut": {"text": "What the report says, retold."},
    "FoundFindingOut": {
        "evaluation": "The evaluation whose report says it.",
        "text": "What the report says, retold.",
    },
    "GivenStarOut": {
        "area": _STAR_AREA,
        "area_name": "The name of the area; null where it is not known.",
        "evaluation": "The evaluation in which it was given.",
        "id": "The id of the gold star: the id of the evaluation, a slash and a number.",
        "year": _STAR_YEAR,
    },
    "GoldStarListing": {"total": _COUNT_IN_ALL},
    "GoldStarOut": {"area": _STAR_AREA, "year": _STAR_YEAR},
    "GroupSchemeOut": {
        "country": "The country it is of; null where it is of both.",
        "groups": "Its groups, in its own order.",
        "id": "The id of the grouping, such as `kostra-2020`.",
        "name": "What the grouping is called.",
        "publisher": "Who publishes it; null where it is our own.",
        "versions": "Its versions, the oldest first.",
    },
    "HeldStarOut": {"area": _STAR_AREA, "year": _STAR_YEAR},
    "HistoryOut": {"change": "The change since the one before; null for the first."},
    "InhabitantsOut": {"source": "Who counted them.", "year": "The year that the number is of."},
    "KnownEvaluatedOut": {
        "id": "The id of the count.",
        "n": "How many were evaluated, as the source says.",
        "source": "Where the count was read; null where it follows from our own list.",
    },
    "LanguageOut": {"code": "The code for `lang` (BCP 47).", "name": "Its own name for itself."},
    "LeftOutOut": {
        "evaluation": "The id of the evaluation that was named; null where a municipality was.",
        "name": "The name of the municipality.",
    },
    "LicenceOut": {"name": "The name of the licence.", "url": "The text of the licence."},
    "LikenessOut": {
        "population": "Likeness in inhabitants, 0–1; null where it is not known or not counted.",
    },
    "LineOut": {
        "figures": "The figures, in the order of those compared.",
        "name": "The name of the area; null for the total.",
    },
    "ListedResultOut": {"municipality": _MUNICIPALITY, "score": _EXACT},
    "MeasureAverageOut": {
        "name": "The name of the area; null for the total.",
        "published": "What others have published for the same.",
    },
    "MembershipOut": {
        "code": "The code of the group in its scheme, as text.",
        "version": "The version of the scheme.",
    },
    "MethodAnswer": {
        "areas": "How many areas the version has.",
        "source": "Where the version was read; null where it has no source of its own.",
        "version": "The version of the method that the address names, as text.",
    },
    "MethodItem": {
        "areas": "How many areas the version has.",
        "source": "Where the version was read; null where it has no source of its own.",
    },
    "MethodListing": {
        "comparability": "The verdicts between versions, level by level.",
        "total": _COUNT_IN_ALL,
    },
    "MissingOut": {"kind": "Why the figure is absent, for programs."},
    "MunicipalityAnswer": {
        "area": "How large it is; null where it is not known.",
        "code": "The newest official code, as text; null without one.",
        "name": "The official name.",
        "peers": "Municipalities that official lists call like this one.",
    },
    "MunicipalityItem": {
        "area": "How large it is; null where it is not known.",
        "code": "The newest official code, as text; null without one.",
        "evaluation": "The evaluation that stands for it; null where none is known.",
        "inhabitants": "The newest number of inhabitants; null where none is known.",
        "name": "The official name.",
        "peers": "Municipalities that official lists call like this one.",
    },
    "MunicipalityListing": {"total": _COUNT_IN_ALL},
    "MunicipalityRef": {
        "code": "The newest official code, as text; null without one.",
        "name": "The official name.",
    },
    "NameOut": {"name": "The name.", "source": "Who says so."},
    "NearOut": {"name": "The name of the municipality."},
    "NearbyOut": {"name": "The name of the municipality."},
    "NotComparedOut": {
        "name": "What it would have been set beside.",
        "reason": "Why nothing is compared.",
        "value": "The figure, in points; null where it is not known.",
    },
    "PeerGroupOut": {"label": "What the grouping is called."},
    "PeerOut": {"municipality": "The municipality that is called alike."},
    "PeersAnswer": {
        "areas": "Weak areas, and who of those alike does better.",
        "gold_stars": "Gold stars of those alike, where the municipality is weak.",
        "municipality": "The municipality that the address names.",
        "peers": "Those called alike that an evaluation is known of, the most alike first.",
        "questions": "Questions with under half of their points, and who of those alike does "
        "better.",
        "weights": "How much each component counts in our own measure.",
    },
    "PeersOut": {"year": "The year that the list is of."},
    "PlacingPeriodOut": {
        "version": "The method version, as text; null where the period is of another kind.",
    },
    "PopulationOut": {
        "basis": "Whether the number is of the year itself, of an earlier or of a later one.",
        "value": "The number of inhabitants.",
        "year": "The year that the number is of.",
    },
    "Problem": {
        "detail": "What was wrong with this request, in the language of the answer.",
        "instance": "The path that was asked for.",
        "title": "What kind of error it is, in words.",
    },
    "PublishedAverageOut": {
        "n": "How many evaluations it was of; null where it is not known.",
        "label": "What the average is of.",
        "id": "The id of the published average.",
        "figures": "Points, by `total` or the number of the area (`1`–`8`).",
    },
    "PublishedFigureOut": {"n": "How many evaluations it was of; null where it is not known."},
    "QualityAnswer": {
        "text": "What the figures can carry: sentences in the language of the answer.",
        "weights": "What each area can give, of all points.",
    },
    "QuestionAnswer": {
        "area": "The area that the question is part of.",
        "code": "The code of the question, as text: `5.1`.",
        "label": "What the question asks.",
        "version": "The version of the method that the address names, as text.",
    },
    "QuestionDefinitionOut": {
        "code": "The code of the question, as text: `5.1`.",
        "label": "What the question asks.",
    },
    "QuestionLessonOut": {
        "code": "The code of the question, as text: `5.1`.",
        "label": "What the question asks.",
        "score": _EXACT,
    },
    "QuestionLineOut": {
        "code": "The code of the question, as text: `5.1`.",
        "figures": "The figures, in the order of those whose questions are known.",
        "label": "What the question asks.",
    },
    "QuestionOut": {
        "code": "The code of the question, as text: `5.1`.",
        "label": "What the question asks.",
    },
    "RankOut": {"text": "The place in words, as an interval where several are about the same."},
    "RecordChangeOut": {
        "change": "What happened to the record.",
        "key": "The record among those of its kind: an id, a slug or a name that never changes.",
        "kind": "What the record is.",
    },
    "ReferenceOut": {
        "id": "The id of the published average.",
        "label": "What the average is of.",
        "n": "How many evaluations it was of; null where it is not known.",
    },
    "RelativeOut": {
        "change": "How the two are related: a merger, a split, a new name or code.",
        "evaluations": "The ids of its own evaluations.",
        "municipality": "The other municipality.",
    },
    "ReleaseListing": {"total": _COUNT_IN_ALL},
    "ReleaseOut": {"summary": "What the release changed, in the language of `summary_lang`."},
    "RemarkOut": {"measure": "`total`, or the number of the area; null where it is of none."},
    "ResultOut": {
        "areas": "What the areas are set beside.",
        "total": "What the total is set beside.",
    },
    "ScenariosOut": {
        "area": "What follows if areas had other points.",
        "evaluation": "The evaluation that is tried on.",
    },
    "SchemeVersionOut": {"version": "The version of the scheme."},
    "SharedGapsOut": {
        "areas": "The areas, by number.",
        "questions": "The questions, by code.",
    },
    "SizeGroupOut": {
        "code": "The code of the group: `small`, `medium` or `large`.",
        "evaluations": "How many evaluations are in it.",
        "maximum": "The most inhabitants, who are in it; null without end.",
        "minimum": "The fewest inhabitants, who are in it.",
    },
    "SizeLimitOut": {
        "below": "The number of inhabitants that they are under; null where a group is named.",
    },
    "SpreadOut": {"n": "How many municipalities of the country have the figure."},
    "SquareKilometresOut": {
        "total": "The whole area, in square kilometres.",
        "year": "The year that the figures are of.",
    },
    "StandOut": {
        "band": "The quarter of the set that it lies in; null where there are no quartiles.",
        "text": "The same in words.",
    },
    "StarWithHolderOut": {
        "area": _STAR_AREA,
        "evaluation": "The evaluation in which it was given.",
        "id": "The id of the gold star: the id of the evaluation, a slash and a number.",
        "year": _STAR_YEAR,
    },
    "StatedChangesOut": {
        "areas": "Whether each area went up or down or stayed, by its number.",
    },
    "StatedComparisonOut": {
        "text": "What the source says, retold.",
        "total": "How the total stands; null where the source says nothing of it.",
    },
    "StatedPlacingOut": {
        "band": "A part of the order, where the source gives no number; null where it does.",
        "rank": "The place that the source states; null where it gives a part of the order.",
        "text": "What the source says, retold.",
    },
    "StatisticsOut": {"n": "How many figures it is worked out from."},
    "TaxBaseOut": {"year": "The taxation year."},
    "Text": {"text": "The text."},
    "VersionApartOut": {"version": "The other version of the method, as text."},
    "VersionRelativeOut": {
        "name": "The name of the area there.",
        "version": "The other version of the method, as text.",
    },
    "WeightOut": {"name": "The name of the area."},
    "WeightsOut": {
        "distance": "How much the distance on the map counts, 0–3.",
        "population": "How much the number of inhabitants counts, 0–3.",
    },
    "WhatIfAnswer": {"municipality": "The municipality that the address names."},
}
"""By shape and field."""
