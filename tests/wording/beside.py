"""The strongest true thing to say beside a result, and of how many a figure is."""

from dataclasses import replace

from app.domain.gap import Standing
from app.domain.message import Message
from app.domain.peers import SetScope
from app.domain.reference import ReferenceAverage, ReferenceBasis
from app.domain.stated import PlacingScope, StatedPlacing, Territory
from app.domain.statistics import Rank
from app.domain.wording.beside import (
    areas_sentence,
    beside_sentence,
    change_sentence,
    published_sentence,
    rank_sentence,
    since_sentence,
    stated_sentence,
)
from app.domain.wording.reference import basis_words, reference_name
from app.domain.wording.sets import comparison_phrase
from tests.domain.examples import HUNDRED, reference
from tests.wording.examples import (
    COMPUTED,
    NORWAY,
    PUBLISHED,
    SWEDEN,
    TOTAL,
    Example,
    comparison,
    total_gap,
)

PLACING = StatedPlacing(PlacingScope(Territory.COUNTRY), TOTAL, rank=3, of=58)
DEDUCED = replace(reference(), basis=ReferenceBasis.DEDUCED)
ABOVE, BELOW, SAME = Standing.ABOVE, Standing.BELOW, Standing.ABOUT_THE_SAME


def beside(difference: int, kind: str = "computed") -> Message:
    found = comparison(COMPUTED if kind == "computed" else PUBLISHED)
    return beside_sentence(total_gap(difference), HUNDRED * 4, comparison_phrase(found))


def marked(average: ReferenceAverage) -> Message:
    """Beside an average that is not simply printed."""
    return beside_sentence(
        total_gap(64), HUNDRED * 4, reference_name(average), basis_words(average)
    )


def published(*differences: int) -> Message:
    """Beside averages that were published of 2017, so far from each."""
    gaps = [(total_gap(one), HUNDRED * 4 - one) for one in differences]
    return published_sentence(gaps, "", 2017, None)


def areas(*standings: Standing) -> Message:
    return areas_sentence(standings, 2014)


def ranked(first: int, last: int, group: str | None = None) -> Message:
    scope = SetScope(frozenset((SWEDEN,)), "2", group)
    return rank_sentence(Rank(first, 45, False, first, last), scope)


