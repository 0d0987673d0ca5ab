"""What the values of a record are called, where two versions of it are set beside each other."""

from functools import partial

from app.domain.consequences import FieldChange
from app.domain.message import Message
from app.domain.wording.record_fields import MEMBERS, NAMES, choice_words, field_words
from tests.wording.examples import Example


def named(name: str) -> Message:
    return NAMES[name]


def member(name: str) -> Message:
    return Message(MEMBERS[name].key, {"no": "3"})


def code(name: str, value: str) -> Message:
    said = choice_words(name, value)
    assert isinstance(said, Message)
    return said


def one_field(way: tuple[str, ...], old: str | None, new: str | None) -> Message:
    return field_words(FieldChange(way, old, new))


WORDS = (
    ("approximate", "Et rundt tall", "A round number"),
    ("areas", "Områder", "Areas"),
    ("as_of", "År", "Year"),
    ("asks", "Hva det spørres om", "What it asks"),
    ("at_least", "Det kan være flere", "There may be more"),
    ("basis", "Hvordan det er kjent", "How it is known"),
    ("breadth", "Hvem det gjelder", "Whom it covers"),
    ("challenges", "Utfordringer", "Challenges"),
    ("closing", "Avslutning", "Closing part"),
    ("code", "Kode", "Code"),
    ("comparability", "Hva som kan sammenlignes", "What may be compared"),
    ("country", "Land", "Country"),
    ("county", "Fylke", "County"),
    ("day", "Dag", "Day"),
    ("definition", "Hva det er", "What it is"),
    ("description", "Beskrivelse", "Description"),
    ("detail", "Detaljnivå", "Detail level"),
    ("discrepancies", "Tall som ikke stemmer overens", "Figures that disagree"),
    ("family", "Metodeversjoner", "Method versions"),
    ("figures", "Poeng", "Points"),
    ("findings", "Styrker, utfordringer og svakheter", "Strengths, challenges and weaknesses"),
    ("groups", "Kommunegrupper", "Groups of municipalities"),
    ("inhabitants", "Innbyggere", "Inhabitants"),
    ("kind", "Slag", "Kind"),
    ("label", "Navn", "Name"),
    ("max", "Maks", "Max"),
    ("method_version", "Metodeversjon", "Method version"),
    ("missing", "Hvorfor det ikke er poeng", "Why there are no points"),
    ("n", "Hvor mange", "How many"),
    ("n_basis", "Hvordan antallet er kjent", "How it is known how many"),
    ("n_source", "Hvor antallet står", "Where it says how many"),
    ("name", "Navn", "Name"),
    ("note", "Merknad", "Note"),
    ("notes", "Merknader", "Notes"),
    ("office", "Enhet", "Office"),
    ("population", "Innbyggere", "Inhabitants"),
    ("practice", "Praksis", "Practice"),
    ("preface", "Forord", "Preface"),
    ("publisher", "Utgiver", "Publisher"),
    ("question", "Spørsmål", "Question"),
    ("questions", "Spørsmål", "Questions"),
    ("reconstructed", "Et siffer som er regnet ut", "A digit worked out"),
    ("reply", "Kommunens tilsvar", "The municipality's reply"),
    ("report_number", "Rapportnummer", "Report number"),
    ("short", "Kort navn", "Short name"),
    ("since", "Første år", "First year"),
    ("size_group", "Størrelse", "Size"),
    ("source", "Kilde", "Source"),
    ("stated_comparisons", "Sammenligninger i rapporten", "Comparisons in the report"),
    ("stated_changes", "Endringer i rapporten", "Changes in the report"),
    ("stated_placings", "Plasseringer i rapporten", "Places in the report"),
    ("statistic", "Type snitt", "Kind of average"),
    ("strengths", "Styrker", "Strengths"),
    ("summary", "Sammendrag", "Summary"),
    ("text", "Tekst", "Text"),
    ("title", "Tittel", "Title"),
    ("total", "Samlet", "Total"),
    ("unit", "Hva som telles", "What is counted"),
    ("unofficial", "Egen oversettelse", "Own translation"),
    ("url", "Adresse på nettet", "Web address"),
    ("version", "Metodeversjon", "Method version"),
    ("version_basis", "Hvordan metodeversjonen er kjent", "How the method version is known"),
    ("weaknesses", "Svakheter", "Weaknesses"),
    ("why", "Hvorfor den ble gitt", "Why it was given"),
    ("year", "År", "Year"),
    ("year_basis", "Hvordan året er kjent", "How the year is known"),
    ("year_from", "Første år", "First year"),
    ("year_to", "Siste år", "Last year"),
)
"""The name in the document, in Bokmål and English."""

