"""Words of headings and labels, in the languages that evaluations are written in, folded."""

import re
from enum import StrEnum
from typing import Final

from app.domain.naming.spelling import fold


class FieldKind(StrEnum):
    """What a column holds beside points."""

    NAME = "name"
    CODE = "code"
    COUNTY = "county"
    COUNTRY = "country"
    POPULATION = "population"
    YEAR = "year"
    VERSION = "version"
    REPORT = "report"
    SIZE = "size"
    NOTE = "note"
    SOURCE = "source"


class FigureRole(StrEnum):
    """What the figures of a row or a column are."""

    POINTS = "points"
    SHARE = "share"
    MAXIMUM = "maximum"
    CHANGE = "change"
    MEAN = "mean"
    MEDIAN = "median"
    EXTREME = "extreme"
    """The highest, the lowest, a quartile, a deviation."""
    RANK = "rank"
    LABEL = "label"
    """Not figures: numbers and names of what stands in a row."""


_FIELDS: Final = {
    FieldKind.NAME: (
        *("kommune", "kommunenavn", "kommunenamn", "kommun", "kommunnamn", "navn", "namn"),
        *(
            "municipality",
            "name",
            "kommuner",
            "navn pa kommune",
            "kommunens navn",
            "kommunens namn",
        ),
    ),
    FieldKind.CODE: (
        *("knr", "kommunenr", "kommunenummer", "kommnr", "komnr", "nr kommune", "kommune nr"),
        *("kommunnr", "kommunnummer", "kommunkod", "kommunekode", "kod", "kode", "code", "k nr"),
        *(
            "municipality code",
            "kommun nr",
            "kommun kod",
            "kommune kode",
            "kommune nummer",
            "komm nr",
        ),
        "knr 101",
    ),
    FieldKind.COUNTY: (
        *("fylke", "fylkesnavn", "fylkesnamn", "lan", "lansnamn", "county", "region", "fylke lan"),
        *("fylkeskommune", "landsdel"),
    ),
    FieldKind.COUNTRY: ("land", "country", "nasjon"),
    FieldKind.POPULATION: (
        *("folketall", "folketal", "innbyggere", "innbyggjarar", "innbyggertall", "innbyggjartal"),
        *("folkmangd", "invanare", "invanarantal", "befolkning", "antal invanare", "population"),
        *("antall innbyggere", "tal innbyggjarar", "inhabitants", "innb", "inv", "befolkningstall"),
    ),
    FieldKind.YEAR: (
        *("ar", "arstall", "arstal", "artal", "evalueringsar", "utvarderingsar", "year", "aar"),
        *(
            "evaluert ar",
            "evaluert",
            "utvarderad",
            "utvardert",
            "ar for evaluering",
            "utvarderat ar",
        ),
        *("evaluation year", "dato", "datum", "date", "tidspunkt", "evaluert i", "periode"),
    ),
    FieldKind.VERSION: (
        *("versjon", "version", "metodeversjon", "metodversion", "metode", "metod"),
        *("method version", "utgave", "utgava", "kompassversjon"),
    ),
    FieldKind.REPORT: (
        *("rapport", "rapportnr", "rapportnummer", "report", "report number", "rapport nr"),
    ),
    FieldKind.SIZE: (
        *("storrelsesgruppe", "storleiksgruppe", "storleksgrupp", "kostragruppe", "kostra gruppe"),
        *("gruppe", "grupp", "kommungrupp", "kommunegruppe", "size group"),
    ),
    FieldKind.NOTE: (
        *("merknad", "merknader", "kommentar", "kommentarer", "anmarkning", "note", "notes"),
        *("merk", "fotnote", "fotnot", "gullstjerne", "gullstjerner", "guldstjarna"),
    ),
    FieldKind.SOURCE: ("kilde", "kjelde", "kalla", "source", "url", "lenke", "lenkje", "lank"),
}
FIELDS: Final = {word: kind for kind, words in _FIELDS.items() for word in words}

