"""What becoming public will change."""

from dataclasses import replace
from decimal import Decimal
from functools import partial

from app.domain.changes import ChangeType, RecordChange, RecordKind
from app.domain.consequences import (
    AverageEffect,
    CoverageEffect,
    DiscrepancyEffect,
    Excerpt,
    FieldChange,
    PageEffect,
    PageKind,
    PlaceEffect,
    RecordEffect,
)
from app.domain.correction import FigureChange
from app.domain.coverage import Coverage
from app.domain.evaluation import Discrepancy, DiscrepancyKind
from app.domain.message import LocalText, Message
from app.domain.municipality import Country
from app.domain.peers import SetScope
from app.domain.score import Measure
from app.domain.statistics import Rank
from app.domain.wording.consequences import (
    MOST_CHARACTERS,
    average_effect_words,
    coverage_effect_words,
    discrepancy_effect_words,
    page_words,
    place_words,
    record_lines,
    record_title,
    unchanged_words,
)
from tests.domain.examples import scored
from tests.wording.examples import Example, instrument

OWN = SetScope(frozenset((Country.NORWAY,)), "2")
SMALL_ONES = replace(OWN, size_group="small")
IN_GROUP = replace(OWN, group=instrument().groups["size:medium"])
TEXT = LocalText(
    {
        "nb": "Summen er 426.",
        "nn": "Summen er 426.",
        "sv": "Summan är 426.",
        "en": "The sum is 426.",
    }
)


def effect(
    kind: RecordKind, change: ChangeType, year: int | None = None, key: str = "no-2018"
) -> RecordEffect:
    return RecordEffect(RecordChange(kind, key, change, 2, 1, 2), key, year)


def changed(*fields: FieldChange, rest: int = 0) -> RecordEffect:
    found = effect(RecordKind.EVALUATION, ChangeType.CHANGED, 2018)
    figure = FigureChange("total", scored(433, 800), scored(441, 800))
    return replace(found, figures=(figure,), fields=Excerpt(fields, rest))


def place(before: Rank | None, after: Rank | None) -> PlaceEffect:
    return PlaceEffect("lom-2018", "Lom", 2018, OWN, Measure.TOTAL, before, after)


def average(representative: bool, before: str | None = "359.4") -> AverageEffect:
    old = None if before is None else Decimal(before)
    return AverageEffect(
        SMALL_ONES, Measure.TOTAL, old, Decimal("361.6"), 55, 56, representative, representative
    )


def coverage(was: bool, now: bool) -> CoverageEffect:
    return CoverageEffect(IN_GROUP, Measure.AREA_3, Coverage(28, 58), Coverage(29, 58), was, now)


def lines_of(way: tuple[str, ...], rest: int = 0) -> tuple[Message, ...]:
    return record_lines(replace(changed(FieldChange(way, "a", "b"), rest=rest), figures=()))


def coverage_said(was: bool, now: bool) -> Message:
    return coverage_effect_words(coverage(was, now), instrument())


def page(kind: PageKind) -> PageEffect:
    return PageEffect("/", kind)


def discrepancy(*, goes: bool) -> DiscrepancyEffect:
    found = Discrepancy(DiscrepancyKind.ROUNDING, TEXT)
    return DiscrepancyEffect("hemne-2018", "Hemne", 2018, found, goes)


