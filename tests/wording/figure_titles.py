"""What stands above a figure and in its short columns: what it shows, beside whom, which place."""

from decimal import Decimal

from app.domain.gap import Standing
from app.domain.stated import Direction
from app.domain.statistics import Rank
from app.domain.wording.figures import (
    areas_subtitle,
    areas_title,
    history_title,
    own_areas_title,
    ranked_title,
    standings_title,
)
from app.domain.wording.standing import short_rank_words
from app.domain.wording.stated import short_direction_words
from tests.wording.examples import Example, instrument

SAME, ABOVE, BELOW = Standing
AREAS = instrument().version("2.1").areas
EXACT = Rank(place=14, of=41, shared=False, place_from=14, place_to=14)
WIDE = Rank(place=20, of=45, shared=False, place_from=18, place_to=27)

TITLES = (
    Example(
        "figure-title-none-stands-out",
        lambda: areas_title("Hemne", 2018, []),
        {"nb": "Hemne 2018: de åtte områdene", "en": "Hemne 2018: the eight areas"},
    ),
    Example(
        "figure-title-highest",
        lambda: areas_title("Hemne", 2018, [AREAS[2], AREAS[7]]),
        {
            "nb": "Hemne 2018: flest poeng på Politisk styring og Samfunnsutvikling",
            "en": "Hemne 2018: most points for Political steering and Community development",
        },
    ),
    Example(
        "figure-title-above",
        lambda: standings_title("Hemne", 2018, "Hareid 2019", [*[ABOVE] * 6, SAME, BELOW]),
        {
            "nb": "Hemne 2018: over Hareid 2019 på 6 av 8 områder",
            "en": "Hemne 2018: above Hareid 2019 in 6 of 8 areas",
        },
    ),
    Example(
        "figure-title-below",
        lambda: standings_title("Hemne", 2018, "Hareid 2019", [ABOVE, *[SAME] * 2, *[BELOW] * 5]),
        {
            "nb": "Hemne 2018: under Hareid 2019 på 5 av 8 områder",
            "en": "Hemne 2018: below Hareid 2019 in 5 of 8 areas",
        },
    ),
    Example(
        "figure-title-about-the-same",
        lambda: standings_title("Hemne", 2018, "Hareid 2019", [SAME] * 8),
        {
            "nb": "Hemne 2018: omtrent som Hareid 2019 på alle de 8 områdene som er sammenlignet",
            "en": "Hemne 2018: about the same as Hareid 2019 in all 8 areas compared",
        },
    ),
    Example(
        "figure-subtitle",
        lambda: areas_subtitle([]),
        {"nb": "Poeng på hvert område, 0–100", "en": "Points in each area, 0–100"},
    ),
    Example(
        "figure-subtitle-beside",
        lambda: areas_subtitle(["Hareid 2019", "Ulstein 2019"]),
        {
            "nb": "Poeng på hvert område, 0–100, sammen med Hareid 2019 og Ulstein 2019",
            "en": "Points in each area, 0–100, beside Hareid 2019 and Ulstein 2019",
        },
    ),
    Example(
        "figure-title-history",
        lambda: history_title("Hemne", (2011, Decimal("439.6")), (2018, Decimal("433.0"))),
        {
            "nb": "Hemne: 440 poeng i 2011, 433 i 2018",
            "en": "Hemne: 440 points in 2011, 433 in 2018",
        },
    ),
    Example(
        "figure-title-own-areas-up",
        lambda: own_areas_title("Karlskrona", 2011, 2014, [*[ABOVE] * 6, SAME, SAME]),
        {
            "nb": "Karlskrona: opp på 6 av 8 områder fra 2011 til 2014",
            "en": "Karlskrona: up in 6 of 8 areas from 2011 to 2014",
        },
    ),
    Example(
        "figure-title-own-areas-down",
        lambda: own_areas_title("Hemne", 2011, 2018, [ABOVE, BELOW, BELOW]),
        {
            "nb": "Hemne: ned på 2 av 3 områder fra 2011 til 2018",
            "en": "Hemne: down in 2 of 3 areas from 2011 to 2018",
        },
    ),
    Example(
        "figure-title-own-areas-same",
        lambda: own_areas_title("Hemne", 2011, 2018, [SAME, SAME]),
        {
            "nb": "Hemne: omtrent likt på alle 2 områder i 2011 og 2018",
            "en": "Hemne: about the same in all 2 areas in 2011 and 2018",
        },
    ),
    Example(
        "figure-title-own-areas-not-both",
        lambda: own_areas_title("Hemne", 2011, 2018, []),
        {
            "nb": "Hemne område for område, 2011 og 2018",
            "en": "Hemne area by area, 2011 and 2018",
        },
    ),
    Example(
        "figure-title-ranked",
        lambda: ranked_title("Hemne 2018", EXACT),
        {
            "nb": "Hemne 2018: plass 14 av 41",
            "nn": "Hemne 2018: plass 14 av 41",
            "sv": "Hemne 2018: plats 14 av 41",
            "en": "Hemne 2018: ranked 14 of 41",
        },
    ),
    Example(
        "figure-title-ranked-among",
        lambda: ranked_title("Hemne 2018", WIDE),
        {
            "nb": "Hemne 2018: plass 18–27 av 45",
            "nn": "Hemne 2018: plass 18–27 av 45",
            "sv": "Hemne 2018: plats 18–27 av 45",
            "en": "Hemne 2018: ranked 18–27 of 45",
        },
    ),
)

COLUMNS = (
    Example(
        "short-rank",
        lambda: short_rank_words(EXACT),
        {"nb": "14 av 41", "en": "14 of 41"},
    ),
    Example(
        "short-rank-among",
        lambda: short_rank_words(WIDE),
        {"nb": "18–27 av 45", "en": "18–27 of 45"},
    ),
    Example(
        "short-direction-up",
        lambda: short_direction_words(Direction.UP),
        {"nb": "▲ opp", "en": "▲ up"},
    ),
    Example(
        "short-direction-down",
        lambda: short_direction_words(Direction.DOWN),
        {"nb": "▼ ned", "en": "▼ down"},
    ),
    Example(
        "short-direction-stable",
        lambda: short_direction_words(Direction.STABLE),
        {"nb": "stabilt", "en": "stable"},
    ),
)

EXAMPLES = (*TITLES, *COLUMNS)