_MEAN: Final = re.compile(
    r"\b(snitt\w*|gjennomsnitt\w*|gj\s?snitt|gjsnitt|genomsnitt\w*|medel|medelvarde\w*|medeltal\w*"
    r"|middel|middelverdi|mean|average|avg|lands\w*snitt|riks\w*snitt|riket|landet|hela landet"
    r"|hele landet|heile landet|alle( kommuner| kommunar)?|alla( kommuner)?|samtliga( kommuner)?"
    r"|samtlige( kommuner)?|all municipalities|norge|noreg|sverige|ovrige kommuner|ovriga kommuner"
    r"|andre kommuner|andre kommunar|andra kommuner)\b"
)
_MEDIAN: Final = re.compile(r"\bmedian\w*\b")
_EXTREME: Final = re.compile(
    r"\b(hogst\w*|hoyest\w*|hogast\w*|lagst\w*|lavest\w*|best\w*|basta\w*|darlig\w*|samst\w*"
    r"|highest|lowest|topp|min|minimum|kvartil\w*|quartile|standardavvik\w*|standardavvikelse"
    r"|std|spredning|spridning|rekord|antall|antal|number of|n)\b"
)
_CHANGE: Final = re.compile(
    r"\b(endr(ing\w*)?|(for)?andr(ing\w*)?|change\w*|diff\w*|skillnad\w*|skilnad\w*"
    r"|forskjell\w*|utvikling( i)? (prosent|poeng)|utveckling (i )?(procent|poang)|vekst|okning\w*"
    r"|okning|auke|avvik\w*|avvikelse\w*|delta|fremgang|framgang|tillvaxt|gap)\b"
)
_MAXIMUM: Final = re.compile(
    r"\b(maks\w*|max\w*|mulig\w*|mojlig\w*|mogleg\w*|possible|hogsta mojliga|hoyeste mulige"
    r"|vekt|vikt|weight)\b"
)
_SHARE: Final = re.compile(
    r"(%|\b(prosent\w*|procent\w*|andel\w*|del av maks\w*|pst|percent\w*|share|oppnadd andel"
    r"|grad av oppnaelse|maloppnaelse)\b)"
)
_RANK: Final = re.compile(r"\b(rang\w*|plassering\w*|plass|placering\w*|plats|rank\w*|ranking)\b")
_POINTS: Final = re.compile(
    r"\b(skar\w*|score\w*|poeng\w*|poang\w*|resultat\w*|result\w*|points?|verdi\w*|varde\w*"
    r"|oppnadd\w*|uppnadd\w*|karakter\w*|sum)\b"
)
_LABEL: Final = re.compile(
    r"\b(nr|no|nummer|sporsmal\w*|delsporsmal\w*|fraga\w*|fragor\w*|delfraga\w*|question\w*|tema"
    r"|omrade\w*|fokusomrade\w*|area|areas|kriteri\w*|indikator\w*|tekst|text|spm|beskrivelse"
    r"|kode|kod|code|id|malt|navn|namn|rubrikk?|fokus|overskrift|amne)\b"
)
NOBODY: Final = re.compile(
    r"^(sum|totalt?|summa|i alt|ialt|n|antall|antal|kilde|kalla|kjelde|merk|note|fotnote)\b"
)


def roles_of(text: str) -> tuple[FigureRole, ...]:
    """Every role that a label names, the one that rules first. None where it names none."""
    folded = fold(text)
    found = []
    raw = text.casefold()
    if _CHANGE.search(folded) or "δ" in raw or re.search(r"\+\s*/\s*[-−–]", raw):
        found.append(FigureRole.CHANGE)
    if _MEDIAN.search(folded):
        found.append(FigureRole.MEDIAN)
    elif _MEAN.search(folded):
        found.append(FigureRole.MEAN)
    if _RANK.search(folded):
        found.append(FigureRole.RANK)
    if "%" in raw or _SHARE.search(folded):
        found.append(FigureRole.SHARE)
    if _MAXIMUM.search(folded):
        found.append(FigureRole.MAXIMUM)
    if _EXTREME.search(folded) and FigureRole.MAXIMUM not in found:
        found.append(FigureRole.EXTREME)
    if _POINTS.search(folded):
        found.append(FigureRole.POINTS)
    if _LABEL.search(folded):
        found.append(FigureRole.LABEL)
    return tuple(found)


LONGEST_FIELD: Final = 160
"""Letters of a cell that may be the heading of a column. What is longer is not looked through: a
pattern may take as long as the square of its length."""


def field_of(text: str) -> FieldKind | None:
    """What a column holds by its heading; None where it is none of these."""
    if len(text) > LONGEST_FIELD:
        return None
    return FIELDS.get(fold(re.sub(r"\([^)]*\)", "", text))) or FIELDS.get(fold(text))


YEAR: Final = re.compile(r"(?<!\d)(199\d|20[0-4]\d)(?!\d)")


def years_in(text: str) -> tuple[int, ...]:
    """The years that a text names, each once, in its order."""
    return tuple(dict.fromkeys(int(found) for found in YEAR.findall(text)))
