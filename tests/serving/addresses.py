"""What readers ask for: an address of every kind, and thousands that nobody has asked for yet."""

from itertools import chain
from random import Random
from typing import Final

from tests.publishing.changing import real_state

PREFIXES: Final = ("", "/nn", "/sv", "/en")

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
    evaluated = sorted({e.slug for e in state.evaluations})
    found = list(
        chain(
            (f"{p}/kommuner/{slug}" for p in PREFIXES for slug in slugs),
            (f"{p}/kommuner/sok?q={slug[:6]}" for p in PREFIXES for slug in slugs[::4]),
            (f"/api/v1/municipalities/{slug}{s}" for s in ("", ".csv") for slug in slugs[::2]),
            *(_of_evaluated(p, slug) for p in PREFIXES for slug in evaluated),
            *(_of_evaluation(p, e.id, e.slug, e.year) for p in PREFIXES for e in state.evaluations),
            *(_of_method(p) for p in PREFIXES),
        )
    )
    distinct = list(dict.fromkeys(found))
    Random(seed).shuffle(distinct)
    return distinct


def _of_evaluated(prefix: str, slug: str) -> list[str]:
    page = f"{prefix}/kommuner/{slug}"
    return [
        f"{page}/tvillinger",
        f"{page}/hva-om",
        f"{page}/feed.atom",
        f"{prefix}/embed/kommuner/{slug}/spider.svg",
        f"{prefix}/embed/kommuner/{slug}/bars.png",
        f"{prefix}/gullstjerner?q={slug}",
    ]


def _of_evaluation(prefix: str, id: str, slug: str, year: int) -> list[str]:
    lang = prefix.strip("/") or "nb"
    return [
        f"{prefix}/kommuner/{slug}/{year}",
        f"{prefix}/embed/kommuner/{slug}/{year}/spider.svg",
        f"{prefix}/sammenlign?e=hemne-2018&e={id}",
        f"/api/v1/evaluations/{id}.xlsx?lang={lang}",
        f"/api/v1/compare?e=hareid-2019&e={id}&lang={lang}",
    ]


def _of_method(prefix: str) -> list[str]:
    return [
        *(f"{prefix}/omrader/2.1/{no}" for no in range(1, 9)),
        *(f"{prefix}/kommuner?country={c}&page={n}" for c in ("NO", "SE") for n in (1, 2)),
        f"{prefix}/kart",
        f"{prefix}/utvikling",
        f"{prefix}/data",
    ]
