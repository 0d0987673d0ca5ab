"""What is said around a municipality: of how many in its county an evaluation is known."""

from app.domain.county import County
from app.domain.wording.context import county_words
from tests.wording.examples import NORWAY, Example, Said, municipality


def told(of: int, evaluated: int, former: int) -> Said:
    members = tuple(municipality(f"m{no}") for no in range(of))
    return county_words(County(NORWAY, "Trøndelag", members, ()), evaluated, former)


EXAMPLES = (
    Example(
        "county-and-one-before",
        lambda: told(6, 1, 1),
        {
            "nb": "1 av de 6 kommunene i Trøndelag er evaluert, så vidt vi vet. Av kommunene som "
            "var der før, er 1 evaluert.",
            "en": "1 of the 6 municipalities in Trøndelag is evaluated, as far as we know. Of "
            "those that were there before, 1 was evaluated.",
        },
    ),
    Example(
        "county-and-some-before",
        lambda: told(38, 4, 2),
        {
            "nb": "4 av de 38 kommunene i Trøndelag er evaluert, så vidt vi vet. Av kommunene som "
            "var der før, er 2 evaluert.",
            "en": "4 of the 38 municipalities in Trøndelag are evaluated, as far as we know. Of "
            "those that were there before, 2 were evaluated.",
        },
    ),
)
