"""What readers ask for: an address of every kind, and thousands that nobody has asked for yet."""

from random import Random
from typing import Final

from app.domain.evaluation import DetailLevel, Evaluation
from tests.publishing.changing import real_state

PREFIXES: Final = ("", "/nn", "/sv", "/en")
DRAWINGS: Final = ("spider.svg", "bars.png")

KINDS: Final = (
    "/kommuner/hareid",
    "/en/kommuner/hemne/2018",
    "/nn/kommuner?country=SE",
    "/sv/sammenlign?e=hemne-2018&e=hareid-2019",
    "/en/omrader/2.1/2",
    "/sporsmal/2.1/2.1",
    "/gullstjerner?q=styring",
    "/nn/kommuner/sok?q=hem",
    "/en/kommuner/hemne/tvillinger",
    "/kommuner/hemne/hva-om",
    "/sv/utvikling",
    "/kart",
    "/en/data",
    "/api/v1/municipalities?q=hem",
    "/api/v1/evaluations/hareid-2019?lang=en",
    "/api/v1/evaluations/hemne-2018.xlsx",
    "/api/v1/gold-stars.csv",
    "/en/embed/kommuner/hemne/spider.svg",
    "/embed/kommuner/hemne/2018/bars.png",
    "/kommuner/hemne/feed.atom",
)
"""One of each kind: pages, lists, searches, data, spreadsheets, drawings, pictures, feeds."""


def cold(seed: int) -> list[str]:
    """Different addresses in four languages, of every kind, in an order that looks like chance."""
    state = real_state()
    slugs = sorted(state.register.municipalities)
    found: list[str] = []
    for prefix in PREFIXES:
        found += [f"{prefix}/kommuner/{slug}" for slug in slugs]
        found += [f"{prefix}/kommuner/sok?q={slug[:6]}" for slug in slugs[::4]]
        for evaluation in state.evaluations:
            found += _of_evaluation(prefix, evaluation)
        found += _of_method(prefix)
    found += [f"/api/v1/municipalities/{slug}{s}" for s in ("", ".csv") for slug in slugs[::2]]
    distinct = list(dict.fromkeys(found))
    Random(seed).shuffle(distinct)
    return distinct


def _of_evaluation(prefix: str, evaluation: Evaluation) -> list[str]:
    municipality = f"kommuner/{evaluation.municipality}"
    page = f"{municipality}/{evaluation.year}"
    lang = prefix.strip("/") or "nb"
    drawn = evaluation.detail in (DetailLevel.AREAS, DetailLevel.QUESTIONS)
    return [
        f"{prefix}/{page}",
        f"{prefix}/{municipality}/tvillinger",
        f"{prefix}/{municipality}/hva-om",
        f"{prefix}/{municipality}/feed.atom",
        f"{prefix}/gullstjerner?q={evaluation.municipality}",
        f"{prefix}/sammenlign?e=hemne-2018&e={evaluation.id}",
        f"{prefix}/embed/{municipality}/share.png",
        *(f"{prefix}/embed/{page}/{name}" for name in DRAWINGS if drawn),
        f"/api/v1/evaluations/{evaluation.id}.xlsx?lang={lang}",
        f"/api/v1/compare?e=hareid-2019&e={evaluation.id}&lang={lang}",
    ]


def _of_method(prefix: str) -> list[str]:
    return [
        *(f"{prefix}/omrader/2.1/{no}" for no in range(1, 9)),
        *(
            f"{prefix}/kommuner?country={c}&detail={d}"
            for c in ("NO", "SE")
            for d in ("areas", "none")
        ),
        f"{prefix}/kart",
        f"{prefix}/utvikling",
        f"{prefix}/data",
    ]
