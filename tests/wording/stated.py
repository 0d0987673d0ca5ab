"""What a source says itself: standings beside an average, directions and places."""

from app.domain.message import LocalText
from app.domain.score import Measure
from app.domain.stated import (
    Direction,
    PlacingBand,
    PlacingScope,
    ScopeCode,
    StatedComparison,
    StatedPlacing,
    StatedStanding,
)
from app.domain.wording.placings import placing_words
from app.domain.wording.stated import comparison_stated_words, direction_words
from tests.wording.examples import NORWAY, SWEDEN, TOTAL, Example

ABOVE, ABOUT, BELOW = StatedStanding
AVERAGE = LocalText(
    {
        "nb": "snittet av evaluerte norske kommuner",
        "nn": "snittet av evaluerte norske kommunar",
        "sv": "genomsnittet för utvärderade norska kommuner",
        "en": "average of evaluated Norwegian municipalities",
    }
)
ALL = range(1, 9)
_scope = PlacingScope.of_code

STANDINGS = (
    Example(
        "stated-above-clearly",
        lambda: comparison_stated_words(
            StatedComparison(AVERAGE, dict.fromkeys(ALL, ABOVE), (3, 4, 5))
        ),
        {
            "nb": "Over snittet av evaluerte norske kommuner i alle åtte områder, "
            "klart over i område 3, 4 og 5",
            "en": "Above the average of evaluated Norwegian municipalities in all eight areas, "
            "clearly so in areas 3, 4 and 5",
        },
    ),
    Example(
        "stated-above",
        lambda: comparison_stated_words(StatedComparison(AVERAGE, dict.fromkeys(ALL, ABOVE))),
        {
            "nb": "Over snittet av evaluerte norske kommuner i alle åtte områder",
            "en": "Above the average of evaluated Norwegian municipalities in all eight areas",
        },
    ),
    Example(
        "stated-below",
        lambda: comparison_stated_words(StatedComparison(AVERAGE, dict.fromkeys(ALL, BELOW))),
        {
            "nb": "Under snittet av evaluerte norske kommuner i alle åtte områder",
            "en": "Below the average of evaluated Norwegian municipalities in all eight areas",
        },
    ),
    Example(
        "stated-mixed",
        lambda: comparison_stated_words(
            StatedComparison(AVERAGE, {1: ABOVE, 4: BELOW, 2: ABOUT, 3: ABOVE})
        ),
        {
            "nb": "Sammenlignet med snittet av evaluerte norske kommuner: "
            "over i område 1 og 3, omtrent likt i område 2 og under i område 4",
            "nn": "Samanlikna med snittet av evaluerte norske kommunar: "
            "over i område 1 og 3, om lag likt i område 2 og under i område 4",
            "sv": "Jämfört med genomsnittet för utvärderade norska kommuner: "
            "över på område 1 och 3, ungefär lika på område 2 och under på område 4",
            "en": "Beside the average of evaluated Norwegian municipalities: "
            "above in areas 1 and 3, about the same in area 2 and below in area 4",
        },
    ),
    Example(
        "stated-up",
        lambda: direction_words(Direction.UP, 2011),
        {
            "nb": "opp siden 2011, ifølge kilden",
            "en": "up since 2011, according to the source",
        },
    ),
    Example(
        "stated-down",
        lambda: direction_words(Direction.DOWN, 2011),
        {
            "nb": "ned siden 2011, ifølge kilden",
            "en": "down since 2011, according to the source",
        },
    ),
    Example(
        "stated-stable",
        lambda: direction_words(Direction.STABLE, 2011),
        {
            "nb": "stabilt siden 2011, ifølge kilden",
            "en": "stable since 2011, according to the source",
        },
    ),
)