VALUES = (
    (
        ("areas", "3", "max"),
        ("100.0", "90.0"),
        "Område 3 · Maks: 100 → 90",
        "Område 3 · Maks: 100 → 90",
        "Område 3 · Max: 100 → 90",
        "Area 3 · Max: 100 → 90",
    ),
    (
        ("areas", "3", "questions", "3.1", "label", "texts", "en"),
        ("a", "b"),
        "Område 3 · Spørsmål 3.1 · Navn (English): a → b",
        "Område 3 · Spørsmål 3.1 · Namn (English): a → b",
        "Område 3 · Fråga 3.1 · Namn (English): a → b",
        "Area 3 · Question 3.1 · Name (English): a → b",
    ),
    (
        ("at_least",),
        ("true", "false"),
        "Det kan være flere: ja → nei",
        "Det kan vere fleire: ja → nei",
        "Det kan finnas fler: ja → nej",
        "There may be more: yes → no",
    ),
    (
        ("total", "missing"),
        (None, "never-known"),
        "Samlet · Hvorfor det ikke er poeng: ikke med → never-known",
        "Samla · Kvifor det ikkje er poeng: ikkje med → never-known",
        "Totalpoäng · Varför det inte finns poäng: inte med → never-known",
        "Total · Why there are no points: not there → never-known",
    ),
    (
        ("detail",),
        ("known", "total"),
        "Detaljnivå: evaluert, men ingen tall funnet → bare den samlede poengsummen",
        "Detaljnivå: evaluert, men ingen tal funne → berre den samla poengsummen",
        "Detaljnivå: utvärderad, men inga uppgifter hittade → bara totalpoängen",
        "Detail level: evaluated, but no figures found → only the total",
    ),
    (
        ("figures", "3"),
        (None, "61.5"),
        "Område 3: ikke med → 61,5",
        "Område 3: ikkje med → 61,5",
        "Område 3: inte med → 61,5",
        "Area 3: not there → 61.5",
    ),
    (
        ("version",),
        ("2.0", "2.1"),
        "Metodeversjon: 2.0 → 2.1",
        "Metodeversjon: 2.0 → 2.1",
        "Metodversion: 2.0 → 2.1",
        "Method version: 2.0 → 2.1",
    ),
    (
        ("version_basis",),
        ("inferred", "stated"),
        "Hvordan metodeversjonen er kjent: utledet av årstallet → oppgitt i rapporten",
        "Korleis metodeversjonen er kjend: utleidd av årstalet → oppgitt i rapporten",
        "Hur metodversionen är känd: härledd från årtalet → angivet i rapporten",
        "How the method version is known: inferred from the year → stated in the report",
    ),
    (
        ("text",),
        ("text", None),
        "Tekst: text → ikke med",
        "Tekst: text → ikkje med",
        "Text: text → inte med",
        "Text: text → not there",
    ),
)

EXAMPLES = (
    *(
        Example(f"value: {name}", partial(named, name), {"nb": nb, "en": en})
        for name, nb, en in WORDS
    ),
    *(
        Example(f"member of {name}", partial(member, name), {"nb": nb, "en": en})
        for name, nb, en in (
            ("areas", "Område 3", "Area 3"),
            ("questions", "Spørsmål 3", "Question 3"),
        )
    ),
    *(
        Example(f"{name}: {value}", partial(code, name, value), {"nb": nb, "en": en})
        for name, value, nb, en in (
            ("statistic", "mean", "vanlig snitt", "mean"),
            ("statistic", "median", "median", "median"),
            ("basis", "printed", "slik kilden trykker det", "as the source prints it"),
            (
                "basis",
                "reconstructed",
                "sifre mangler i trykket og følger av andre tall",
                "digits are lost in print, and follow from others",
            ),
            (
                "basis",
                "deduced",
                "det følger av andre tall i kilden",
                "it follows from other figures of the source",
            ),
            ("basis", "opinion-piece", "en kronikk sier det", "an opinion piece says so"),
            ("n_basis", "same-source", "i samme kilde", "in the same source"),
            ("n_basis", "other-source", "i en annen kilde", "in another source"),
            ("n_basis", "not-stated", "det er ikke oppgitt", "it is not said"),
            ("breadth", "all", "alle som var evaluert", "all who had been evaluated"),
            ("breadth", "part", "noen av dem", "some of them"),
            ("unit", "municipalities", "kommuner", "municipalities"),
            ("unit", "evaluations", "evalueringer", "evaluations"),
        )
    ),
    *(
        Example(
            f"two values: {'.'.join(way)}",
            partial(one_field, way, *values),
            {"nb": nb, "nn": nn, "sv": sv, "en": en},
        )
        for way, values, nb, nn, sv, en in VALUES
    ),
)
