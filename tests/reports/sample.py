"""A report with every kind of block, of made-up texts and numbers, as long as one likes."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from app.charts.history.drawing import HistoryPoint
from app.charts.own_years.drawing import OwnYear
from app.charts.own_years.figure import OwnYearsFigure
from app.charts.ranked.drawing import RankedBar
from app.charts.ranked.figure import RankedFigure
from app.charts.scatter.drawing import ScatterPoint
from app.charts.scatter.figure import ScatterFigure
from app.charts.timescale import Break
from app.reports.document import (
    Block,
    Bullets,
    Columns,
    Fact,
    Facts,
    ListColumn,
    Notice,
    Passage,
    Picture,
    PointBox,
    Report,
    ReportSection,
    ReportWords,
    RunText,
    TableBlock,
    Tone,
)
from app.web.words.runs import Run
from tests.charts.drawn import HEMNE_2018, axes, bars, history, points, series, spider

ADDRESS = "https://kompass.example/kommuner/hemne/2018/rapport?release=3"
LONG_NAME = "Indre Østfold og Nordre Follo interkommunale samarbeidskommune"
LONG_WORD = "kommunestyrerepresentantopplæringsprogramevalueringsrapportvedlegg"
TELLING = (
    "Kommunen har de siste årene arbeidet planmessig med dette, og mye er på plass. Det gjenstår "
    "likevel å se sammenhengen mellom mål, tiltak og resultater, og å gjøre det synlig for "
    "innbyggerne. "
)
WORDS = ReportWords(
    contents="Innhold",
    page="Side %(page)s av %(pages)s",
    figure="Figur",
    table="Tabell",
    figure_as_table="Figuren som tabell",
    figures_as_tables="Figurene som tabeller",
    foot="Utgave 3, 14. mars 2026",
)


def text(words: str) -> RunText:
    return (Run(words),)


def sample(
    areas: int = 8,
    questions: int = 5,
    *,
    warning: str | None = "Dette er oppdiktet, og ingenting av det er virkelig.",
    name: str = "Hemne",
    telling: str = TELLING,
) -> Report:
    """The whole of it; with one area of one question it is short."""
    return Report(
        title=f"Kommunekompasset i {name} 2018",
        subtitle="Rapport fra evalueringen",
        language="nb",
        author="Kommunekompasset",
        day=date(2026, 3, 14),
        release=3,
        address=ADDRESS,
        facts=(
            Fact("Kommune", text(name)),
            Fact("År", text("2018")),
            Fact("Metode", (Run("Kommunkompassen ", "sv"), Run("versjon 2.1"))),
            Fact("Laget av", text("evaluator som ikke er navngitt")),
        ),
        sections=(
            _opening(telling),
            _whole(name),
            *(_area(number, questions, name, telling) for number in range(1, areas + 1)),
            ReportSection(
                "vedlegg",
                "Kilder og retting",
                (Facts((Fact("Kilde", text("KS, 2018")), Fact("Lisens", text("NLOD 2.0")))),),
            ),
        ),
        words=WORDS,
        warning=warning,
        keywords=("Kommunekompasset", name, "2018"),
        stem="hemne-2018",
    )


def short(*blocks: Block, **others: str) -> Report:
    """A report of one section with just these blocks."""
    return Report(
        title=others.get("title", "Kort"),
        subtitle=others.get("subtitle", "Rapport"),
        language=others.get("language", "nb"),
        author="Kommunekompasset",
        day=date(2026, 3, 14),
        release=3,
        address=ADDRESS,
        facts=(),
        sections=(ReportSection("eneste", others.get("heading", "Eneste"), blocks),),
        words=WORDS,
    )


def _opening(telling: str) -> ReportSection:
    return ReportSection(
        "om",
        "Om rapporten",
        (
            Passage(text("Kommunen får 433 av 800 poeng, og ligger midt på treet."), Tone.LEAD),
            Passage(
                (
                    Run("Hvordan poeng blir til, står i "),
                    Run("metoden", link="https://kompass.example/metode"),
                    Run("; på svensk heter den "),
                    Run("hur poängen sätts", "sv", "https://kompass.example/sv/metod"),
                    Run("."),
                )
            ),
            Passage(text(telling * 2), Tone.QUOTED),
            Passage(text("Forordet er skrevet av kommunen selv."), Tone.NOTE),
            Bullets((text("Først det ene"), text("så det andre"), text(telling))),
            Bullets((text("Regne"), text("sammenlikne"), text("lære")), numbered=True),
            Notice("Merk", (text("Metoden ble endret i 2017."), text("Se der."))),
            Notice("Advarsel", (text("Tallene kan ikke sammenliknes med 2009."),), is_warning=True),
        ),
        (
            ReportSection(
                "mangler", "Det som mangler", (_missing("Størrelsesgruppen er for liten."),)
            ),
            ReportSection("ord", "Lange ord", (Passage(text(f"{LONG_WORD} {LONG_NAME}")),)),
        ),
    )


def _missing(words: str) -> Passage:
    return Passage(text(words), Tone.MISSING)


def _whole(name: str) -> ReportSection:
    own = tuple(value / Decimal(2) for value in HEMNE_2018)
    return ReportSection(
        "helhet",
        "Resultatet som helhet",
        (
            PointBox("Samlet", "433", "av 800 poeng", 433 / 800, ("2018", "opp 27 siden 2012")),
            _ranked(
                "alle", "Alle kommuner som kan sammenliknes, etter poeng og med egne år", 150, name
            ),
        ),
        (
            ReportSection(
                "gruppe",
                "Blant kommuner av samme størrelse",
                (
                    _ranked("gruppen", "De ti i gruppen", 10, name),
                    Picture("innbyggere", _scatter(name)),
                    _grid("Kommunene i gruppen", 40),
                ),
            ),
            ReportSection(
                "edderkopp",
                "Formen",
                (
                    Picture(
                        "edderkopp",
                        spider(series(HEMNE_2018, own, (*own[:3], None, *own[4:]))),
                        (text("Snittet er av 55 kommuner."), text("Kilde: KS.")),
                    ),
                    Picture("stolper", bars(series(HEMNE_2018, own)), compact=True),
                    Picture("stolper-2", bars(series(own, HEMNE_2018)), compact=True),
                ),
            ),
            ReportSection(
                "utvikling",
                "Egen utvikling",
                (
                    Picture(
                        "historie",
                        history(
                            HistoryPoint(2009, Decimal(320), "2009", "1.0"),
                            HistoryPoint(2012, Decimal(406), "2012", "2.0"),
                            HistoryPoint(2018, Decimal(433), "2018", "2.0"),
                            breaks=(Break(2009, 2012, "Ny metode"),),
                        ),
                    ),
                    Picture("egne-år", _own_years()),
                ),
            ),
        ),
    )


def _ranked(name: str, title: str, count: int, own: str) -> Picture:
    figure = RankedFigure(
        title,
        bars=tuple(
            RankedBar(
                own if at == count // 2 else f"Kommune {at + 1}",
                Decimal(640 - at * 400 // count),
                own=at == count // 2,
                earlier=at == count // 2 + 2,
            )
            for at in range(count)
        ),
        max=Decimal(800),
        measure="Samlet",
        own_name=own,
        others_name="andre kommuner",
        earlier_name="egne tidligere år",
        write=points,
        subtitle="Poeng i alt, 0–800",
    )
    return Picture(name, figure, (text("Bare de som er evaluert med samme metode."),))


def _scatter(own: str) -> ScatterFigure:
    return ScatterFigure(
        "Størrelse og poeng",
        points=tuple(
            ScatterPoint(
                own if at == 3 else f"Sted {at}",
                1000 * at + 900,
                Decimal(300 + at * 37 % 200),
                at == 3,
            )
            for at in range(60)
        ),
        max=Decimal(800),
        measure="Samlet",
        across_name="Innbyggere",
        own_name=own,
        others_name="andre",
        write=points,
    )


def _own_years() -> OwnYearsFigure:
    years = (
        OwnYear(2012, "2.0", tuple(value - 5 for value in HEMNE_2018)),
        OwnYear(2018, "2.1", HEMNE_2018),
    )
    names = tuple(axis.short for axis in axes())
    return OwnYearsFigure(
        "Områdene over tid", areas=names, years=years, max=Decimal(100), write=points
    )


def _grid(caption: str, rows: int) -> TableBlock:
    return TableBlock(
        caption,
        ("Spørsmål", "Poeng", "Høyest", "Merknad"),
        (
            *(
                (
                    text(f"{at + 1} Hvordan følges {LONG_NAME if at % 7 == 3 else 'planen'} opp?"),
                    text("" if at % 11 == 5 else f"{at % 10},{at % 3}"),
                    text("10"),
                    (Run("ingen "), Run("anmärkning", "sv")) if at % 5 == 0 else text(""),
                )
                for at in range(rows)
            ),
            (text("Sum"), text("99,5"), text("400"), text("")),
        ),
        numeric=frozenset({1, 2}),
        strong=frozenset({rows}),
        marked=frozenset({2}),
        narrow=frozenset({1, 2}),
        share=1,
        parts=(*(None if at % 11 == 5 else at % 10 / 10 for at in range(rows)), None),
    )


def _area(number: int, questions: int, name: str, telling: str) -> ReportSection:
    known = number != 5
    return ReportSection(
        f"område-{number}",
        axes()[(number - 1) % 8].label,
        (
            PointBox(
                "Poeng for området",
                "38,9" if known else "ikke kjent",
                "av 100 poeng",
                0.389 if known else None,
                ("opp 3,1 siden 2012", "plass 31 av 55"),
            ),
            Passage(text("Området handler om hvordan kommunen styres. " + telling)),
            _grid(f"Spørsmålene i område {number}", questions),
            Columns(
                (
                    _column("Styrker", "strength", number, telling),
                    _column("Utfordringer", "challenge", number - 1, telling),
                    _column("Svakheter", "weakness", 0, telling),
                )
            ),
        ),
        (
            *(
                ReportSection(
                    f"spørsmål-{number}-{at}",
                    f"{number}.{at} Hvordan følges planen opp?",
                    (
                        Facts((Fact("Poeng", text(f"{at},5 av 10")),)),
                        Passage(text(telling), Tone.QUOTED),
                        Passage(text(telling * 2), Tone.QUOTED),
                    )
                    if at % 3
                    else (_missing("Evaluator har ikke skrevet noe om spørsmålet."),),
                )
                for at in range(1, questions + 1)
            ),
            ReportSection(
                f"bedre-{number}",
                "Hvem som gjør det bedre",
                (
                    Passage(text(f"Tre kommuner likner på {name} og får flere poeng.")),
                    Bullets(
                        (
                            (Run("Asker", link="https://kompass.example/kommuner/asker"),),
                            text("Bærum"),
                        )
                    ),
                ),
            ),
        ),
        number=str(number),
    )


def _column(title: str, kind: str, count: int, telling: str) -> ListColumn:
    items: Sequence[RunText] = [
        text(f"Punkt {at + 1}. {telling}"[: 60 + at * 20]) for at in range(count)
    ]
    return ListColumn(title, tuple(items), f"Ingen {title.lower()} er skrevet ned.", kind)
