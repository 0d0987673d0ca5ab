"""Averages in a sentence: as a phrase within one, and with all that they are made of."""

from app.domain.comparison_choice import Comparison
from app.domain.municipality import Country
from app.domain.score import Measure
from app.domain.wording.peers import among_words
from app.domain.wording.sets import comparison_phrase, comparison_words, member_name
from tests.domain.examples import summary
from tests.wording.examples import (
    COMBINED,
    COMPUTED,
    NAMED,
    NORWAY,
    PUBLISHED,
    SWEDEN,
    TOTAL,
    Example,
    Said,
    comparison,
    field,
    instrument,
    set_of,
)

ONE = member_name(field()[1])


def words(found: Comparison) -> Said:
    return comparison_words(found, instrument())


def among(*countries: Country) -> Said:
    return among_words(set_of(countries, field()), instrument())


PHRASES = (
    Example(
        "phrase-computed-norway",
        lambda: comparison_phrase(comparison(COMPUTED)),
        {
            "nb": "snittet for 5 andre norske kommuner",
            "nn": "snittet for 5 andre norske kommunar",
            "sv": "genomsnittet för 5 andra norska kommuner",
            "en": "the average of 5 other Norwegian municipalities",
        },
    ),
    Example(
        "phrase-computed-norway-size",
        lambda: comparison_phrase(comparison(COMPUTED, NORWAY, "small")),
        {
            "nb": "snittet for 5 andre norske kommuner av samme størrelse",
            "nn": "snittet for 5 andre norske kommunar av same storleik",
            "sv": "genomsnittet för 5 andra norska kommuner av samma storlek",
            "en": "the average of 5 other Norwegian municipalities of its size",
        },
    ),
    Example(
        "phrase-published-sweden",
        lambda: comparison_phrase(comparison(PUBLISHED, SWEDEN)),
        {
            "nb": "det publiserte snittet fra 2018 for svenske kommuner",
            "nn": "det publiserte snittet frå 2018 for svenske kommunar",
            "sv": "det publicerade genomsnittet från 2018 för svenska kommuner",
            "en": "the published average of 2018 for Swedish municipalities",
        },
    ),
    Example(
        "phrase-published-sweden-size",
        lambda: comparison_phrase(comparison(PUBLISHED, SWEDEN, "small")),
        {
            "nb": "det publiserte snittet fra 2018 for svenske kommuner av samme størrelse",
            "nn": "det publiserte snittet frå 2018 for svenske kommunar av same storleik",
            "sv": "det publicerade genomsnittet från 2018 för svenska kommuner av samma storlek",
            "en": "the published average of 2018 for Swedish municipalities of its size",
        },
    ),
    Example(
        "phrase-combined-norway",
        lambda: comparison_phrase(comparison(COMBINED)),
        {
            "nb": "snittet for 12 andre kommuner i Norge og Sverige som vi har tall for",
            "nn": "snittet for 12 andre kommunar i Noreg og Sverige som vi har tal for",
            "sv": "genomsnittet för 12 andra kommuner i Norge och Sverige som vi har resultat för",
            "en": "the mean of the 12 other municipalities in Norway and Sweden that we have "
            "figures for",
        },
    ),
    Example(
        "phrase-combined-norway-size",
        lambda: comparison_phrase(comparison(COMBINED, NORWAY, "small")),
        {
            "nb": "snittet for 12 andre kommuner av samme størrelse i Norge og Sverige som vi "
            "har tall for",
            "nn": "snittet for 12 andre kommunar av same storleik i Noreg og Sverige som vi har "
            "tal for",
            "sv": "genomsnittet för 12 andra kommuner av samma storlek i Norge och Sverige som "
            "vi har resultat för",
            "en": "the mean of the 12 other municipalities of its size in Norway and Sweden that "
            "we have figures for",
        },
    ),
    Example(
        "phrase-named-norway",
        lambda: comparison_phrase(comparison(NAMED)),
        {
            "nb": "enkeltkommuner",
            "en": "others by name",
        },
    ),
)

