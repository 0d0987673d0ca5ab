"""What came, was corrected and was withdrawn."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from app.domain.changes import (
    ChangeType,
    EvaluationRevisionFigures,
    Event,
    RecordChange,
    RecordKind,
)
from app.domain.correction import Correction, FigureChange
from app.domain.evaluation import GoldStar, GoldStarScope
from app.domain.message import LocalText
from app.domain.release import Release
from app.domain.score import Figure, MissingKind
from app.domain.wording.changes import (
    KIND_WORDS,
    correction_words,
    event_lines,
    event_title,
    figure_change_words,
    more_words,
    reason_words,
)
from tests.domain.examples import scored
from tests.wording.examples import Example

RELEASE = Release(2, datetime(2026, 3, 1, tzinfo=UTC), "", "")
KNOWN = EvaluationRevisionFigures(
    "hemne-2018", "hemne", 2018, "2.1", scored(433, 800), {"3": scored("77.4")}
)
UNKNOWN = replace(KNOWN, total=scored(None, 800))
PRACTICE = LocalText(
    {
        "nb": "Målene følges opp hver måned.",
        "nn": "Måla blir følgde opp kvar månad.",
        "sv": "Målen följs upp varje månad.",
        "en": "The targets are followed up every month.",
    }
)
WHY = LocalText(
    {
        "nb": "Alle kjenner målene.",
        "nn": "Alle kjenner måla.",
        "sv": "Alla känner till målen.",
        "en": "Everybody knows the targets.",
    }
)
STAR = GoldStar("hemne-2018-1", "hemne-2018", GoldStarScope.AREA, 5, None, PRACTICE, WHY)


def event(
    change: ChangeType,
    before: EvaluationRevisionFigures | None = KNOWN,
    after: EvaluationRevisionFigures | None = KNOWN,
    star: GoldStar | None = None,
) -> Event:
    evaluation = after or before
    assert evaluation is not None
    kind = RecordKind.GOLD_STAR if star else RecordKind.EVALUATION
    happened = RecordChange(kind, "hemne-2018", change, 2, 1, 2)
    return Event(happened, RELEASE, "Hemne", before, after, evaluation, star)


def renamed(to: str) -> Event:
    found = event(ChangeType.MOVED)
    same = replace(found, after=found.before)
    return replace(same, change=replace(found.change, to=to))


TITLES = (
    Example(
        "evaluation-added",
        lambda: event_title(event(ChangeType.ADDED, None)),
        {
            "nb": "Lagt til: evaluering av Hemne fra 2018",
            "en": "Added: the 2018 evaluation of Hemne",
        },
    ),
    Example(
        "evaluation-corrected",
        lambda: event_title(event(ChangeType.CHANGED)),
        {
            "nb": "Hemne: rettelse av evalueringen fra 2018",
            "en": "Hemne: correction of the evaluation of 2018",
        },
    ),
    Example(
        "evaluation-renamed",
        lambda: event_title(event(ChangeType.MOVED)),
        {
            "nb": "Hemne: evalueringen fra 2018 har fått ny adresse",
            "en": "Hemne: evaluation of 2018 renamed",
        },
    ),
    Example(
        "evaluation-withdrawn",
        lambda: event_title(event(ChangeType.REMOVED, KNOWN, None)),
        {
            "nb": "Hemne: evalueringen fra 2018 er trukket tilbake",
            "en": "Hemne: evaluation of 2018 withdrawn",
        },
    ),
    Example(
        "star-added",
        lambda: event_title(event(ChangeType.ADDED, star=STAR)),
        {
            "nb": "Lagt til: Gullstjerne til Hemne, gitt i 2018",
            "en": "Added: a gold star for Hemne, given in 2018",
        },
    ),
    Example(
        "star-corrected",
        lambda: event_title(event(ChangeType.CHANGED, star=STAR)),
        {
            "nb": "Hemne: rettelse av en Gullstjerne gitt i 2018",
            "en": "Hemne: correction of a gold star given in 2018",
        },
    ),
    Example(
        "star-renamed",
        lambda: event_title(event(ChangeType.MOVED, star=STAR)),
        {
            "nb": "Hemne: Gullstjernen fra 2018 har fått ny adresse",
            "en": "Hemne: gold star given in 2018 renamed",
        },
    ),
    Example(
        "star-withdrawn",
        lambda: event_title(event(ChangeType.REMOVED, star=STAR)),
        {
            "nb": "Hemne: Gullstjerne gitt i 2018 er trukket tilbake",
            "en": "Hemne: gold star given in 2018 withdrawn",
        },
    ),
)

LINES = (
    Example(
        "event-came",
        lambda: event_lines(event(ChangeType.ADDED, None)),
        {
            "nb": "Den samlede poengsummen er 433 av 800 poeng.",
            "en": "The total is 433 out of 800 points.",
        },
    ),
    Example(
        "event-came-without-total",
        lambda: event_lines(event(ChangeType.ADDED, None, UNKNOWN)),
        {
            "nb": "Den samlede poengsummen er ikke kjent her.",
            "en": "The total is not known here.",
        },
    ),
    Example(
        "event-renamed",
        lambda: event_lines(renamed("hemne-til-2019-2018")),
        {
            "nb": "Den het hemne-2018 her og heter hemne-til-2019-2018 nå. De tidligere adressene "
            "fører dit.",
            "en": "It was called hemne-2018 here and is called hemne-til-2019-2018 now. The "
            "earlier addresses lead to it.",
        },
    ),
    Example(
        "correction-beside-the-figure",
        lambda: correction_words(
            "Hemne",
            2018,
            Correction(RELEASE, (FigureChange("3", scored(74), scored(77)),)),
        ),
        {
            "nb": "Evalueringen av Hemne i 2018 ble rettet 1. mars 2026 (utgave 2). Område 3: "
            "74 av 100 → 77 av 100.",
            "nn": "Evalueringa av Hemne i 2018 vart retta 1. mars 2026 (utgåve 2). Område 3: "
            "74 av 100 → 77 av 100.",
            "sv": "Utvärderingen av Hemne 2018 rättades 1 mars 2026 (utgåva 2). Område 3: "
            "74 av 100 → 77 av 100.",
            "en": "The evaluation of Hemne in 2018 was corrected on 1 March 2026 (release 2). "
            "Area 3: 74 of 100 → 77 of 100.",
        },
    ),
    Example(
        "reason-given",
        lambda: reason_words(PRACTICE),
        {
            "nb": "Oppgitt grunn: Målene følges opp hver måned.",
            "en": "The reason given: The targets are followed up every month.",
        },
    ),
    Example(
        "event-withdrawn",
        lambda: event_lines(event(ChangeType.REMOVED, KNOWN, None)),
        {
            "nb": "Det er ikke lenger med i dataene. Siden viser det fortsatt slik det var "
            "i utgaven før.",
            "en": "It is no longer part of the data. The page still shows it as it was "
            "in the release before.",
        },
    ),
    Example(
        "event-no-figure",
        lambda: event_lines(event(ChangeType.CHANGED)),
        {
            "nb": "Ingen poeng er endret, men noe annet er det, for eksempel kilden, en merknad "
            "eller folketallet.",
            "en": "No points have changed; something else has, such as the source, a note "
            "or the number of inhabitants.",
        },
    ),
    Example(
        "event-figures",
        lambda: event_lines(
            event(ChangeType.CHANGED, KNOWN, replace(UNKNOWN, parts={"3": scored(60)}))
        ),
        {
            "nb": "Den samlede poengsummen: 433 av 800 → ikke funnet i kildene vi har lest "
            "Område 3: 77,4 av 100 → 60,0 av 100",
            "nn": "Den samla poengsummen: 433 av 800 → ikkje funne i kjeldene vi har lese "
            "Område 3: 77,4 av 100 → 60,0 av 100",
            "sv": "Totalpoängen: 433 av 800 → inte hittade i de källor vi har läst Område "
            "3: 77,4 av 100 → 60,0 av 100",
            "en": "The total: 433 of 800 → not found in the sources we have read "
            "Area 3: 77.4 of 100 → 60.0 of 100",
        },
    ),
    Example(
        "event-star",
        lambda: event_lines(event(ChangeType.ADDED, star=STAR)),
        {
            "nb": "Målene følges opp hver måned. Alle kjenner målene.",
            "en": "The targets are followed up every month. Everybody knows the targets.",
        },
    ),
    Example(
        "figure-came",
        lambda: figure_change_words(FigureChange("5.1", None, scored("10.5", 15))),
        {
            "nb": "Spørsmål 5.1: ikke med → 10,5 av 15",
            "nn": "Spørsmål 5.1: ikkje med → 10,5 av 15",
            "sv": "Fråga 5.1: inte med → 10,5 av 15",
            "en": "Question 5.1: not there → 10.5 of 15",
        },
    ),
    Example(
        "figure-withdrawn",
        lambda: figure_change_words(
            FigureChange("3", scored(60), Figure(None, None, Decimal(100), MissingKind.WITHDRAWN))
        ),
        {
            "nb": "Område 3: 60 av 100 → trukket tilbake",
            "nn": "Område 3: 60 av 100 → trekt tilbake",
            "sv": "Område 3: 60 av 100 → tillbakadragna",
            "en": "Area 3: 60 of 100 → withdrawn",
        },
    ),
    Example(
        "figure-in-print",
        lambda: figure_change_words(
            FigureChange("3", scored(77), Figure(Decimal("77.4"), Decimal(77), Decimal(100)))
        ),
        {
            "nb": "Område 3: 77,0 av 100 → 77,4 av 100 (trykt som 77)",
            "nn": "Område 3: 77,0 av 100 → 77,4 av 100 (trykt som 77)",
            "sv": "Område 3: 77,0 av 100 → 77,4 av 100 (tryckt som 77)",
            "en": "Area 3: 77.0 of 100 → 77.4 of 100 (77 in print)",
        },
    ),
    Example(
        "more-1",
        lambda: more_words(1),
        {
            "nb": "1 til er med i dataene.",
            "en": "1 more is in the data.",
        },
    ),
    Example(
        "more-many",
        lambda: more_words(1200),
        {
            "nb": "1\xa0200 til er med i dataene.",
            "en": "1,200 more are in the data.",
        },
    ),
)

KINDS = (
    Example(
        "kinds",
        lambda: tuple(KIND_WORDS.values()),
        {
            "nb": "Evalueringer Gullstjerner Kommuner Sammenslåinger og delinger Publiserte "
            "snitt Hvor mange som er evaluert Metodeversjoner Reglene i metoden "
            "Inndelinger i kommunegrupper",
            "en": "Evaluations Gold stars Municipalities Mergers and divisions Published "
            "averages How many are known to be evaluated Method versions Rules of the "
            "method Groupings of municipalities",
        },
    ),
)

EXAMPLES = (*TITLES, *LINES, *KINDS)
