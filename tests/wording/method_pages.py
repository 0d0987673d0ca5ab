"""Pages of an area and a question: headings, descriptions, cautions and findings."""

from app.domain.evaluation import FindingKind
from app.domain.evaluation_table import EvaluationTable
from app.domain.wording.sets import named_versions, versions_words
from app.features.areas.content import AreaContent, _caution
from app.features.questions.content import QuestionContent, _findings_words
from app.web.results import Measured, ResultParameters, result_list
from tests.wording.examples import SMALL, Example, Said, instrument, rules


def area_page() -> AreaContent:
    version = instrument().version("2.1")
    nobody = EvaluationTable.of([]).all
    versions = versions_words(instrument(), "2")
    measured = Measured(version.area(4).max, versions, "2", nobody, SMALL.area)
    results = result_list((), measured, ResultParameters(), rules(), ())
    return AreaContent(
        version,
        version.area(4),
        results,
        (),
        (),
        (),
        (),
        True,
    )


def question_page() -> QuestionContent:
    version = instrument().version("2.1")
    asked = version.area(5)
    nobody = EvaluationTable.of([]).all
    versions = named_versions(["2.1"])
    measured = Measured(asked.questions[0].max, versions, "2", nobody, SMALL.area)
    results = result_list((), measured, ResultParameters(), rules(), ())
    return QuestionContent(
        version,
        asked,
        asked.questions[0],
        None,
        None,
        (),
        instrument().scoring_note,
        results,
        {},
        (),
        (),
        (),
    )


def found(strengths: int, challenges: int, weaknesses: int) -> Said:
    kinds = (FindingKind.STRENGTH, FindingKind.CHALLENGE, FindingKind.WEAKNESS)
    return _findings_words(dict(zip(kinds, (strengths, challenges, weaknesses), strict=True)))


EXAMPLES = (
    Example(
        "area-title",
        lambda: area_page().title,
        {
            "nb": "Område 4 i versjon 2.1: Lederskap, ansvar og delegasjon",
            "en": "Area 4 in version 2.1: Leadership, responsibility and delegation",
        },
    ),
    Example(
        "area-figure-title",
        lambda: area_page().figure_title,
        {
            "nb": "Område 4, Lederskap, ansvar og delegasjon: poengene for hver kommune",
            "en": "Area 4, Leadership, responsibility and delegation: the points of each "
            "municipality",
        },
    ),
    Example(
        "area-description",
        lambda: area_page().description,
        {
            "nb": "Område 4 i Kommunekompasset, Lederskap, ansvar og delegasjon: hva det "
            "handler om, hvordan poengene fordeler seg mellom kommuner, hvem som "
            "gjør det best, og hvilken praksis man kan lære av.",
            "en": "What area 4 of Kommunekompasset, Leadership, responsibility and "
            "delegation, covers, how the points are spread among municipalities, "
            "who does it best, and which practices to learn from.",
        },
    ),
    Example(
        "area-caution",
        lambda: _caution(instrument(), frozenset(("2.1", "2.0"))),
        {
            "nb": "Resultater fra versjon 2.0 og 2.1 er stilt side om side her, med varsomhet. "
            "Kravene ble hevet i april 2016: En liten nedgang kan komme av revisjonen.",
            "en": "Results of versions 2.0 and 2.1 are set side by side here, with caution. The "
            "requirements were raised in April 2016: a small fall may be due to the "
            "revision.",
        },
    ),
    Example(
        "area-without-caution",
        lambda: _caution(instrument(), frozenset(("2.1",))),
        {"nb": "", "en": ""},
    ),
    Example(
        "question-title",
        lambda: question_page().title,
        {
            "nb": "Spørsmål 5.1 i versjon 2.1: Strategi for resultat og effektivitet",
            "en": "Question 5.1 in version 2.1: Results and efficiency strategy",
        },
    ),
    Example(
        "question-figure-title",
        lambda: question_page().figure_title,
        {
            "nb": "Spørsmål 5.1, Strategi for resultat og effektivitet: poengene for hver kommune",
            "en": "Question 5.1, Results and efficiency strategy: the points of each municipality",
        },
    ),
    Example(
        "question-description",
        lambda: question_page().description,
        {
            "nb": "Spørsmål 5.1 i Kommunekompasset, Strategi for resultat og effektivitet: hva det "
            "kan gi, hvordan poengene fordeler seg mellom kommuner, og hvilken praksis man kan "
            "lære av.",
            "en": "Question 5.1 of Kommunekompasset, Results and efficiency strategy: what it can "
            "give, how the points are spread among municipalities, and which practices to learn "
            "from.",
        },
    ),
    Example(
        "question-findings-one-each",
        lambda: found(1, 1, 1),
        {
            "nb": "1 styrke, 1 utfordring og 1 svakhet",
            "nn": "1 styrke, 1 utfordring og 1 veikskap",
            "sv": "1 styrka, 1 utmaning och 1 svaghet",
            "en": "1 strength, 1 challenge and 1 weakness",
        },
    ),
    Example(
        "question-findings-several",
        lambda: found(2, 3, 4),
        {
            "nb": "2 styrker, 3 utfordringer og 4 svakheter",
            "nn": "2 styrkar, 3 utfordringar og 4 veikskapar",
            "sv": "2 styrkor, 3 utmaningar och 4 svagheter",
            "en": "2 strengths, 3 challenges and 4 weaknesses",
        },
    ),
    Example(
        "question-findings-of-one-kind",
        lambda: found(2, 0, 0),
        {"nb": "2 styrker", "nn": "2 styrkar", "sv": "2 styrkor", "en": "2 strengths"},
    ),
)