MADE_OF = (
    Example(
        "made-of-norway",
        lambda: words(comparison(COMPUTED)),
        {
            "nb": "Snitt av de siste resultatene til 5 andre norske kommuner (versjon 2.0 og "
            "2.1, 2014–2018). Dekning: 5 av minst 5 evaluerte.",
            "nn": "Snitt av dei siste resultata til 5 andre norske kommunar (versjon 2.0 og 2.1, "
            "2014–2018). Dekning: 5 av minst 5 evaluerte.",
            "sv": "Genomsnitt av de senaste resultaten för 5 andra norska kommuner (version 2.0 "
            "och 2.1, 2014–2018). Täckning: 5 av minst 5 utvärderade.",
            "en": "Average of the latest results of 5 other Norwegian municipalities (versions "
            "2.0 and 2.1, 2014–2018). Coverage: 5 of at least 5 evaluated.",
        },
    ),
    Example(
        "made-of-sweden-size",
        lambda: words(comparison(COMPUTED, SWEDEN, "small")),
        {
            "nb": "Snitt av de siste resultatene til 5 andre svenske kommuner med under 5\xa0000 "
            "innbyggere (versjon 2.0 og 2.1, 2014–2018). Dekning: 5 av minst 5 evaluerte.",
            "nn": "Snitt av dei siste resultata til 5 andre svenske kommunar med under 5\xa0000 "
            "innbyggjarar (versjon 2.0 og 2.1, 2014–2018). Dekning: 5 av minst 5 evaluerte.",
            "sv": "Genomsnitt av de senaste resultaten för 5 andra svenska kommuner med under "
            "5\xa0000 invånare (version 2.0 och 2.1, 2014–2018). Täckning: 5 av minst 5 "
            "utvärderade.",
            "en": "Average of the latest results of 5 other Swedish municipalities with under "
            "5,000 inhabitants (versions 2.0 and 2.1, 2014–2018). Coverage: 5 of at least "
            "5 evaluated.",
        },
    ),
    Example(
        "made-of-both",
        lambda: words(comparison(COMBINED)),
        {
            "nb": "Snitt av de siste resultatene til 12 andre kommuner, 5 norske og 7 svenske "
            "(versjon 2.0 og 2.1, 2014–2018). Dekning: 5 av minst 5 evaluerte i "
            "Norge og 7 av minst 7 evaluerte i Sverige. "
            "Nivåene i Norge og Sverige er ulike, og vi har ikke funnet "
            "noen prøve av om evaluatorene i de to landene vurderer likt.",
            "nn": "Snitt av dei siste resultata til 12 andre kommunar, 5 norske og 7 svenske "
            "(versjon 2.0 og 2.1, 2014–2018). Dekning: 5 av minst 5 evaluerte i "
            "Noreg og 7 av minst 7 evaluerte i Sverige. "
            "Nivåa i Noreg og Sverige er ulike, og vi har ikkje funne "
            "nokon prøve av om evaluatorane i dei to landa vurderer likt.",
            "sv": "Genomsnitt av de senaste resultaten för 12 andra kommuner, 5 norska och 7 "
            "svenska (version 2.0 och 2.1, 2014–2018). Täckning: 5 av minst 5 utvärderade i "
            "Norge och 7 av minst 7 utvärderade i Sverige. "
            "Nivåerna i Norge och Sverige är olika, och vi har inte "
            "hittat någon prövning av om utvärderarna i de två länderna bedömer lika.",
            "en": "Average of the latest results of 12 other municipalities, 5 Norwegian and 7 "
            "Swedish (versions 2.0 and 2.1, 2014–2018). Coverage: 5 of at least 5 evaluated "
            "in Norway and 7 of at least 7 evaluated in Sweden. "
            "The levels of Norway and Sweden differ, and we have found no "
            "test of whether the evaluators of the two countries judge alike.",
        },
    ),
    Example(
        "made-of-both-size",
        lambda: words(comparison(COMBINED, group="small")),
        {
            "nb": "Snitt av de siste resultatene til 12 andre kommuner med under 5\xa0000 "
            "innbyggere, 5 norske og 7 svenske (versjon 2.0 og 2.1, 2014–2018). Dekning: "
            "5 av minst 5 evaluerte i "
            "Norge og 7 av minst 7 evaluerte i Sverige. "
            "Nivåene i Norge og Sverige er ulike, og vi har ikke funnet "
            "noen prøve av om evaluatorene i de to landene vurderer likt.",
            "nn": "Snitt av dei siste resultata til 12 andre kommunar med under 5\xa0000 "
            "innbyggjarar, 5 norske og 7 svenske (versjon 2.0 og 2.1, 2014–2018). Dekning: "
            "5 av minst 5 evaluerte i "
            "Noreg og 7 av minst 7 evaluerte i Sverige. "
            "Nivåa i Noreg og Sverige er ulike, og vi har ikkje funne "
            "nokon prøve av om evaluatorane i dei to landa vurderer likt.",
            "sv": "Genomsnitt av de senaste resultaten för 12 andra kommuner med under 5\xa0000 "
            "invånare, 5 norska och 7 svenska (version 2.0 och 2.1, 2014–2018). Täckning: "
            "5 av minst 5 utvärderade i "
            "Norge och 7 av minst 7 utvärderade i Sverige. "
            "Nivåerna i Norge och Sverige är olika, och vi har inte "
            "hittat någon prövning av om utvärderarna i de två länderna bedömer lika.",
            "en": "Average of the latest results of 12 other municipalities with under 5,000 "
            "inhabitants, 5 Norwegian and 7 Swedish (versions 2.0 and 2.1, 2014–2018). "
            "Coverage: 5 of at least 5 evaluated "
            "in Norway and 7 of at least 7 evaluated in Sweden. "
            "The levels of Norway and Sweden differ, and we have found no "
            "test of whether the evaluators of the two countries judge alike.",
        },
    ),
)

