"""Hemne 2018 as its report prints it (KS-K rapport 3/2018), copied from the page by hand."""

from decimal import Decimal

from app.domain.evaluation import AreaResult, QuestionResult, area_figure, total_figure
from app.domain.method import MethodVersion
from app.domain.score import Figure

QUESTIONS = {
    1: "1.1 7.5/15, 1.2 9.0/20, 1.3 4.4/25, 1.4 14.0/30, 1.5 4.0/10",
    2: "2.1 4.5/15, 2.2 6.3/25, 2.3 5.8/15, 2.4 12.8/15, 2.6 8.0/15",
    3: "3.1 13.9/15, 3.2 18.4/25, 3.3 16.0/25*, 3.4 20.0/20*, 3.5 9.1/15",
    4: "4.1 13.5/15, 4.2 8.0/10, 4.3 5.2/20, 4.4 8.5/15, 4.5 20.0/20, 4.6 5.8/20",
    5: "5.1 10.5/15, 5.2 18.8/25*, 5.3 4.5/15, 5.4 10.4/15*, 5.5 7.5/20, 5.6 6.7/10",
    6: "6.1 10.5/15, 6.2 7.0/20, 6.3 14.6/25, 6.4 5.6/15, 6.5 10.2/15, 6.6 1.5/10",
    7: "7.1 7.5/15, 7.2 25.0/25*, 7.3 7.4/20, 7.4 6.5/20, 7.5 1.4/20",
    8: "8.1 13.1/15, 8.2 9.3/15, 8.3 11.3/15, 8.4 9.2/15, 8.5 2.3/10, 8.6 6.9/15, 8.7 10.6/15",
}
"""Points and the most that can be had. A star marks a digit that was lost in print."""

STATED = {1: 39, 2: 37, 3: 77, 4: 61, 5: 58, 6: 49, 7: 48, 8: 63}
STATED_TOTAL = Decimal(433)

SUMS = {1: "38.9", 2: "37.4", 3: "77.4", 4: "61.0", 5: "58.4", 6: "49.4", 7: "47.8", 8: "62.7"}
"""What the questions of each area add up to."""


def questions_of(no: int) -> tuple[QuestionResult, ...]:
    found = []
    for printed in QUESTIONS[no].split(", "):
        code, points = printed.removesuffix("*").split(" ")
        score, maximum = map(Decimal, points.split("/"))
        found.append(QuestionResult(code, Figure(score, score, maximum), printed.endswith("*")))
    return tuple(found)


def areas(method: MethodVersion) -> tuple[AreaResult, ...]:
    return tuple(
        AreaResult(
            no,
            area_figure(method.area(no), questions_of(no), Decimal(STATED[no])),
            questions_of(no),
        )
        for no in QUESTIONS
    )


def total(method: MethodVersion) -> Figure:
    return total_figure(method, areas(method), STATED_TOTAL)
