"""What a source says itself: standings beside an average, directions and places."""

from app.domain.message import LocalText
from app.domain.stated import (
    Direction,
    StatedComparison,
    StatedDegree,
    StatedStanding,
)
from app.domain.wording.stated import comparison_stated_words, direction_words
from tests.wording.examples import Example

ABOVE, ABOUT, BELOW = StatedStanding
AVERAGE = LocalText(
    {
        "nb": "snittet av evaluerte norske kommuner",
        "nn": "snittet av evaluerte norske kommunar",
        "sv": "genomsnittet för utvärderade norska kommuner",
        "en": "average of evaluated Norwegian municipalities",
    }
)
NATIONAL = LocalText(
    {"nb": "landssnittet", "nn": "landssnittet", "sv": "rikssnittet", "en": "national average"}
)
ALL = range(1, 9)

STANDINGS = (
    Example(
        "stated-above-clearly",
        lambda: comparison_stated_words(
            StatedComparison(AVERAGE, dict.fromkeys(ALL, ABOVE), (3, 4, 5))
        ),
        {
            "nb": "Over snittet av evaluerte norske kommuner på alle åtte områder, "
            "klart over på område 3, 4 og 5",
            "en": "Above the average of evaluated Norwegian municipalities in all eight areas, "
            "clearly so in areas 3, 4 and 5",
        },
    ),
    Example(
        "stated-above",
        lambda: comparison_stated_words(StatedComparison(AVERAGE, dict.fromkeys(ALL, ABOVE))),
        {
            "nb": "Over snittet av evaluerte norske kommuner på alle åtte områder",
            "en": "Above the average of evaluated Norwegian municipalities in all eight areas",
        },
    ),
    Example(
        "stated-below",
        lambda: comparison_stated_words(StatedComparison(AVERAGE, dict.fromkeys(ALL, BELOW))),
        {
            "nb": "Under snittet av evaluerte norske kommuner på alle åtte områder",
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
            "en": "Compared with the average of evaluated Norwegian municipalities: above "
            "in areas 1 and 3, about the same in area 2 and below in area 4",
        },
    ),
    Example(
        "stated-about-all",
        lambda: comparison_stated_words(StatedComparison(NATIONAL, dict.fromkeys(ALL, ABOUT))),
        {
            "nb": "Omtrent som landssnittet på alle åtte områder",
            "en": "About the same as the national average in all eight areas",
        },
    ),
    Example(
        "stated-above-one",
        lambda: comparison_stated_words(StatedComparison(NATIONAL, {3: ABOVE})),
        {
            "nb": "Over landssnittet på område 3",
            "en": "Above the national average in area 3",
        },
    ),
    Example(
        "stated-above-some",
        lambda: comparison_stated_words(StatedComparison(NATIONAL, {3: ABOVE, 4: ABOVE})),
        {
            "nb": "Over landssnittet på område 3 og 4",
            "en": "Above the national average in areas 3 and 4",
        },
    ),
    Example(
        "stated-about-one",
        lambda: comparison_stated_words(StatedComparison(NATIONAL, {3: ABOUT})),
        {
            "nb": "Omtrent som landssnittet på område 3",
            "en": "About the same as the national average in area 3",
        },
    ),
    Example(
        "stated-about-some",
        lambda: comparison_stated_words(StatedComparison(NATIONAL, {3: ABOUT, 4: ABOUT})),
        {
            "nb": "Omtrent som landssnittet på område 3 og 4",
            "en": "About the same as the national average in areas 3 and 4",
        },
    ),
    Example(
        "stated-below-one",
        lambda: comparison_stated_words(StatedComparison(NATIONAL, {3: BELOW})),
        {
            "nb": "Under landssnittet på område 3",
            "en": "Below the national average in area 3",
        },
    ),
    Example(
        "stated-below-some",
        lambda: comparison_stated_words(StatedComparison(NATIONAL, {3: BELOW, 4: BELOW})),
        {
            "nb": "Under landssnittet på område 3 og 4",
            "en": "Below the national average in areas 3 and 4",
        },
    ),
    Example(
        "stated-mixed-one-each",
        lambda: comparison_stated_words(
            StatedComparison(NATIONAL, {1: ABOVE, 2: ABOUT, 5: ABOUT, 4: BELOW, 6: BELOW})
        ),
        {
            "nb": "Sammenlignet med landssnittet: over i område 1, omtrent likt i område 2 og 5 "
            "og under i område 4 og 6",
            "nn": "Samanlikna med landssnittet: over i område 1, om lag likt i område 2 og 5 "
            "og under i område 4 og 6",
            "sv": "Jämfört med rikssnittet: över på område 1, ungefär lika på område 2 och 5 "
            "och under på område 4 och 6",
            "en": "Compared with the national average: above in area 1, about the same in "
            "areas 2 and 5 and below in areas 4 and 6",
        },
    ),
    Example(
        "stated-total-clearly-above",
        lambda: comparison_stated_words(
            StatedComparison(NATIONAL, {}, total=ABOVE, degree=StatedDegree.CLEARLY)
        ),
        {
            "nb": "Den samlede poengsummen er klart over landssnittet",
            "en": "The total is clearly above the national average",
        },
    ),
    Example(
        "stated-total-slightly-above",
        lambda: comparison_stated_words(
            StatedComparison(NATIONAL, {}, total=ABOVE, degree=StatedDegree.SLIGHTLY)
        ),
        {
            "nb": "Den samlede poengsummen er litt over landssnittet",
            "en": "The total is slightly above the national average",
        },
    ),
    Example(
        "stated-total-above",
        lambda: comparison_stated_words(StatedComparison(NATIONAL, {}, total=ABOVE, degree=None)),
        {
            "nb": "Den samlede poengsummen er over landssnittet",
            "en": "The total is above the national average",
        },
    ),
    Example(
        "stated-total-clearly-below",
        lambda: comparison_stated_words(
            StatedComparison(NATIONAL, {}, total=BELOW, degree=StatedDegree.CLEARLY)
        ),
        {
            "nb": "Den samlede poengsummen er klart under landssnittet",
            "en": "The total is clearly below the national average",
        },
    ),
    Example(
        "stated-total-slightly-below",
        lambda: comparison_stated_words(
            StatedComparison(NATIONAL, {}, total=BELOW, degree=StatedDegree.SLIGHTLY)
        ),
        {
            "nb": "Den samlede poengsummen er litt under landssnittet",
            "en": "The total is slightly below the national average",
        },
    ),
    Example(
        "stated-total-below",
        lambda: comparison_stated_words(StatedComparison(NATIONAL, {}, total=BELOW, degree=None)),
        {
            "nb": "Den samlede poengsummen er under landssnittet",
            "en": "The total is below the national average",
        },
    ),
    Example(
        "stated-total-about-the-same-as",
        lambda: comparison_stated_words(StatedComparison(NATIONAL, {}, total=ABOUT, degree=None)),
        {
            "nb": "Den samlede poengsummen er omtrent som landssnittet",
            "en": "The total is about the same as the national average",
        },
    ),
    Example(
        "stated-total-and-areas",
        lambda: comparison_stated_words(
            StatedComparison(NATIONAL, dict.fromkeys(ALL, ABOVE), total=ABOVE)
        ),
        {
            "nb": "Den samlede poengsummen er over landssnittet. Over landssnittet på alle åtte "
            "områder",
            "nn": "Den samla poengsummen er over landssnittet. Over landssnittet på alle åtte "
            "område",
            "sv": "Totalpoängen är över rikssnittet. Över rikssnittet på alla åtta områden",
            "en": "The total is above the national average. "
            "Above the national average in all eight areas",
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

EXAMPLES = STANDINGS