AMONG = (
    Example(
        "among-one",
        lambda: among_words(set_of([NORWAY], field()[1:2]), instrument()),
        {
            "nb": "Sammenlignet med O01 2018, den eneste andre evalueringen vi har tall for.",
            "en": "Compared with O01 2018, the only other evaluation that we have figures for.",
        },
    ),
    Example(
        "among-none",
        lambda: among_words(set_of([NORWAY], []), instrument()),
        {
            "nb": "Vi kjenner ikke til noen annen evaluering med tall å sammenligne med her.",
            "en": "No other evaluation with figures is known here to compare with.",
        },
    ),
    Example(
        "among-norway",
        lambda: among(NORWAY),
        {
            "nb": "Sammenlignet med de siste evalueringene vi har tall for, av 5 andre "
            "norske kommuner (versjon 2.0 og 2.1, 2014–2018).",
            "nn": "Samanlikna med dei siste evalueringane vi har tal for, av 5 andre "
            "norske kommunar (versjon 2.0 og 2.1, 2014–2018).",
            "sv": "Jämfört med de senaste utvärderingar som vi har resultat för, av 5 "
            "andra norska kommuner (version 2.0 och 2.1, 2014–2018).",
            "en": "Compared with the latest evaluations that we have figures for, of 5 "
            "other Norwegian municipalities (versions 2.0 and 2.1, 2014–2018).",
        },
    ),
    Example(
        "among-sweden",
        lambda: among_words(set_of([SWEDEN], field(SWEDEN)), instrument()),
        {
            "nb": "Sammenlignet med de siste evalueringene vi har tall for, av 5 andre "
            "svenske kommuner (versjon 2.0 og 2.1, 2014–2018).",
            "nn": "Samanlikna med dei siste evalueringane vi har tal for, av 5 andre "
            "svenske kommunar (versjon 2.0 og 2.1, 2014–2018).",
            "sv": "Jämfört med de senaste utvärderingar som vi har resultat för, av 5 "
            "andra svenska kommuner (version 2.0 och 2.1, 2014–2018).",
            "en": "Compared with the latest evaluations that we have figures for, of 5 "
            "other Swedish municipalities (versions 2.0 and 2.1, 2014–2018).",
        },
    ),
    Example(
        "among-both",
        lambda: among(NORWAY, SWEDEN),
        {
            "nb": "Sammenlignet med de siste evalueringene vi har tall for, av 12 andre "
            "kommuner, 5 norske og 7 svenske (versjon 2.0 og 2.1, 2014–2018).",
            "nn": "Samanlikna med dei siste evalueringane vi har tal for, av 12 andre "
            "kommunar, 5 norske og 7 svenske (versjon 2.0 og 2.1, 2014–2018).",
            "sv": "Jämfört med de senaste utvärderingar som vi har resultat för, av 12 "
            "andra kommuner, 5 norska och 7 svenska (version 2.0 och 2.1, "
            "2014–2018).",
            "en": "Compared with the latest evaluations that we have figures for, of 12 "
            "other municipalities, 5 Norwegian and 7 Swedish (versions 2.0 and 2.1, "
            "2014–2018).",
        },
    ),
    Example(
        "among-a-span",
        lambda: among_words(
            set_of(
                [NORWAY],
                [*field(), summary("lom", areas={3: 50})],
                measures=(TOTAL, Measure.AREA_3),
            ),
            instrument(),
        ),
        {
            "nb": "Sammenlignet med de siste evalueringene vi har tall for, av 1–5 andre "
            "norske kommuner (versjon 2.0 og 2.1, 2014–2018).",
            "nn": "Samanlikna med dei siste evalueringane vi har tal for, av 1–5 andre "
            "norske kommunar (versjon 2.0 og 2.1, 2014–2018).",
            "sv": "Jämfört med de senaste utvärderingar som vi har resultat för, av 1–5 "
            "andra norska kommuner (version 2.0 och 2.1, 2014–2018).",
            "en": "Compared with the latest evaluations that we have figures for, of 1–5 "
            "other Norwegian municipalities (versions 2.0 and 2.1, 2014–2018).",
        },
    ),
)

EXAMPLES = (*PHRASES, *MADE_OF, *AMONG)