PLACINGS = (
    Example(
        "placing-norway",
        lambda: placing_words(
            StatedPlacing(_scope(ScopeCode.COUNTRY), TOTAL, rank=3, of=58), NORWAY
        ),
        {
            "nb": "Samlet: plass 3 av 58 evaluerte norske kommuner",
            "nn": "Samla: plass 3 av 58 evaluerte norske kommunar",
            "sv": "Totalpoäng: plats 3 av 58 utvärderade norska kommuner",
            "en": "Total: place 3 of the 58 evaluated Norwegian municipalities",
        },
    ),
    Example(
        "placing-sweden",
        lambda: placing_words(StatedPlacing(_scope(ScopeCode.COUNTRY), TOTAL, rank=6), SWEDEN),
        {
            "nb": "Samlet: plass 6 blant evaluerte svenske kommuner",
            "nn": "Samla: plass 6 blant evaluerte svenske kommunar",
            "sv": "Totalpoäng: plats 6 bland utvärderade svenska kommuner",
            "en": "Total: place 6 among evaluated Swedish municipalities",
        },
    ),
    Example(
        "placing-norway-since-2010",
        lambda: placing_words(
            StatedPlacing(
                _scope(ScopeCode.COUNTRY_SINCE_2010),
                TOTAL,
                band=PlacingBand.TOP_QUARTER,
                of=60,
            ),
            NORWAY,
        ),
        {
            "nb": "Samlet: i øverste fjerdedel av 60 norske kommuner evaluert siden 2010",
            "nn": "Samla: i øvste fjerdedel av 60 norske kommunar evaluerte sidan 2010",
            "sv": "Totalpoäng: i den översta fjärdedelen av 60 norska kommuner som har "
            "utvärderats sedan 2010",
            "en": "Total: in the top quarter of the 60 Norwegian municipalities evaluated "
            "since 2010",
        },
    ),
    Example(
        "placing-sweden-since-2010",
        lambda: placing_words(
            StatedPlacing(
                _scope(ScopeCode.COUNTRY_SINCE_2010),
                TOTAL,
                band=PlacingBand.TOP_QUARTER,
            ),
            SWEDEN,
        ),
        {
            "nb": "Samlet: i øverste fjerdedel av svenske kommuner evaluert siden 2010",
            "nn": "Samla: i øvste fjerdedel av svenske kommunar evaluerte sidan 2010",
            "sv": "Totalpoäng: i den översta fjärdedelen av svenska kommuner som har "
            "utvärderats sedan 2010",
            "en": "Total: in the top quarter of Swedish municipalities evaluated since 2010",
        },
    ),
    Example(
        "placing-norway-all-time",
        lambda: placing_words(
            StatedPlacing(
                _scope(ScopeCode.COUNTRY_ALL_TIME),
                Measure.AREA_3,
                band=PlacingBand.TOP_TENTH,
                of=80,
            ),
            NORWAY,
        ),
        {
            "nb": "Område 3: i øverste tidel av 80 norske kommuner som noen gang var evaluert "
            "fram til da",
            "nn": "Område 3: i øvste tidel av 80 norske kommunar som nokon gong var evaluerte "
            "fram til då",
            "sv": "Område 3: i den översta tiondelen av 80 norska kommuner som någonsin hade "
            "utvärderats fram till dess",
            "en": "Area 3: in the top tenth of the 80 Norwegian municipalities ever evaluated "
            "until then",
        },
    ),
    Example(
        "placing-sweden-all-time",
        lambda: placing_words(
            StatedPlacing(_scope(ScopeCode.COUNTRY_ALL_TIME), TOTAL, band=PlacingBand.TOP_TENTH),
            SWEDEN,
        ),
        {
            "nb": "Samlet: i øverste tidel av svenske kommuner som noen gang var evaluert "
            "fram til da",
            "nn": "Samla: i øvste tidel av svenske kommunar som nokon gong var evaluerte "
            "fram til då",
            "sv": "Totalpoäng: i den översta tiondelen av svenska kommuner som någonsin hade "
            "utvärderats fram till dess",
            "en": "Total: in the top tenth of Swedish municipalities ever evaluated until then",
        },
    ),
    Example(
        "placing-norway-size",
        lambda: placing_words(
            StatedPlacing(_scope(ScopeCode.COUNTRY_SIZE_GROUP), TOTAL, rank=2), NORWAY
        ),
        {
            "nb": "Samlet: plass 2 blant evaluerte norske kommuner av samme størrelse",
            "nn": "Samla: plass 2 blant evaluerte norske kommunar av same storleik",
            "sv": "Totalpoäng: plats 2 bland utvärderade norska kommuner av samma storlek",
            "en": "Total: place 2 among evaluated Norwegian municipalities of its size",
        },
    ),
    Example(
        "placing-sweden-size",
        lambda: placing_words(
            StatedPlacing(_scope(ScopeCode.COUNTRY_SIZE_GROUP), TOTAL, rank=2, of=31),
            SWEDEN,
        ),
        {
            "nb": "Samlet: plass 2 av 31 evaluerte svenske kommuner av samme størrelse",
            "nn": "Samla: plass 2 av 31 evaluerte svenske kommunar av same storleik",
            "sv": "Totalpoäng: plats 2 av 31 utvärderade svenska kommuner av samma storlek",
            "en": "Total: place 2 of the 31 evaluated Swedish municipalities of its size",
        },
    ),
    Example(
        "placing-scandinavia",
        lambda: placing_words(StatedPlacing(_scope(ScopeCode.SCANDINAVIA), TOTAL, rank=1), NORWAY),
        {
            "nb": "Samlet: plass 1 blant evaluerte skandinaviske kommuner",
            "nn": "Samla: plass 1 blant evaluerte skandinaviske kommunar",
            "sv": "Totalpoäng: plats 1 bland utvärderade skandinaviska kommuner",
            "en": "Total: place 1 among evaluated Scandinavian municipalities",
        },
    ),
)

EXAMPLES = (*STANDINGS, *PLACINGS)
