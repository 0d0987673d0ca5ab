"""Stories in words: headlines, sentences, what they rest on and what they do not say."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.domain.comparability import Comparability, Verdict
from app.domain.comparison_choice import Comparison, ComparisonKind
from app.domain.evaluation import EvaluationSummary
from app.domain.gap import Gap, SmallDifference, gap
from app.domain.message import LocalText
from app.domain.peers import SetScope
from app.domain.score import AREA_MEASURES, Level, Measure
from app.domain.stated import PeriodKind, PlacingPeriod, PlacingScope, StatedPlacing, Territory
from app.domain.stories.above_average import AboveAverage
from app.domain.stories.areas import Contrast, LowestAreas
from app.domain.stories.climb import Climb
from app.domain.stories.first_of_all import FirstOfAll
from app.domain.stories.gold_stars import MostGoldStars
from app.domain.stories.highest import Highest
from app.domain.stories.small_among_large import SmallAmongLarge
from app.domain.stories.story import Story
from app.domain.wording import stories as wording
from tests.domain.examples import Points, reference, summary
from tests.wording.examples import SWEDEN, TOTAL, Example, Said, instrument, set_of

PLAIN = Comparability(Verdict.YES, Level.TOTAL)
AREAS: dict[int, Points] = dict.fromkeys(range(1, 9), 50)


def swede(name: str, total: int, year: int = 2021) -> EvaluationSummary:
    found = summary(name, total, year=year, country=SWEDEN, family="2020", areas=AREAS)
    return replace(found, version="2020", inhabitants=5641)


def beside(own: int, other: int) -> Gap:
    return gap(Decimal(own), Decimal(other), TOTAL, SmallDifference())


def climb(times: int = 3, comparable: Comparability = PLAIN) -> Climb:
    steps = (summary("ulstein", 361, year=2013), summary("ulstein", 534, year=2019))
    return Climb(steps, beside(534, 361), times, 12, comparable)


def highest(best: int = 1) -> Highest:
    found = tuple(
        swede(*one) for one in (("höganäs", 679, 2023), ("vallentuna", 675), ("mark", 510))
    )
    return Highest(SWEDEN, "2020", found[:best], found[best:])


def published() -> Comparison:
    values = dict.fromkeys(AREA_MEASURES, 40) | {Measure.AREA_5: 30, Measure.AREA_3: 60}
    average = replace(
        reference(figures=values, country=SWEDEN, family="2020", as_of=2021, n=None),
        label=LocalText(dict.fromkeys(("nb", "nn", "sv", "en"), "Alla")),
    )
    scope = SetScope(frozenset((SWEDEN,)), "2020")
    found = set_of((SWEDEN,), [], measures=AREA_MEASURES)
    return Comparison(ComparisonKind.PUBLISHED, scope, AREA_MEASURES, found, reference=average)


def above(n: int = 8) -> AboveAverage:
    gaps = {
        measure: gap(Decimal(50 if at < n else 40), Decimal(40), measure, SmallDifference())
        for at, measure in enumerate(AREA_MEASURES)
    }
    return AboveAverage(swede("vallentuna", 648), published(), gaps)


def first(*names: tuple[str, int, int]) -> FirstOfAll:
    scope = PlacingScope(Territory.COUNTRY, PlacingPeriod(PeriodKind.ALL_TIME))
    placing = StatedPlacing(scope, TOTAL, rank=1)
    found = tuple(swede(*name) for name in names)
    return FirstOfAll(SWEDEN, found, (placing,) * len(found))


ONE_FIRST, TWO_FIRST = (
    first(("höganäs", 679, 2023)),
    first(("örebro", 650, 2015), ("höganäs", 679, 2023)),
)


def lowest(top: Sequence[Measure] = (Measure.AREA_3,)) -> LowestAreas:
    return LowestAreas(SWEDEN, "2020", published(), (Measure.AREA_5,), tuple(top))


def contrast() -> Contrast:
    areas: dict[int, Points] = {**AREAS, 2: "37.4", 3: "77.4"}
    own = summary("hemne", 433, areas=areas)
    return Contrast(own, (Measure.AREA_2,), (Measure.AREA_3,), 7)


def stars(*others: str) -> MostGoldStars:
    most = summary("eiker", 378)
    counts = ((most, 2), *((summary(name, 400), 1) for name in others))
    return MostGoldStars(most, 2, counts)


def small(*larger: int) -> SmallAmongLarge:
    own = swede("grästorp", 506, 2014)
    large = tuple(swede(f"l{at}", points) for at, points in enumerate(larger))
    return SmallAmongLarge(own, large, tuple(beside(506, points) for points in larger), PLAIN)


def headline(story: Story) -> Said:
    return wording.headline(story, instrument())


def sentence(story: Story) -> Said:
    return wording.sentence(story, instrument())


HEADLINES = (
    Example(
        "story-climb-in-a-row",
        lambda: headline(climb()),
        {
            "nb": "Ulstein har gått fram 3 ganger på rad",
            "en": "Ulstein has improved 3 times in a row",
        },
    ),
    Example(
        "story-climb",
        lambda: headline(climb(times=1)),
        {"nb": "Ulstein har gått fram 173 poeng", "en": "Ulstein has gained 173 points"},
    ),
    Example(
        "story-highest",
        lambda: headline(highest()),
        {
            "nb": "Höganäs er høyest av 3 svenske kommuner vi har tall for med nyeste metode",
            "nn": "Höganäs er høgast av 3 svenske kommunar vi har tal for med nyaste metode",
            "sv": "Höganäs är högst av 3 svenska kommuner som vi har resultat för med den nyaste "
            "metoden",
            "en": "Höganäs is highest of 3 Swedish municipalities we have figures for with the "
            "newest method",
        },
    ),
    Example(
        "story-highest-two",
        lambda: headline(highest(2)),
        {
            "nb": "Höganäs og Vallentuna er høyest av 3 svenske kommuner vi har tall for med "
            "nyeste metode",
            "nn": "Höganäs og Vallentuna er høgast av 3 svenske kommunar vi har tal for med "
            "nyaste metode",
            "sv": "Höganäs och Vallentuna är högst av 3 svenska kommuner som vi har resultat för "
            "med den nyaste metoden",
            "en": "Höganäs and Vallentuna are highest of 3 Swedish municipalities we have figures "
            "for with the newest method",
        },
    ),
    Example(
        "story-above-in-all",
        lambda: headline(above()),
        {
            "nb": "Vallentuna er over snittet på alle de åtte områdene",
            "en": "Vallentuna is above average in all eight areas",
        },
    ),
    Example(
        "story-above-in-most",
        lambda: headline(above(6)),
        {
            "nb": "Vallentuna er over snittet på 6 av 8 områder",
            "en": "Vallentuna is above average in 6 of 8 areas",
        },
    ),
    Example(
        "story-first",
        lambda: headline(TWO_FIRST),
        {
            "nb": "På førsteplass i Sverige: Örebro i 2015 og Höganäs i 2023",
            "nn": "På førsteplass i Sverige: Örebro i 2015 og Höganäs i 2023",
            "sv": "På första plats i Sverige: Örebro 2015 och Höganäs 2023",
            "en": "Ranked first in Sweden: Örebro in 2015 and Höganäs in 2023",
        },
    ),
    Example(
        "story-lowest-areas",
        lambda: headline(lowest()),
        {
            "nb": "Her fikk evaluerte svenske kommuner færrest poeng: Brukerfokus",
            "nn": "Her fekk evaluerte svenske kommunar færrast poeng: Brukarfokus",
            "sv": "Här fick utvärderade svenska kommuner lägst poäng: Brukarens fokus",
            "en": "Where evaluated Swedish municipalities score lowest: User focus",
        },
    ),
    Example(
        "story-contrast",
        lambda: headline(contrast()),
        {
            "nb": "Hemne: 40 poeng mellom det sterkeste og det svakeste området",
            "en": "Hemne: 40 points between strongest and weakest area",
        },
    ),
    Example(
        "story-gold-stars",
        lambda: headline(stars("b", "c")),
        {
            "nb": "Eiker har 2 av de 4 Gullstjernene vi kjenner til",
            "en": "Eiker has 2 of the 4 gold stars we know of",
        },
    ),
    Example(
        "story-small-ahead-of-one",
        lambda: headline(small(400)),
        {
            "nb": "Liten, men foran 1 større: Grästorp",
            "en": "Small, yet ahead of 1 larger one: Grästorp",
        },
    ),
    Example(
        "story-small-ahead-of-several",
        lambda: headline(small(400, 410)),
        {
            "nb": "Liten, men foran 2 større: Grästorp",
            "en": "Small, yet ahead of 2 larger ones: Grästorp",
        },
    ),
)
SENTENCES = (
    Example(
        "story-climb-sentence",
        lambda: sentence(climb()),
        {
            "nb": "Fra 361 poeng i 2013 til 534 i 2019: 173 flere.",
            "en": "From 361 points in 2013 to 534 in 2019: 173 more.",
        },
    ),
    Example(
        "story-highest-sentence",
        lambda: sentence(highest()),
        {
            "nb": "Höganäs med 679 poeng (2023). Nest høyest: Vallentuna med 675 poeng (2021).",
            "nn": "Höganäs med 679 poeng (2023). Nest høgast: Vallentuna med 675 poeng (2021).",
            "sv": "Höganäs med 679 poäng (2023). Näst högst: Vallentuna med 675 poäng (2021).",
            "en": "Höganäs with 679 points (2023). Next: Vallentuna with 675 points (2021).",
        },
    ),
    Example(
        "story-above-sentence",
        lambda: sentence(above()),
        {
            "nb": "Kommunen fikk 648 poeng i 2021 og er sammenlignet med det publiserte snittet "
            "fra 2021 for svenske kommuner.",
            "nn": "Kommunen fekk 648 poeng i 2021 og er samanlikna med det publiserte snittet "
            "frå 2021 for svenske kommunar.",
            "sv": "Kommunen fick 648 poäng 2021 och jämförs med det publicerade genomsnittet "
            "från 2021 för svenska kommuner.",
            "en": "It scored 648 points in 2021 and is compared with the published average of "
            "2021 for Swedish municipalities.",
        },
    ),
    Example(
        "story-first-sentence",
        lambda: sentence(ONE_FIRST),
        {
            "nb": "Höganäs med 679 poeng (2023). Ifølge kilden: plass 1 blant svenske kommuner "
            "som noen gang var evaluert fram til da.",
            "nn": "Höganäs med 679 poeng (2023). Ifølgje kjelda: plass 1 blant svenske kommunar "
            "som nokon gong var evaluerte fram til då.",
            "sv": "Höganäs med 679 poäng (2023). Enligt källan: plats 1 bland svenska kommuner "
            "som någonsin hade utvärderats fram till dess.",
            "en": "Höganäs with 679 points (2023). According to the source: ranked 1 among "
            "Swedish municipalities ever evaluated by then.",
        },
    ),
    Example(
        "story-several-first-sentence",
        lambda: sentence(TWO_FIRST),
        {
            "nb": "Örebro (650) og Höganäs (679). Hver av dem var på førsteplass blant svenske "
            "kommuner som noen gang var evaluert fram til da, ifølge sin kilde.",
            "nn": "Örebro (650) og Höganäs (679). Kvar av dei var på førsteplass blant svenske "
            "kommunar som nokon gong var evaluerte fram til då, ifølgje kjelda si.",
            "sv": "Örebro (650) och Höganäs (679). Var och en låg på första plats bland svenska "
            "kommuner som någonsin hade utvärderats fram till dess, enligt sin källa.",
            "en": "Örebro (650) and Höganäs (679). Each was ranked first among Swedish "
            "municipalities ever evaluated by then, according to its source.",
        },
    ),
    Example(
        "story-lowest-alone",
        lambda: sentence(lowest(())),
        {
            "nb": "Lavest: Brukerfokus (30).",
            "nn": "Lågast: Brukarfokus (30).",
            "sv": "Lägst: Brukarens fokus (30).",
            "en": "Lowest: User focus (30).",
        },
    ),
    Example(
        "story-lowest-and-highest",
        lambda: sentence(contrast()),
        {
            "nb": "Lavest: Brukerorientering (37,4). Høyest: Politisk styring (77,4).",
            "nn": "Lågast: Brukarorientering (37,4). Høgast: Politisk styring (77,4).",
            "sv": "Lägst: Brukarfokus (37,4). Högst: Politisk styrning (77,4).",
            "en": "Lowest: User orientation (37.4). Highest: Political steering (77.4).",
        },
    ),
    Example(
        "story-gold-stars-sentence",
        lambda: sentence(stars()),
        {
            "nb": "En Gullstjerne gis for en praksis som de fleste andre kan lære av.",
            "en": "A gold star is given for a practice that most others can learn from.",
        },
    ),
    Example(
        "story-small-sentence",
        lambda: sentence(small(400, 410, 509, 600)),
        {
            "nb": "5\u00a0641 innbyggere og 506 poeng i 2014. Av 4 større svenske kommuner har 2 "
            "færre poeng, 1 omtrent like mange og 1 flere.",
            "nn": "5\u00a0641 innbyggjarar og 506 poeng i 2014. Av 4 større svenske kommunar har 2 "
            "færre poeng, 1 om lag like mange og 1 fleire.",
            "sv": "5\u00a0641 invånare och 506 poäng 2014. Av 4 större svenska kommuner har 2 "
            "färre poäng, 1 ungefär lika många och 1 fler.",
            "en": "5,641 inhabitants and 506 points in 2014. Of 4 larger Swedish municipalities, "
            "2 have fewer points, 1 about the same and 1 more.",
        },
    ),
    Example(
        "story-quote",
        lambda: wording.quote(climb(), instrument()),
        {
            "nb": "Ulstein har gått fram 3 ganger på rad. Fra 361 poeng i 2013 til 534 i 2019: "
            "173 flere. Kommunekompasset måler hvordan en kommune styres og ledes, ikke "
            "kvaliteten på tjenestene.",
            "nn": "Ulstein har gått fram 3 gonger på rad. Frå 361 poeng i 2013 til 534 i 2019: "
            "173 fleire. Kommunekompasset måler korleis ein kommune blir styrt og leidd, ikkje "
            "kvaliteten på tenestene.",
            "sv": "Ulstein har gått framåt 3 gånger i rad. Från 361 poäng år 2013 till 534 år "
            "2019: 173 fler. Kommunkompassen mäter hur en kommun styrs och leds, inte "
            "kvaliteten på servicen.",
            "en": "Ulstein has improved 3 times in a row. From 361 points in 2013 to 534 in 2019: "
            "173 more. Kommunekompasset measures how a municipality is governed and led, not how "
            "good its services are.",
        },
    ),
)

EXAMPLES = (*HEADLINES, *SENTENCES)
