"""Places that a source states, each with its own scope."""

from app.domain.message import LocalText
from app.domain.score import Measure
from app.domain.stated import (
    PeriodKind,
    PlacingBand,
    PlacingPeriod,
    PlacingScope,
    ScopeCode,
    SizeLimit,
    Source,
    StatedPlacing,
    Territory,
)
from app.domain.wording.placings import placing_words
from tests.wording.examples import NORWAY, SWEDEN, TOTAL, Example

COUNTRY = PlacingScope(Territory.COUNTRY)
LIDINGO = Source("Nyheter (Lidingö stad)", None)


def _within(kind: PeriodKind, **more: object) -> PlacingScope:
    return PlacingScope(Territory.COUNTRY, PlacingPeriod(kind, **more))  # type: ignore[arg-type]


def _band(band: PlacingBand) -> StatedPlacing:
    return StatedPlacing(COUNTRY, TOTAL, band=band)


EXAMPLES = (
    Example(
        "placing-norway",
        lambda: placing_words(StatedPlacing(COUNTRY, TOTAL, rank=3, of=58), NORWAY),
        {
            "nb": "Samlet: plass 3 av 58 evaluerte norske kommuner",
            "nn": "Samla: plass 3 av 58 evaluerte norske kommunar",
            "sv": "Totalpoäng: plats 3 av 58 utvärderade norska kommuner",
            "en": "Total: ranked 3 of the 58 evaluated Norwegian municipalities",
        },
    ),
    Example(
        "placing-sweden",
        lambda: placing_words(StatedPlacing(COUNTRY, TOTAL, rank=6), SWEDEN),
        {
            "nb": "Samlet: plass 6 blant evaluerte svenske kommuner",
            "nn": "Samla: plass 6 blant evaluerte svenske kommunar",
            "sv": "Totalpoäng: plats 6 bland utvärderade svenska kommuner",
            "en": "Total: ranked 6 among evaluated Swedish municipalities",
        },
    ),
    Example(
        "placing-scandinavia",
        lambda: placing_words(
            StatedPlacing(PlacingScope(Territory.SCANDINAVIA), TOTAL, rank=1), NORWAY
        ),
        {
            "nb": "Samlet: plass 1 blant evaluerte skandinaviske kommuner",
            "nn": "Samla: plass 1 blant evaluerte skandinaviske kommunar",
            "sv": "Totalpoäng: plats 1 bland utvärderade skandinaviska kommuner",
            "en": "Total: ranked 1 among evaluated Scandinavian municipalities",
        },
    ),
    Example(
        "placing-since-2010",
        lambda: placing_words(
            StatedPlacing(
                PlacingScope.of_code(ScopeCode.COUNTRY_SINCE_2010),
                TOTAL,
                band=PlacingBand.TOP_QUARTER,
                of=60,
            ),
            NORWAY,
        ),
        {
            "nb": "Samlet: i øverste fjerdedel av 60 norske kommuner evaluert siden 2010",
            "nn": "Samla: i øvste fjerdedel av 60 norske kommunar evaluerte sidan 2010",
            "sv": "Totalpoäng: i den översta fjärdedelen av 60 norska kommuner som har utvärderats "
            "sedan 2010",
            "en": "Total: in the top quarter of the 60 Norwegian municipalities evaluated "
            "since 2010",
        },
    ),
    Example(
        "placing-since-a-lost-year",
        lambda: placing_words(StatedPlacing(_within(PeriodKind.SINCE), TOTAL, rank=15), NORWAY),
        {
            "nb": "Samlet: plass 15 blant norske kommuner evaluert siden et år som ikke kan leses "
            "i kilden",
            "nn": "Samla: plass 15 blant norske kommunar evaluerte sidan eit år som ikkje kan "
            "lesast i kjelda",
            "sv": "Totalpoäng: plats 15 bland norska kommuner som har utvärderats sedan ett år som "
            "inte går att läsa i källan",
            "en": "Total: ranked 15 among Norwegian municipalities evaluated since a year that "
            "cannot be read in the source",
        },
    ),
    Example(
        "placing-all-time",
        lambda: placing_words(
            StatedPlacing(
                PlacingScope.of_code(ScopeCode.COUNTRY_ALL_TIME),
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
            "by then",
        },
    ),
    Example(
        "placing-last-years",
        lambda: placing_words(
            StatedPlacing(_within(PeriodKind.LAST_YEARS, years=5), TOTAL, rank=3), NORWAY
        ),
        {
            "nb": "Samlet: plass 3 blant norske kommuner evaluert de siste 5 årene fram til da",
            "nn": "Samla: plass 3 blant norske kommunar evaluerte dei siste 5 åra fram til då",
            "sv": "Totalpoäng: plats 3 bland norska kommuner som hade utvärderats de senaste 5 "
            "åren fram till dess",
            "en": "Total: ranked 3 among Norwegian municipalities evaluated in the 5 years up to "
            "then",
        },
    ),
    Example(
        "placing-version",
        lambda: placing_words(
            StatedPlacing(
                _within(PeriodKind.VERSION, version="2020"), TOTAL, band=PlacingBand.TOP_THREE
            ),
            SWEDEN,
        ),
        {
            "nb": "Samlet: en av de tre beste blant svenske kommuner evaluert med versjon 2020",
            "nn": "Samla: ein av dei tre beste blant svenske kommunar evaluerte med versjon 2020",
            "sv": "Totalpoäng: en av de tre bästa bland svenska kommuner som har utvärderats med "
            "version 2020",
            "en": "Total: one of the three best among Swedish municipalities evaluated with "
            "version 2020",
        },
    ),
    Example(
        "placing-one-year",
        lambda: placing_words(
            StatedPlacing(_within(PeriodKind.YEAR, year=2016), TOTAL, rank=1), NORWAY
        ),
        {
            "nb": "Samlet: plass 1 blant norske kommuner evaluert i 2016",
            "nn": "Samla: plass 1 blant norske kommunar evaluerte i 2016",
            "sv": "Totalpoäng: plats 1 bland norska kommuner som utvärderades 2016",
            "en": "Total: ranked 1 among Norwegian municipalities evaluated in 2016",
        },
    ),
    Example(
        "placing-own-size",
        lambda: placing_words(
            StatedPlacing(PlacingScope.of_code(ScopeCode.COUNTRY_SIZE_GROUP), TOTAL, rank=2, of=31),
            SWEDEN,
        ),
        {
            "nb": "Samlet: plass 2 av 31 evaluerte svenske kommuner av samme størrelse",
            "nn": "Samla: plass 2 av 31 evaluerte svenske kommunar av same storleik",
            "sv": "Totalpoäng: plats 2 av 31 utvärderade svenska kommuner av samma storlek",
            "en": "Total: ranked 2 of the 31 evaluated Swedish municipalities of its size",
        },
    ),
    Example(
        "placing-none-better-under-a-limit",
        lambda: placing_words(
            StatedPlacing(
                PlacingScope(
                    Territory.COUNTRY,
                    PlacingPeriod(PeriodKind.SINCE, 2010),
                    SizeLimit(below=15_000),
                ),
                TOTAL,
                better=0,
            ),
            SWEDEN,
        ),
        {
            "nb": "Samlet: ingen hadde gjort det bedre blant svenske kommuner med under "
            "15 000 innbyggere evaluert siden 2010",
            "nn": "Samla: ingen hadde gjort det betre blant svenske kommunar med under "
            "15 000 innbyggjarar evaluerte sidan 2010",
            "sv": "Totalpoäng: ingen hade fått bättre resultat bland svenska kommuner med under "
            "15 000 invånare som har utvärderats sedan 2010",
            "en": "Total: none had done better among Swedish municipalities with under "
            "15,000 inhabitants evaluated since 2010",
        },
    ),
    Example(
        "placing-some-better",
        lambda: placing_words(
            StatedPlacing(
                COUNTRY,
                TOTAL,
                better=22,
                teller=LocalText(
                    {
                        "nb": "et debattinnlegg",
                        "nn": "eit debattinnlegg",
                        "sv": "en debattartikel",
                        "en": "an opinion piece",
                    }
                ),
            ),
            SWEDEN,
        ),
        {
            "nb": "Samlet: 22 hadde gjort det bedre blant evaluerte svenske kommuner, ifølge "
            "et debattinnlegg",
            "nn": "Samla: 22 hadde gjort det betre blant evaluerte svenske kommunar, ifølgje "
            "eit debattinnlegg",
            "sv": "Totalpoäng: 22 hade fått bättre resultat bland utvärderade svenska kommuner, "
            "enligt en debattartikel",
            "en": "Total: 22 had done better among evaluated Swedish municipalities, according to "
            "an opinion piece",
        },
    ),
    Example(
        "placing-upper-half",
        lambda: placing_words(_band(PlacingBand.UPPER_HALF), NORWAY),
        {
            "nb": "Samlet: i øvre halvdel av evaluerte norske kommuner",
            "nn": "Samla: i øvre halvdel av evaluerte norske kommunar",
            "sv": "Totalpoäng: i den övre halvan av utvärderade norska kommuner",
            "en": "Total: in the upper half of evaluated Norwegian municipalities",
        },
    ),
    Example(
        "placing-above-the-middle",
        lambda: placing_words(_band(PlacingBand.ABOVE_MIDDLE), NORWAY),
        {
            "nb": "Samlet: litt over midten av evaluerte norske kommuner",
            "nn": "Samla: litt over midten av evaluerte norske kommunar",
            "sv": "Totalpoäng: något över mitten av utvärderade norska kommuner",
            "en": "Total: slightly above the middle of evaluated Norwegian municipalities",
        },
    ),
    Example(
        "placing-middle",
        lambda: placing_words(_band(PlacingBand.MIDDLE), SWEDEN),
        {
            "nb": "Samlet: omtrent midt blant evaluerte svenske kommuner",
            "nn": "Samla: om lag midt blant evaluerte svenske kommunar",
            "sv": "Totalpoäng: ungefär i mitten bland utvärderade svenska kommuner",
            "en": "Total: about the middle of evaluated Swedish municipalities",
        },
    ),
    Example(
        "placing-near-the-bottom",
        lambda: placing_words(_band(PlacingBand.NEAR_BOTTOM), NORWAY),
        {
            "nb": "Samlet: nær bunnen blant evaluerte norske kommuner",
            "nn": "Samla: nær botnen blant evaluerte norske kommunar",
            "sv": "Totalpoäng: nära botten bland utvärderade norska kommuner",
            "en": "Total: near the bottom of evaluated Norwegian municipalities",
        },
    ),
    Example(
        "placing-read-elsewhere",
        lambda: placing_words(StatedPlacing(COUNTRY, TOTAL, rank=2, source=LIDINGO), SWEDEN),
        {
            "nb": "Samlet: plass 2 blant evaluerte svenske kommuner "
            "(kilde: Nyheter (Lidingö stad))",
            "nn": "Samla: plass 2 blant evaluerte svenske kommunar "
            "(kjelde: Nyheter (Lidingö stad))",
            "sv": "Totalpoäng: plats 2 bland utvärderade svenska kommuner "
            "(källa: Nyheter (Lidingö stad))",
            "en": "Total: ranked 2 among evaluated Swedish municipalities "
            "(source: Nyheter (Lidingö stad))",
        },
    ),
)
