"""What the instrument is: its scale, and which differences count."""

from dataclasses import replace

from app.domain.evaluation import Finding, FindingKind
from app.domain.wording.evaluation import retold_words
from app.domain.wording.instrument import (
    CRITERIA_NOT_APART,
    EVIDENCE,
    GOLD_STARS_JUDGED,
    VOLUNTARY,
    scale_words,
    small_over_time_words,
    small_words,
)
from app.domain.wording.untranslated import findings_language_words
from tests.domain.examples import evaluation
from tests.known import known
from tests.wording.examples import SMALL, Example, instrument

SCORED = evaluation({1: 50}, 433)
WRITTEN = replace(
    SCORED,
    areas=tuple(
        replace(
            area,
            findings=tuple(
                Finding(FindingKind.STRENGTH, "", code) for code in ("nb", "nn", "sv", "en")
            ),
        )
        for area in SCORED.areas
    ),
)
"""With findings in every language."""

EXAMPLES = (
    Example(
        "scale",
        lambda: scale_words(instrument().version("2.1")),
        {
            "nb": "Metodeversjon 2.1 ser på åtte områder som hvert kan gi opptil 100 poeng, 800 "
            "til sammen.",
            "en": "Method version 2.1 looks at eight areas, each worth up to 100 points, 800 in "
            "all.",
        },
    ),
    Example(
        "small",
        lambda: small_words(SMALL),
        {
            "nb": "Under 3 poeng på et område og under 10 poeng samlet sier vi «omtrent likt».",
            "en": "Under 3 points on an area, and under 10 points on a total, we say “about the "
            "same”.",
        },
    ),
    Example(
        "small over time",
        lambda: small_over_time_words(SMALL),
        {
            "nb": "Mellom to evalueringer av samme kommune snakker vi om endring først fra 4,2 "
            "poeng på et område og 14 samlet.",
            "en": "Of a change since an earlier evaluation of the same municipality we speak "
            "from 4.2 points on an area and 14 on a total.",
        },
    ),
    Example(
        "voluntary",
        lambda: VOLUNTARY,
        {
            "nb": "Kommunen ber om det selv. Det er frivillig å være med.",
            "en": "The municipality asks for it. Taking part is voluntary.",
        },
    ),
    Example(
        "evidence",
        lambda: EVIDENCE,
        {
            "nb": "Det som teller, er det som kan vises: intervjuer, planer og andre "
            "dokumenter, og nettstedet. Kommunen får en rapport med styrker, utfordringer og "
            "svakheter, og en Gullstjerne for praksis som de fleste andre kan lære av.",
            "en": "What counts is what can be shown: interviews, plans and other documents, and "
            "the website. The municipality gets a report with strengths, challenges and "
            "weaknesses, and a gold star for practice that most others can learn from.",
        },
    ),
    Example(
        "criteria",
        lambda: CRITERIA_NOT_APART,
        {
            "nb": "Hvor mange poeng hvert kriterium gir, vet vi ikke, og vi gjetter ikke.",
            "en": "How many points each criterion gives is not known to us, and we do not guess.",
        },
    ),
    Example(
        "gold stars judged",
        lambda: GOLD_STARS_JUDGED,
        {
            "nb": "En Gullstjerne er evaluatorenes vurdering av en praksis. Den følger ikke av "
            "poengene.",
            "en": "A gold star is the evaluators' judgement of a practice. It does not follow from "
            "the points.",
        },
    ),
    Example(
        "retold",
        lambda: retold_words(2018),
        {
            "nb": "Styrker, utfordringer og svakheter er hentet fra rapporten fra 2018 og gjengitt "
            "med våre egne ord.",
            "en": "Strengths, challenges and weaknesses are from the report of 2018, retold in our "
            "own words.",
        },
    ),
    Example(
        "findings in other languages",
        lambda: known(findings_language_words((WRITTEN,), "nb")),
        {
            "nb": "Funnene står på bokmål, nynorsk, svensk og engelsk.",
            "nn": "Funna står på bokmål, nynorsk, svensk og engelsk.",
            "sv": "Iakttagelserna är på norska, norska (nynorsk), svenska och engelska.",
            "en": "The findings are in Norwegian (bokmål), Norwegian (nynorsk), Swedish and "
            "English.",
        },
    ),
)
