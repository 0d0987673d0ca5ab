"""Counties: of how many of their municipalities an evaluation is known."""

from datetime import date

from app.domain.county import County
from app.domain.municipality import Municipality
from app.domain.wording.counties import county_count_words, county_quote, former_words
from tests.wording.examples import NORWAY, Example, Said


def county(present: int, former: int = 0) -> County:
    """A county with so many municipalities of today and of before."""

    def some(n: int, end: date | None) -> tuple[Municipality, ...]:
        return tuple(
            Municipality(f"m{i}", NORWAY, f"M{i}", (), "Trøndelag", None, end, None, None)
            for i in range(n)
        )

    return County(NORWAY, "Trøndelag", some(present, None), some(former, date(2019, 12, 31)))


def quoted() -> Said:
    """The sentence to print of a county."""
    said = county_quote(county(38), 4)
    assert said is not None
    return said


EXAMPLES = (
    Example(
        "county-some",
        lambda: county_count_words(county(38), 4),
        {
            "nb": "4 av de 38 kommunene i Trøndelag er evaluert, så vidt vi vet.",
            "en": "4 of the 38 municipalities in Trøndelag are evaluated, as far as we know.",
        },
    ),
    Example(
        "county-one",
        lambda: county_count_words(county(38), 1),
        {
            "nb": "1 av de 38 kommunene i Trøndelag er evaluert, så vidt vi vet.",
            "en": "1 of the 38 municipalities in Trøndelag is evaluated, as far as we know.",
        },
    ),
    Example(
        "county-none",
        lambda: county_count_words(county(38), 0),
        {
            "nb": "Vi kjenner ikke til noen evaluering av de 38 kommunene i Trøndelag.",
            "en": "We know of no evaluation of the 38 municipalities in Trøndelag.",
        },
    ),
    Example(
        "county-of-one",
        lambda: county_count_words(county(1), 1),
        {
            "nb": "Den eneste kommunen i Trøndelag er evaluert, så vidt vi vet.",
            "en": "The only municipality in Trøndelag is evaluated, as far as we know.",
        },
    ),
    Example(
        "county-of-one-not-known",
        lambda: county_count_words(county(1), 0),
        {
            "nb": "Vi kjenner ikke til noen evaluering av den eneste kommunen i Trøndelag.",
            "en": "We know of no evaluation of the only municipality in Trøndelag.",
        },
    ),
    Example(
        "county-of-before",
        lambda: county_count_words(county(0, 8), 2),
        {
            "nb": "Ingen kommune ligger i Trøndelag i dag. Av de 8 som lå der til de ble slått "
            "sammen eller delt, er 2 evaluert, så vidt vi vet.",
            "en": "No municipality lies in Trøndelag today. 2 of the 8 that lay there at their end "
            "were evaluated, as far as we know.",
        },
    ),
    Example(
        "county-of-before-one",
        lambda: county_count_words(county(0, 8), 1),
        {
            "nb": "Ingen kommune ligger i Trøndelag i dag. Av de 8 som lå der til de ble slått "
            "sammen eller delt, er 1 evaluert, så vidt vi vet.",
            "en": "No municipality lies in Trøndelag today. 1 of the 8 that lay there at their end "
            "was evaluated, as far as we know.",
        },
    ),
    Example(
        "county-of-before-none",
        lambda: county_count_words(county(0, 8), 0),
        {
            "nb": "Ingen kommune ligger i Trøndelag i dag. Vi kjenner ikke til noen evaluering av "
            "dem som lå der til de ble slått sammen eller delt.",
            "en": "No municipality lies in Trøndelag today. We know of no evaluation of those that "
            "lay there at their end.",
        },
    ),
    Example(
        "county-besides",
        lambda: former_words(2),
        {
            "nb": "I tillegg er 2 kommuner som ikke finnes lenger, evaluert. Resultatene er "
            "fortsatt deres egne.",
            "en": "Besides, 2 that no longer exist were evaluated. Their results stay their own.",
        },
    ),
    Example(
        "county-besides-one",
        lambda: former_words(1),
        {
            "nb": "I tillegg er 1 kommune som ikke finnes lenger, evaluert. Resultatet er fortsatt "
            "dens eget.",
            "en": "Besides, 1 that no longer exists was evaluated. Its result stays its own.",
        },
    ),
    Example(
        "county-quote",
        quoted,
        {
            "nb": "4 av de 38 kommunene i Trøndelag er evaluert med Kommunekompasset, så vidt vi "
            "vet. Evalueringen handler om hvordan en kommune styres og ledes, ikke om hvor gode "
            "tjenestene er.",
            "en": "4 of the 38 municipalities in Trøndelag have been evaluated with "
            "Kommunekompasset, as far as is known. The evaluation is of how a municipality is "
            "governed and led, not of the quality of its services.",
        },
    ),
    Example(
        "county-quote-one",
        lambda: county_quote(county(38), 1) or (),
        {
            "nb": "1 av de 38 kommunene i Trøndelag er evaluert med Kommunekompasset, så vidt vi "
            "vet. Evalueringen handler om hvordan en kommune styres og ledes, ikke om hvor gode "
            "tjenestene er.",
            "en": "1 of the 38 municipalities in Trøndelag has been evaluated with "
            "Kommunekompasset, as far as is known. The evaluation is of how a municipality is "
            "governed and led, not of the quality of its services.",
        },
    ),
)
