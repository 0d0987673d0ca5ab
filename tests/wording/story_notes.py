"""What stories rest on, what they do not say, and what stands below their figures."""

from app.domain.comparability import Comparability, Verdict
from app.domain.message import LocalText
from app.domain.score import Level
from app.domain.stories.story import Story
from app.domain.wording import stories as wording
from app.domain.wording.story_cards import caption
from tests.wording.examples import Example, Said, instrument
from tests.wording.stories import ONE_FIRST, above, climb, contrast, highest, lowest, small, stars

REVISED = Comparability(Verdict.CAUTION, Level.TOTAL, LocalText({"en": "The method was revised."}))


def basis(story: Story) -> Said:
    return wording.basis(story, instrument())


BASES = (
    Example(
        "story-climb-basis",
        lambda: basis(climb()),
        {
            "nb": "Vi har to eller flere samlede poengsummer innenfor én metodefamilie for 12 "
            "kommuner. Dette er den som har gått mest fram.",
            "en": "We have two or more totals within one method family for 12 municipalities. "
            "This is the one whose total has risen most.",
        },
    ),
    Example(
        "story-highest-basis",
        lambda: basis(highest()),
        {
            "nb": "De siste samlede poengsummene til 3 svenske kommuner: alle vi har tall for med "
            "versjon 2020 (2021–2023).",
            "nn": "Dei siste samla poengsummane til 3 svenske kommunar: alle vi har tal for med "
            "versjon 2020 (2021–2023).",
            "sv": "De senaste totalpoängen för 3 svenska kommuner: alla som vi har resultat för "
            "med version 2020 (2021–2023).",
            "en": "The latest totals of 3 Swedish municipalities: all that we have figures for "
            "with version 2020 (2021–2023).",
        },
    ),
    Example(
        "story-first-basis",
        lambda: basis(ONE_FIRST),
        {
            "nb": "Dette er det kildene selv sier. Vi har ikke funnet alle resultatene det bygger "
            "på.",
            "en": "This is what the sources themselves state. We have not found all the results "
            "that it rests on.",
        },
    ),
    Example(
        "story-contrast-basis",
        lambda: basis(contrast()),
        {
            "nb": "Vi har poeng for alle de åtte områdene til 7 kommuner. Av de siste resultatene "
            "deres spenner dette videst.",
            "en": "We have points for all eight areas of 7 municipalities. Of their latest "
            "results, this has the widest span.",
        },
    ),
    Example(
        "story-gold-stars-of-one",
        lambda: basis(stars()),
        {
            "nb": "Gullstjernene til 1 kommune, fra kildene vi har lest. Det kan være flere i "
            "rapporter som ikke er offentlige.",
            "en": "The gold stars of 1 municipality, from the sources we have read. There may be "
            "more in reports that are not public.",
        },
    ),
    Example(
        "story-gold-stars-of-several",
        lambda: basis(stars("b")),
        {
            "nb": "Gullstjernene til 2 kommuner, fra kildene vi har lest. Det kan være flere i "
            "rapporter som ikke er offentlige.",
            "en": "The gold stars of 2 municipalities, from the sources we have read. There may "
            "be more in reports that are not public.",
        },
    ),
    Example(
        "story-small-basis",
        lambda: basis(small(400, 410)),
        {
            "nb": "De siste samlede poengsummene til 2 svenske kommuner med 10 000 innbyggere "
            "eller flere: alle vi har tall for med versjon 2020.",
            "nn": "Dei siste samla poengsummane til 2 svenske kommunar med 10 000 innbyggjarar "
            "eller fleire: alle vi har tal for med versjon 2020.",
            "sv": "De senaste totalpoängen för 2 svenska kommuner med 10 000 invånare eller fler: "
            "alla som vi har resultat för med version 2020.",
            "en": "The latest totals of 2 Swedish municipalities with 10,000 inhabitants or more: "
            "all that we have figures for with version 2020.",
        },
    ),
)

LIMITS = (
    Example(
        "story-highest-limits",
        lambda: wording.limits(highest()),
        {
            "nb": "Bare resultater vi har funnet, er med. Andre kan ha like mange poeng eller "
            "flere.",
            "en": "Only results that we have found are counted. Others may have as many points or "
            "more.",
        },
    ),
    Example(
        "story-above-limits",
        lambda: wording.limits(above()),
        {
            "nb": "Et snitt beskriver de evaluerte, ikke alle kommunene i landet.",
            "en": "An average describes those evaluated, not all municipalities of the country.",
        },
    ),
    Example(
        "story-gold-stars-limits",
        lambda: wording.limits(stars()),
        {
            "nb": "Hvor mange Gullstjerner vi kjenner til, sier ingenting om hvor mange poeng noen "
            "har.",
            "en": "How many gold stars we know of says nothing about how many points anyone has.",
        },
    ),
    Example(
        "story-first-limits",
        lambda: wording.limits(ONE_FIRST),
        {
            "nb": "Senere evalueringer kan ha gitt flere poeng uten at vi har funnet dem.",
            "en": "Later evaluations may have given more points without our having found them.",
        },
    ),
    Example(
        "story-climb-limits",
        lambda: wording.limits(climb(comparable=REVISED)),
        {
            "nb": "The method was revised. Bare resultater vi har funnet, er med. Andre kan ha "
            "like mange poeng eller flere.",
            "en": "The method was revised. Only results that we have found are counted. Others "
            "may have as many points or more.",
        },
    ),
)

CAPTIONS = (
    Example(
        "story-climb-caption",
        lambda: caption(climb(), instrument()),
        {"nb": "Samlet poengsum, av 800.", "en": "Totals, out of 800 points."},
    ),
    Example(
        "story-first-caption",
        lambda: caption(ONE_FIRST, instrument()),
        {"nb": "Samlet poengsum, av 800.", "en": "Totals, out of 800 points."},
    ),
    Example(
        "story-highest-caption",
        lambda: caption(highest(), instrument()),
        {
            "nb": "Hver prikk er en kommune med sin samlede poengsum.",
            "en": "Each dot is a municipality with its total.",
        },
    ),
    Example(
        "story-above-caption",
        lambda: caption(above(), instrument()),
        {
            "nb": "Område 1–8, av 100 poeng. Strekene er snittet.",
            "en": "Areas 1–8, out of 100 points. The lines are the average.",
        },
    ),
    Example(
        "story-lowest-caption",
        lambda: caption(lowest(), instrument()),
        {
            "nb": "Snittet for område 1–8, av 100 poeng.",
            "en": "The average of areas 1–8, out of 100 points.",
        },
    ),
    Example(
        "story-contrast-caption",
        lambda: caption(contrast(), instrument()),
        {"nb": "Område 1–8, av 100 poeng.", "en": "Areas 1–8, out of 100 points."},
    ),
    Example(
        "story-gold-stars-caption",
        lambda: caption(stars(), instrument()),
        {"nb": "Hver stjerne er en Gullstjerne.", "en": "Each star is a gold star."},
    ),
    Example(
        "story-small-caption",
        lambda: caption(small(400), instrument()),
        {
            "nb": "Hver prikk er en større kommune med sin samlede poengsum.",
            "en": "Each dot is a larger municipality with its total.",
        },
    ),
)

EXAMPLES = (*BASES, *LIMITS, *CAPTIONS)
