"""What becoming public will change."""

from dataclasses import replace
from functools import partial

from app.domain.changes import ChangeType, RecordChange, RecordKind
from app.domain.consequences import (
    DiscrepancyEffect,
    Excerpt,
    FieldChange,
    PageEffect,
    PageKind,
    PlaceEffect,
    RecordEffect,
)
from app.domain.correction import FigureChange
from app.domain.evaluation import Discrepancy, DiscrepancyKind
from app.domain.message import LocalText, Message
from app.domain.municipality import Country
from app.domain.peers import SetScope
from app.domain.score import Measure
from app.domain.statistics import Rank
from app.domain.wording.consequences import (
    discrepancy_effect_words,
    of_words,
    page_words,
    place_title,
    place_words,
    record_lines,
    record_title,
    unchanged_words,
)
from app.domain.wording.record_fields import MOST_CHARACTERS
from tests.domain.examples import scored
from tests.wording.examples import Example, instrument

OWN = SetScope(frozenset((Country.NORWAY,)), "2")
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


def placed(before: Rank | None, after: Rank | None) -> Message:
    effect = place(before, after)
    return of_words(place_title(effect), place_words(effect, instrument()))


def lines_of(way: tuple[str, ...], rest: int = 0) -> tuple[Message, ...]:
    return record_lines(replace(changed(FieldChange(way, "a", "b"), rest=rest), figures=()))


def page(kind: PageKind) -> PageEffect:
    return PageEffect("/", kind)


def discrepancy(*, goes: bool) -> DiscrepancyEffect:
    found = Discrepancy(DiscrepancyKind.ROUNDING, TEXT)
    return DiscrepancyEffect("hemne-2018", "Hemne", 2018, found, goes)


def disagreeing(*, goes: bool) -> Message:
    effect = discrepancy(goes=goes)
    return of_words(place_title(effect), discrepancy_effect_words(effect))


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
            "Kilde · Tittel: Rapport → Rapport 3",
            "nn": "Den samla poengsummen: 433 av 800 → 441 av 800 "
            "Kjelde · Tittel: Rapport → Rapport 3",
            "sv": "Totalpoängen: 433 av 800 → 441 av 800 Källa · Titel: Rapport → Rapport 3",
            "en": "The total: 433 of 800 → 441 of 800 Source · Title: Rapport → Rapport 3",
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
                "Poeng · Samlet",
                "Poeng · Samla",
                "Poäng · Totalpoäng",
                "Points · Total",
            ),
        )
    ),
    Example(
        "another gets a place of its own",
        lambda: placed(Rank(2, 41, False, 1, 4), Rank(3, 41, False, 3, 3)),
        {
            "nb": "Lom 2018: Samlet: plass 3 av 41 i stedet for 1–4 av 41 "
            "(norske kommuner, versjon 2.0 og 2.1)",
            "nn": "Lom 2018: Samla: plass 3 av 41 i staden for 1–4 av 41 "
            "(norske kommunar, versjon 2.0 og 2.1)",
            "sv": "Lom 2018: Totalpoäng: plats 3 av 41 i stället för 1–4 av 41 "
            "(norska kommuner, version 2.0 och 2.1)",
            "en": "Lom 2018: Total: place 3 of 41 instead of 1–4 of 41 "
            "(Norwegian municipalities, versions 2.0 and 2.1)",
        },
    ),
    Example(
        "another is ranked no more",
        lambda: placed(Rank(3, 41, False, 3, 3), None),
        {
            "nb": "Lom 2018: Samlet: ikke rangert lenger, det var 3 av 41 "
            "(norske kommuner, versjon 2.0 og 2.1)",
            "nn": "Lom 2018: Samla: ikkje rangert lenger, det var 3 av 41 "
            "(norske kommunar, versjon 2.0 og 2.1)",
            "sv": "Lom 2018: Totalpoäng: inte rangordnad längre, det var 3 av 41 "
            "(norska kommuner, version 2.0 och 2.1)",
            "en": "Lom 2018: Total: not ranked any more, it was 3 of 41 "
            "(Norwegian municipalities, versions 2.0 and 2.1)",
        },
    ),
    Example(
        "another is ranked for the first time",
        lambda: placed(None, Rank(3, 41, False, 3, 3)),
        {
            "nb": "Lom 2018: Samlet: plass 3 av 41, det var ingen før "
            "(norske kommuner, versjon 2.0 og 2.1)",
            "nn": "Lom 2018: Samla: plass 3 av 41, det var ingen før "
            "(norske kommunar, versjon 2.0 og 2.1)",
            "sv": "Lom 2018: Totalpoäng: plats 3 av 41, det fanns ingen förut "
            "(norska kommuner, version 2.0 och 2.1)",
            "en": "Lom 2018: Total: place 3 of 41, it had none before "
            "(Norwegian municipalities, versions 2.0 and 2.1)",
        },
    ),
    Example(
        "a discrepancy comes",
        lambda: disagreeing(goes=False),
        {
            "nb": "Hemne 2018: avvik: Summen er 426.",
            "nn": "Hemne 2018: avvik: Summen er 426.",
            "sv": "Hemne 2018: avvikelse: Summan är 426.",
            "en": "Hemne 2018: a discrepancy: The sum is 426.",
        },
    ),
    Example(
        "a discrepancy goes",
        lambda: disagreeing(goes=True),
        {
            "nb": "Hemne 2018: ikke lenger et avvik: Summen er 426.",
            "nn": "Hemne 2018: ikkje lenger eit avvik: Summen er 426.",
            "sv": "Hemne 2018: inte längre en avvikelse: Summan är 426.",
            "en": "Hemne 2018: no longer a discrepancy: The sum is 426.",
        },
    ),
    Example(
        "a gold star goes",
        lambda: record_title(effect(RecordKind.GOLD_STAR, ChangeType.REMOVED, 2018, "Hemne")),
        {
            "nb": "Hemne: Gullstjerne gitt i 2018 er trukket tilbake",
            "en": "Hemne: gold star given in 2018 withdrawn",
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
