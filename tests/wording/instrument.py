"""What the instrument is: its scale, and which differences count."""

from app.domain.wording.instrument import scale_words, small_over_time_words, small_words
from tests.wording.examples import SMALL, Example, instrument

EXAMPLES = (
    Example(
        "scale",
        lambda: scale_words(instrument().version("2.1")),
        {
            "nb": "Metodeversjon 2.1 ser på åtte områder som hvert kan gi opptil 100 poeng, 800 "
            "til sammen.",
            "nn": "Metodeversjon 2.1 ser på åtte område som kvart kan gi opptil 100 poeng, 800 "
            "til saman.",
            "sv": "Metodversion 2.1 ser på åtta områden som vart och ett kan ge upp till 100 "
            "poäng, sammanlagt 800.",
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
)
