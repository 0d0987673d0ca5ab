"""What is said around a municipality: of how many in its county an evaluation is known."""

from app.domain.county import CountyCount
from app.domain.wording.context import county_words
from tests.wording.examples import NORWAY, Example, Said


def told(members: int, evaluated: int, former: int = 0) -> Said:
    return county_words(CountyCount(NORWAY, "Trøndelag", members, 8, evaluated, former))


EXAMPLES = (
    Example(
        "around-county-with-some-before",
        lambda: told(38, 4, 2),
        {
            "nb": "4 av de 38 kommunene i Trøndelag er evaluert, så vidt vi vet. I tillegg er 2 "
            "kommuner som ikke finnes lenger, evaluert. Resultatene er fortsatt deres egne.",
            "en": "4 of the 38 municipalities in Trøndelag are evaluated, as far as we know. "
            "Besides, 2 that no longer exist were evaluated. Their results stay their own.",
        },
    ),
    Example(
        "around-county-of-before",
        lambda: told(0, 0, 2),
        {
            "nb": "Ingen kommune ligger i Trøndelag i dag. Av de 8 som lå der til de ble slått "
            "sammen eller delt, er 2 evaluert, så vidt vi vet.",
            "en": "No municipality lies in Trøndelag today. 2 of the 8 that lay there at their end "
            "were evaluated, as far as we know.",
        },
    ),
)
