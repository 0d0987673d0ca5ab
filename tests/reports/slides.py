"""Five slides of made-up texts and numbers."""

from datetime import date
from decimal import Decimal

from app.reports.document import Fact, ListColumn, Picture, RunText, Slide, Slides, TableBlock
from app.web.words.runs import Run
from tests.charts.drawn import HEMNE_2018, axes, series, spider
from tests.reports.sample import ADDRESS, text

WARNING = "Dette er oppdiktet, og ingenting av det er virkelig."
PRACTICE: RunText = (Run("Kommunen har en plan for "), Run("medborgarskap", "sv"), Run("."))


def talk(warning: str | None = WARNING, name: str = "Hemne") -> Slides:
    own = tuple(value / Decimal(2) for value in HEMNE_2018)
    areas = tuple(
        (text(axis.label), text(f"{value}"), text("omtrent likt"))
        for axis, value in zip(axes(), HEMNE_2018, strict=True)
    )
    return Slides(
        title=f"Kommunekompasset i {name} 2018",
        subtitle="Til kommunestyret",
        language="nb",
        author="Kommunekompasset",
        day=date(2026, 3, 14),
        release=3,
        address=ADDRESS,
        facts=(Fact("Kommune", text(name)), Fact("Metode", text("versjon 2.1"))),
        slides=(
            Slide(
                f"{name} får 433 av 800 poeng, omtrent som andre kommuner av samme størrelse",
                (
                    text("Best er resultatfokus, svakest er brukerorientering."),
                    text("Poengene sier hvordan kommunen styres, ikke hvor gode tjenestene er."),
                ),
                picture=Picture("formen", spider(series(HEMNE_2018, own))),
                beneath=(Run("Snittet er av 55 kommuner. Kilde: "), Run("Visionen", "sv")),
                notes=(text("Snittet er av 55 kommuner."), text("Kilde: KS, 2018.")),
            ),
            Slide(
                "De åtte områdene",
                table=TableBlock(
                    "Poeng i hvert område",
                    ("Område", "Poeng", "Mot gruppen"),
                    (*areas, (text("Samlet"), text("433"), text("omtrent likt"))),
                    numeric=frozenset({1}),
                    strong=frozenset({8}),
                ),
                notes=(text("Forskjeller under tre poeng kalles små."),),
            ),
            Slide(
                "Styrker og svakheter",
                columns=(
                    ListColumn("Styrker", (PRACTICE, *(text(_POINT),) * 3), "Ingen", "strength"),
                    ListColumn("Svakheter", (), "Ingen svakheter er skrevet ned.", "weakness"),
                ),
            ),
            Slide(
                "Egen utvikling og veien videre",
                (
                    text("Opp 27 poeng siden 2012."),
                    (Run("Hele rapporten: "), Run(ADDRESS, link=ADDRESS)),
                ),
            ),
        ),
        foot="Utgave 3, 14. mars 2026",
        notes=(text("Alt er av utgave 3."),),
        warning=warning,
        keywords=("Kommunekompasset", name),
        stem="hemne-2018",
    )


_POINT = "Rapportene følger målene fra år til år, og politikerne kan se hva som er oppnådd."