EXAMPLES = (
    Example(
        "beside-above",
        lambda: beside(64),
        {
            "nb": "Det er 64 poeng over snittet for 5 andre norske kommuner (400).",
            "nn": "Det er 64 poeng over snittet for 5 andre norske kommunar (400).",
            "sv": "Det är 64 poäng över genomsnittet för 5 andra norska kommuner (400).",
            "en": "That is 64 points above the average of 5 other Norwegian municipalities (400).",
        },
    ),
    Example(
        "beside-below",
        lambda: beside(-64, "published"),
        {
            "nb": "Det er 64 poeng under det publiserte snittet fra 2018 for norske kommuner "
            "(400).",
            "nn": "Det er 64 poeng under det publiserte snittet frå 2018 for norske kommunar "
            "(400).",
            "sv": "Det är 64 poäng under det publicerade genomsnittet från 2018 för norska "
            "kommuner (400).",
            "en": "That is 64 points below the published average of 2018 for Norwegian "
            "municipalities (400).",
        },
    ),
    Example(
        "beside-about-the-same",
        lambda: beside(5),
        {
            "nb": "Det er omtrent som snittet for 5 andre norske kommuner (400).",
            "nn": "Det er om lag som snittet for 5 andre norske kommunar (400).",
            "sv": "Det är ungefär som genomsnittet för 5 andra norska kommuner (400).",
            "en": "That is about the same as the average of 5 other Norwegian municipalities "
            "(400).",
        },
    ),
    Example(
        "beside-marked",
        lambda: marked(replace(reference(), basis=ReferenceBasis.DEDUCED)),
        {
            "nb": "Det er 64 poeng over snittet fra 2018 som følger av rapporten (400; ikke "
            "trykt, men følger av tall som er det).",
            "nn": "Det er 64 poeng over snittet frå 2018 som følgjer av rapporten (400; ikkje "
            "trykt, men følgjer av tal som er det).",
            "sv": "Det är 64 poäng över genomsnittet från 2018 som följer av rapporten (400; "
            "inte tryckt, men följer av uppgifter som är det).",
            "en": "That is 64 points above the average of 2018 that follows from the report "
            "(400; not printed, but follows from figures that are).",
        },
    ),
    Example(
        "beside-two-published-above",
        lambda: published(30, 20),
        {
            "nb": "Det er 20–30 poeng over de publiserte snittene fra 2017 (370 og 380).",
            "en": "That is 20–30 points above the averages published for 2017 (370 and 380).",
        },
    ),
    Example(
        "beside-two-published-below",
        lambda: published(-64, -74),
        {
            "nb": "Det er 64–74 poeng under de publiserte snittene fra 2017 (464 og 474).",
            "en": "That is 64–74 points below the averages published for 2017 (464 and 474).",
        },
    ),
    Example(
        "beside-two-published-near",
        lambda: published(4, -6),
        {
            "nb": "Det er omtrent som de publiserte snittene fra 2017 (396 og 406).",
            "en": "That is about the same as the averages published for 2017 (396 and 406).",
        },
    ),
    Example(
        "beside-two-published-on-either-side",
        lambda: published(20, -4),
        {
            "nb": "De publiserte snittene fra 2017 ligger på hver sin side av dette eller nær "
            "det (380 og 404).",
            "en": "The averages published for 2017 lie on either side of it or close to it (380 "
            "and 404).",
        },
    ),
    Example(
        "areas-both-sides",
        lambda: areas(ABOVE, ABOVE, BELOW, SAME),
        {
            "nb": "Av 4 områder ligger 2 over og 1 under det publiserte snittet fra 2014.",
            "en": "Of 4 areas, 2 are above and 1 below the average published for 2014.",
        },
    ),
    Example(
        "areas-all-above",
        lambda: areas(*[ABOVE] * 8),
        {
            "nb": "Alle 8 områder ligger over det publiserte snittet fra 2014.",
            "en": "All 8 areas are above the average published for 2014.",
        },
    ),
    Example(
        "areas-all-below",
        lambda: areas(*[BELOW] * 8),
        {
            "nb": "Alle 8 områder ligger under det publiserte snittet fra 2014.",
            "en": "All 8 areas are below the average published for 2014.",
        },
    ),
    Example(
        "areas-one-above",
        lambda: areas(ABOVE, SAME),
        {
            "nb": "Av 2 områder ligger 1 over det publiserte snittet fra 2014.",
            "en": "Of 2 areas, 1 is above the average published for 2014.",
        },
    ),
    Example(
        "areas-some-above",
        lambda: areas(ABOVE, ABOVE, SAME),
        {
            "nb": "Av 3 områder ligger 2 over det publiserte snittet fra 2014.",
            "en": "Of 3 areas, 2 are above the average published for 2014.",
        },
    ),
    Example(
        "areas-one-below",
        lambda: areas(BELOW, SAME),
        {
            "nb": "Av 2 områder ligger 1 under det publiserte snittet fra 2014.",
            "en": "Of 2 areas, 1 is below the average published for 2014.",
        },
    ),
    Example(
        "areas-some-below",
        lambda: areas(BELOW, BELOW, SAME),
        {
            "nb": "Av 3 områder ligger 2 under det publiserte snittet fra 2014.",
            "en": "Of 3 areas, 2 are below the average published for 2014.",
        },
    ),
    Example(
        "areas-about-the-same",
        lambda: areas(SAME, SAME),
        {
            "nb": "Alle områdene er omtrent som det publiserte snittet fra 2014.",
            "en": "Every area is about the same as the average published for 2014.",
        },
    ),
    Example(
        "ranked-alone",
        lambda: ranked(3, 3),
        {
            "nb": "Det gir plass 3 av 45 svenske kommuner vi har tall for.",
            "nn": "Det gir plass 3 av 45 svenske kommunar vi har tal for.",
            "sv": "Det ger plats 3 av 45 svenska kommuner som vi har resultat för.",
            "en": "It is ranked 3 of 45 Swedish municipalities that we have figures for.",
        },
    ),
    Example(
        "ranked-with-others",
        lambda: ranked(18, 27, "small"),
        {
            "nb": "Det gir plass 18–27 av 45 svenske kommuner av samme størrelse vi har tall for.",
            "nn": "Det gir plass 18–27 av 45 svenske kommunar av same storleik vi har tal for.",
            "sv": "Det ger plats 18–27 av 45 svenska kommuner av samma storlek som vi "
            "har resultat för.",
            "en": "It is ranked 18–27 of 45 Swedish municipalities of its size that we "
            "have figures for.",
        },
    ),
    Example(
        "stated-place",
        lambda: stated_sentence(PLACING, NORWAY),
        {
            "nb": "Ifølge kilden: plass 3 av 58 evaluerte norske kommuner.",
            "nn": "Ifølgje kjelda: plass 3 av 58 evaluerte norske kommunar.",
            "sv": "Enligt källan: plats 3 av 58 utvärderade norska kommuner.",
            "en": "According to the source: ranked 3 of the 58 evaluated Norwegian municipalities.",
        },
    ),
    Example(
        "stated-place-of-one-of-several",
        lambda: stated_sentence(PLACING, NORWAY, 2014),
        {
            "nb": "Ifølge kilden fra 2014: plass 3 av 58 evaluerte norske kommuner.",
            "nn": "Ifølgje kjelda frå 2014: plass 3 av 58 evaluerte norske kommunar.",
            "sv": "Enligt källan från 2014: plats 3 av 58 utvärderade norska kommuner.",
            "en": "According to the source of 2014: ranked 3 of the 58 evaluated Norwegian "
            "municipalities.",
        },
    ),
    Example(
        "changed-about-the-same",
        lambda: change_sentence(total_gap(5), 2022),
        {
            "nb": "Det er omtrent som i 2022.",
            "en": "That is about the same as in 2022.",
        },
    ),
    Example(
        "changed-up",
        lambda: change_sentence(total_gap(72), 2022),
        {
            "nb": "Det er 72 poeng mer enn i 2022.",
            "en": "That is 72 points more than in 2022.",
        },
    ),
    Example(
        "changed-down",
        lambda: change_sentence(total_gap(-72), 2022),
        {
            "nb": "Det er 72 poeng mindre enn i 2022.",
            "en": "That is 72 points fewer than in 2022.",
        },
    ),
    Example(
        "since",
        lambda: since_sentence(HUNDRED * 4, 2011),
        {
            "nb": "I sin egen evaluering i 2011 fikk kommunen 400.",
            "en": "In its own evaluation of 2011 it scored 400.",
        },
    ),
)