EXAMPLES = (
    Example(
        "a record comes",
        lambda: record_title(effect(RecordKind.REFERENCE_AVERAGE, ChangeType.ADDED)),
        {
            "nb": "Publiserte snitt, ny: no-2018",
            "nn": "Publiserte snitt, ny: no-2018",
            "sv": "Publicerade genomsnitt, nytt: no-2018",
            "en": "Published averages, new: no-2018",
        },
    ),
    Example(
        "a record changes",
        lambda: record_title(effect(RecordKind.MUNICIPALITY, ChangeType.CHANGED, key="hemne")),
        {
            "nb": "Kommuner, endret: hemne",
            "nn": "Kommunar, endra: hemne",
            "sv": "Kommuner, ändrat: hemne",
            "en": "Municipalities, changed: hemne",
        },
    ),
    Example(
        "a record gets another name",
        lambda: record_title(effect(RecordKind.MUNICIPALITY, ChangeType.MOVED, key="heim")),
        {
            "nb": "Kommuner, ny adresse: heim",
            "nn": "Kommunar, ny adresse: heim",
            "sv": "Kommuner, ny adress: heim",
            "en": "Municipalities, renamed: heim",
        },
    ),
    Example(
        "a record goes",
        lambda: record_title(effect(RecordKind.METHOD_VERSION, ChangeType.REMOVED, key="2.1")),
        {
            "nb": "Metodeversjoner, trukket tilbake: 2.1",
            "nn": "Metodeversjonar, trekt tilbake: 2.1",
            "sv": "Metodversioner, återkallat: 2.1",
            "en": "Method versions, withdrawn: 2.1",
        },
    ),
    Example(
        "figures and a field change",
        lambda: record_lines(changed(FieldChange(("source", "title"), "Rapport", "Rapport 3"))),
        {
            "nb": "Den samlede poengsummen: 433 av 800 → 441 av 800 "
            "Kilde (title): Rapport → Rapport 3",
            "nn": "Den samla poengsummen: 433 av 800 → 441 av 800 "
            "Kjelde (title): Rapport → Rapport 3",
            "sv": "Totalpoängen: 433 av 800 → 441 av 800 Källa (title): Rapport → Rapport 3",
            "en": "The total: 433 of 800 → 441 of 800 Source (title): Rapport → Rapport 3",
        },
    ),
    Example(
        "a long text goes, and more change",
        lambda: record_lines(
            replace(changed(FieldChange(("notes", "x" * 200), "x" * 200, None), rest=3), figures=())
        ),
        {
            "nb": f"Merknader: {'x' * (MOST_CHARACTERS - 1)}… → ikke med og 3 til",
            "nn": f"Merknader: {'x' * (MOST_CHARACTERS - 1)}… → ikkje med og 3 til",
            "sv": f"Anmärkningar: {'x' * (MOST_CHARACTERS - 1)}… → inte med och 3 till",
            "en": f"Notes: {'x' * (MOST_CHARACTERS - 1)}… → not there and 3 more",
        },
    ),
    *(
        Example(
            f"one more {what}",
            partial(lines_of, way, 1),
            {
                "nb": f"{nb}: a → b og 1 til",
                "nn": f"{nn}: a → b og 1 til",
                "sv": f"{sv}: a → b och 1 till",
                "en": f"{en}: a → b and 1 more",
            },
        )
        for what, way, nb, nn, sv, en in (
            ("practice", ("practice",), "Praksis", "Praksis", "Arbetssätt", "Practice"),
            (
                "figure",
                ("figures", "total"),
                "Poeng (total)",
                "Poeng (total)",
                "Poäng (total)",
                "Points (total)",
            ),
        )
    ),
    Example(
        "another gets a place of its own",
        lambda: place_words(
            place(Rank(2, 41, False, 1, 4), Rank(3, 41, False, 3, 3)), instrument()
        ),
        {
            "nb": "Lom 2018, Samlet: 1–4 av 41 → 3 av 41 (norske kommuner, versjon 2.0 og 2.1)",
            "nn": "Lom 2018, Samla: 1–4 av 41 → 3 av 41 (norske kommunar, versjon 2.0 og 2.1)",
            "sv": "Lom 2018, Totalpoäng: 1–4 av 41 → 3 av 41 "
            "(norska kommuner, version 2.0 och 2.1)",
            "en": "Lom 2018, Total: 1–4 of 41 → 3 of 41 "
            "(Norwegian municipalities, versions 2.0 and 2.1)",
        },
    ),
    Example(
        "another is ranked no more",
        lambda: place_words(place(Rank(3, 41, False, 3, 3), None), instrument()),
        {
            "nb": "Lom 2018, Samlet: 3 av 41 → ikke rangert (norske kommuner, versjon 2.0 og 2.1)",
            "nn": "Lom 2018, Samla: 3 av 41 → ikkje rangert (norske kommunar, versjon 2.0 og 2.1)",
            "sv": "Lom 2018, Totalpoäng: 3 av 41 → inte rangordnad "
            "(norska kommuner, version 2.0 och 2.1)",
            "en": "Lom 2018, Total: 3 of 41 → not ranked "
            "(Norwegian municipalities, versions 2.0 and 2.1)",
        },
    ),
    Example(
        "an average moves",
        lambda: average_effect_words(average(representative=True), instrument()),
        {
            "nb": "Samlet, snitt: 359 → 362, n 55 → 56 "
            "(norske kommuner, versjon 2.0 og 2.1, under 5\xa0000 innbyggere)",
            "nn": "Samla, snitt: 359 → 362, n 55 → 56 "
            "(norske kommunar, versjon 2.0 og 2.1, under 5\xa0000 innbyggjarar)",
            "sv": "Totalpoäng, genomsnitt: 359 → 362, n 55 → 56 "
            "(norska kommuner, version 2.0 och 2.1, under 5\xa0000 invånare)",
            "en": "Total, average: 359 → 362, n 55 → 56 "
            "(Norwegian municipalities, versions 2.0 and 2.1, under 5,000 inhabitants)",
        },
    ),
    Example(
        "a mean of the few comes",
        lambda: average_effect_words(average(representative=False, before=None), instrument()),
        {
            "nb": "Samlet, snittet av dem vi har tall for: for få → 362, n 55 → 56 "
            "(norske kommuner, versjon 2.0 og 2.1, under 5\xa0000 innbyggere). "
            "De er for få til å stå for alle.",
            "nn": "Samla, snittet av dei vi har tal for: for få → 362, n 55 → 56 "
            "(norske kommunar, versjon 2.0 og 2.1, under 5\xa0000 innbyggjarar). "
            "Dei er for få til å stå for alle.",
            "sv": "Totalpoäng, genomsnittet av dem som vi har uppgifter om: för få → 362, "
            "n 55 → 56 (norska kommuner, version 2.0 och 2.1, under 5\xa0000 invånare). "
            "De är för få för att stå för alla.",
            "en": "Total, mean of those we have figures for: too few → 362, n 55 → 56 "
            "(Norwegian municipalities, versions 2.0 and 2.1, under 5,000 inhabitants). "
            "They are too few to stand for all.",
        },
    ),
    *(
        Example(
            f"coverage that {what}",
            partial(coverage_said, was, now),
            {
                "nb": "Område 3: 28 av 58 evaluerte → 29 av 58 evaluerte "
                f"(norske kommuner, versjon 2.0 og 2.1, 5\xa0000–9\xa0999 innbyggere){nb}",
                "nn": "Område 3: 28 av 58 evaluerte → 29 av 58 evaluerte "
                f"(norske kommunar, versjon 2.0 og 2.1, 5\xa0000–9\xa0999 innbyggjarar){nn}",
                "sv": "Område 3: 28 av 58 utvärderade → 29 av 58 utvärderade "
                f"(norska kommuner, version 2.0 och 2.1, 5\xa0000–9\xa0999 invånare){sv}",
                "en": "Area 3: 28 of 58 evaluated → 29 of 58 evaluated "
                "(Norwegian municipalities, versions 2.0 and 2.1, 5,000–9,999 inhabitants)"
                f"{en}",
            },
        )
        for what, was, now, nb, nn, sv, en in (
            ("decides nothing", False, False, "", "", "", ""),
            (
                "becomes enough",
                False,
                True,
                ". Fra nå av vises snitt og plasseringer.",
                ". Frå no av blir snitt og plasseringar viste.",
                ". Från och med nu visas genomsnitt och placeringar.",
                ". From now on averages and places are shown.",
            ),
            (
                "is enough no more",
                True,
                False,
                ". Snitt og plasseringer vises ikke lenger.",
                ". Snitt og plasseringar blir ikkje viste lenger.",
                ". Genomsnitt och placeringar visas inte längre.",
                ". Averages and places are no longer shown.",
            ),
        )
    ),
    Example(
        "a discrepancy comes",
        lambda: discrepancy_effect_words(discrepancy(goes=False)),
        {
            "nb": "Hemne 2018, avvik: Summen er 426.",
            "en": "Hemne 2018, discrepancy: The sum is 426.",
        },
    ),
    Example(
        "a discrepancy goes",
        lambda: discrepancy_effect_words(discrepancy(goes=True)),
        {
            "nb": "Hemne 2018, ikke lenger et avvik: Summen er 426.",
            "en": "Hemne 2018, no longer a discrepancy: The sum is 426.",
        },
    ),
    Example(
        "what was named says the same",
        lambda: unchanged_words("hemne-2018"),
        {
            "nb": "hemne-2018 sier det samme som det som er offentlig.",
            "en": "hemne-2018 says the same as what is public.",
        },
    ),
    *(
        Example(f"pages: {kind}", partial(page_words, page(kind)), {"nb": nb, "en": en})
        for kind, nb, en in (
            (PageKind.EVALUATION, "Siden om evalueringen", "The page of the evaluation"),
            (PageKind.MUNICIPALITY, "Kommunens sider", "Pages of the municipality"),
            (
                PageKind.RELATIVE,
                "Kommuner med samme historie",
                "Municipalities with the same history",
            ),
            (
                PageKind.COMPARISON,
                "Sammenligninger som evalueringen er med i",
                "Comparisons that the evaluation is part of",
            ),
            (PageKind.COUNTY, "Fylket", "The county"),
            (PageKind.GROUP, "Kommunegrupper", "Groups of municipalities"),
            (PageKind.STORY, "Innsikt", "Stories"),
            (PageKind.AREA, "Områder", "Areas"),
            (PageKind.QUESTION, "Spørsmål", "Questions"),
            (PageKind.METHOD, "Metodeversjoner", "Method versions"),
            (PageKind.WHOLE, "Sider om alle resultatene", "Pages of all results"),
            (
                PageKind.OTHERS,
                "Andre kommuner som får en annen plassering",
                "Other municipalities whose place changes",
            ),
        )
    ),
    *(
        Example(
            f"field: {name}",
            partial(lines_of, (name,)),
            {
                "nb": f"{nb}: a → b",
                "nn": f"{nn}: a → b",
                "sv": f"{sv}: a → b",
                "en": f"{en}: a → b",
            },
        )
        for name, nb, nn, sv, en in (
            ("population", "Innbyggere", "Innbyggjarar", "Invånare", "Inhabitants"),
            ("version", "Metodeversjon", "Metodeversjon", "Metodversion", "Method version"),
            ("areas", "Områder", "Område", "Områden", "Areas"),
            ("name", "Navn", "Namn", "Namn", "Name"),
        )
    ),
)
