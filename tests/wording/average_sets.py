"""What a set chosen for averages is called, and why one says too little."""

from collections.abc import Sequence

from app.domain.coverage import CoverageRules
from app.domain.municipality import Country
from app.domain.peers import SetScope, comparison_set
from app.domain.score import Measure
from app.features.averages.set_wording import make_up_words, reason_words
from tests.domain.counts import EVERYBODY_KNOWN
from tests.domain.examples import several, summary
from tests.wording.examples import (
    NORWAY,
    OF_58,
    SWEDEN,
    TOTAL,
    Example,
    Said,
    field,
    instrument,
    set_of,
)


def made_of(
    countries: Sequence[Country],
    group: str | None = None,
    years: tuple[int | None, int | None] = (None, None),
    *,
    as_of: int | None = None,
    left_out: str | None = None,
    measures: Sequence[Measure] = (TOTAL,),
) -> Said:
    found = [*field(), summary("lom", areas={3: 50})]
    scope = SetScope(frozenset(countries), "2", group, *years)
    chosen = comparison_set(scope, found, measures, EVERYBODY_KNOWN)
    return make_up_words(chosen, as_of, left_out, instrument())


def too_few(n: int, known: CoverageRules = EVERYBODY_KNOWN) -> Said:
    return reason_words(set_of([NORWAY], several(n), known=known).measures[TOTAL]) or ()


EXAMPLES = (
    Example(
        "set-below-half",
        lambda: too_few(5, OF_58),
        {
            "nb": "Vi har tall for 5 av minst 58 evaluerte. Det er for få til et snitt eller en "
            "plass.",
            "nn": "Vi har tal for 5 av minst 58 evaluerte. Det er for få til eit snitt eller ein "
            "plass.",
            "sv": "Vi har resultat för 5 av minst 58 utvärderade. Det är för få för ett "
            "genomsnitt eller en plats.",
            "en": "We have figures for 5 of at least 58 evaluated. That is too few for an "
            "average or a rank.",
        },
    ),
    Example(
        "set-norway-of-a-size",
        lambda: made_of([NORWAY], "small", left_out="Hemne"),
        {
            "nb": "Norske kommuner, hver med den siste evalueringen som har tallet: 5 (versjon 2.0 "
            "og 2.1, 2014–2018). Bare de som hadde under 5\xa0000 innbyggere da de ble evaluert. "
            "Hemne er holdt utenfor.",
            "nn": "Norske kommunar, kvar med den siste evalueringa som har talet: 5 (versjon 2.0 "
            "og 2.1, 2014–2018). Berre dei som hadde under 5\xa0000 innbyggjarar då dei vart "
            "evaluerte. Hemne er halden utanfor.",
            "sv": "Norska kommuner, var och en med den senaste utvärderingen som har "
            "uppgiften: 5 (version 2.0 och 2.1, 2014–2018). Bara de som hade under 5 000"
            " invånare när de utvärderades. Hemne är inte med.",
            "en": "Norwegian municipalities, each with its latest evaluation that has the figure: "
            "5 (versions 2.0 and 2.1, 2014–2018). Only those with under 5,000 inhabitants when "
            "they were evaluated. Hemne is left out.",
        },
    ),
    Example(
        "set-sweden-from",
        lambda: made_of([SWEDEN], years=(2015, None)),
        {
            "nb": "Svenske kommuner, hver med den siste evalueringen som har tallet: 7 (versjon "
            "2.0 og 2.1, 2018). Bare evalueringer fra 2015 eller senere.",
            "nn": "Svenske kommunar, kvar med den siste evalueringa som har talet: 7 (versjon 2.0 "
            "og 2.1, 2018). Berre evalueringar frå 2015 eller seinare.",
            "sv": "Svenska kommuner, var och en med den senaste utvärderingen som har "
            "uppgiften: 7 (version 2.0 och 2.1, 2018). Bara utvärderingar från 2015 "
            "eller senare.",
            "en": "Swedish municipalities, each with its latest evaluation that has the figure: 7 "
            "(versions 2.0 and 2.1, 2018). Only evaluations of 2015 or later.",
        },
    ),
    Example(
        "set-both-in-years",
        lambda: made_of([NORWAY, SWEDEN], years=(2010, 2018)),
        {
            "nb": "Kommuner, hver med den siste evalueringen som har tallet: 12. Norske: 5. "
            "Svenske: 7 (versjon 2.0 og 2.1, 2014–2018). Bare evalueringer fra 2010–2018.",
            "nn": "Kommunar, kvar med den siste evalueringa som har talet: 12. Norske: 5. Svenske: "
            "7 (versjon 2.0 og 2.1, 2014–2018). Berre evalueringar frå 2010–2018.",
            "sv": "Kommuner, var och en med den senaste utvärderingen som har uppgiften: 12. "
            "Norska: 5. Svenska: 7 (version 2.0 och 2.1, 2014–2018). Bara utvärderingar "
            "från 2010–2018.",
            "en": "Municipalities, each with its latest evaluation that has the figure: 12. "
            "Norwegian: 5. Swedish: 7 (versions 2.0 and 2.1, 2014–2018). Only evaluations of "
            "2010–2018.",
        },
    ),
    Example(
        "set-until",
        lambda: made_of([NORWAY], years=(None, 2014)),
        {
            "nb": "Norske kommuner, hver med den siste evalueringen som har tallet: 1 (versjon 2.0 "
            "og 2.1, 2014). Bare evalueringer fra 2014 eller tidligere.",
            "nn": "Norske kommunar, kvar med den siste evalueringa som har talet: 1 (versjon 2.0 "
            "og 2.1, 2014). Berre evalueringar frå 2014 eller tidlegare.",
            "sv": "Norska kommuner, var och en med den senaste utvärderingen som har "
            "uppgiften: 1 (version 2.0 och 2.1, 2014). Bara utvärderingar från 2014 "
            "eller tidigare.",
            "en": "Norwegian municipalities, each with its latest evaluation that has the figure: "
            "1 (versions 2.0 and 2.1, 2014). Only evaluations of 2014 or earlier.",
        },
    ),
    Example(
        "set-as-of-with-a-span",
        lambda: made_of([NORWAY], years=(None, 2018), as_of=2018, measures=(TOTAL, Measure.AREA_3)),
        {
            "nb": "Norske kommuner, hver med den siste evalueringen som har tallet: 1–5 (versjon "
            "2.0 og 2.1, 2014–2018). Slik det var ved utgangen av 2018.",
            "nn": "Norske kommunar, kvar med den siste evalueringa som har talet: 1–5 (versjon 2.0 "
            "og 2.1, 2014–2018). Slik det var ved utgangen av 2018.",
            "sv": "Norska kommuner, var och en med den senaste utvärderingen som har "
            "uppgiften: 1–5 (version 2.0 och 2.1, 2014–2018). Som det såg ut vid slutet "
            "av 2018.",
            "en": "Norwegian municipalities, each with its latest evaluation that has the figure: "
            "1–5 (versions 2.0 and 2.1, 2014–2018). As it stood at the end of 2018.",
        },
    ),
    Example(
        "set-empty",
        lambda: made_of([NORWAY], "large"),
        {
            "nb": "Ingen evaluering i utvalget har tall (versjon 2.0 og 2.1). Bare de som "
            "hadde 10\xa0000 innbyggere eller flere da de ble evaluert.",
            "nn": "Inga evaluering i utvalet har tal (versjon 2.0 og 2.1). Berre dei som "
            "hadde 10\xa0000 innbyggjarar eller fleire då dei vart evaluerte.",
            "sv": "Ingen utvärdering i urvalet har resultat (version 2.0 och 2.1). Bara de "
            "som hade 10 000 invånare eller fler när de utvärderades.",
            "en": "No matching evaluation has figures (versions 2.0 and 2.1). Only those "
            "with 10,000 inhabitants or more when they were evaluated.",
        },
    ),
    Example(
        "set-no-points",
        lambda: too_few(0),
        {
            "nb": "Ingen evaluering i utvalget har poeng for det.",
            "en": "No matching evaluation has points for it.",
        },
    ),
    Example(
        "set-points-of-one",
        lambda: too_few(1),
        {
            "nb": "Bare 1 kommune har poeng for det. Den nevnes ved navn. Et snitt krever minst 5 "
            "kommuner, og minst halvparten av dem som er evaluert.",
            "nn": "Berre 1 kommune har poeng for det. Han blir nemnd med namn. Eit snitt krev "
            "minst 5 kommunar, og minst halvparten av dei som er "
            "evaluerte.",
            "sv": "Bara 1 kommun har poäng för det. Den nämns vid namn. Ett genomsnitt kräver "
            "minst 5 kommuner, och minst hälften av dem som har "
            "utvärderats.",
            "en": "Only 1 municipality has points for it, and is named. An average needs at "
            "least 5 municipalities, and at least half of those evaluated.",
        },
    ),
    Example(
        "set-points-of-few",
        lambda: too_few(4),
        {
            "nb": "Bare 4 kommuner har poeng for det. De nevnes ved navn. Et snitt krever minst 5 "
            "kommuner, og minst halvparten av dem som er evaluert.",
            "nn": "Berre 4 kommunar har poeng for det. Dei blir nemnde med namn. Eit snitt krev "
            "minst 5 kommunar, og minst halvparten av dei som er "
            "evaluerte.",
            "sv": "Bara 4 kommuner har poäng för det. De nämns vid namn. Ett genomsnitt kräver "
            "minst 5 kommuner, och minst hälften av dem som har "
            "utvärderats.",
            "en": "Only 4 municipalities have points for it, and are named. An average needs at "
            "least 5 municipalities, and at least half of those evaluated.",
        },
    ),
)
