"""What the API answers of those who are alike, and of whom to learn from."""

from collections.abc import Iterable, Mapping
from datetime import date

from pydantic import Field

from app.domain.learning import Twin
from app.domain.municipality import Municipality
from app.domain.release import Release
from app.features.twins.content import TwinsContent
from app.features.twins.lessons import AreaLesson, Contact, QuestionLesson
from app.features.twins.rows import TwinRow
from app.queries.gold_stars import GivenStar
from app.web.api.comparing import ComparabilityOut, GapOut, comparability_out, gap_out
from app.web.api.evaluation_document import MunicipalityRef, SourceOut, municipality_ref
from app.web.api.evaluation_reference import EvaluationRef, evaluation_ref
from app.web.api.given_star import StarWithHolderOut, star_with_holder_out
from app.web.api.method_document import source_out
from app.web.api.schemas import Link, Out, Points, Released, Text, local, released, said
from app.web.languages import translate


class LikenessOut(Out):
    """How alike two are, 0–1, by each component and as the weighted mean of what is known."""

    total: Points
    population: Points | None
    county: Points | None
    distance: Points | None
    km: int | None = Field(description="Between the middles of the two areas.")
    left_out: list[str] = Field(description="What would count and is not known.")


class PeerOut(EvaluationRef):
    """One of those most alike, with the evaluation that stands for it."""

    inhabitants: int | None = Field(description="Those of the year that it was evaluated.")
    until: date | None = Field(description="Its last day; null where it exists today.")
    likeness: LikenessOut
    total: Points | None
    gap: GapOut | None = Field(description="How far its total lies from one's own.")


class BetterOut(Out):
    """One that does better, by how many points, and its gold stars there."""

    evaluation: EvaluationRef
    score: Points
    more: Points
    comparability: ComparabilityOut
    gold_stars: list[str] = Field(description="Ids of those in `gold_stars`.")


class AreaLessonOut(Out):
    """A weak area, why it is called so, and who of those alike does better."""

    no: int
    name: Text
    score: Points
    max: Points
    median: Points | None
    why: list[str]
    text: str
    better: list[BetterOut]
    left_out: int = Field(description="How many more do better and are not listed.")
    other_gold_stars: list[str] = Field(description="Of those that are not listed as better.")


class QuestionLessonOut(Out):
    """A question with under half of its points, and who of those alike does better."""

    code: str
    label: Text
    score: Points
    max: Points
    better: list[BetterOut]
    left_out: int


class WeightsOut(Out):
    """How much each component counts, 0–3."""

    population: int
    county: int
    distance: int


class PeersAnswer(Released):
    """Who is most alike, and what to learn from them. `answer` is what the page says first."""

    municipality: MunicipalityRef
    evaluation: EvaluationRef | None = Field(description="What stands for the municipality.")
    answer: list[str]
    weights: WeightsOut
    known: int = Field(description="How many evaluated municipalities it can be likened to.")
    learned_from: int = Field(description="How many of them, the most alike, are looked among.")
    peers: list[PeerOut]
    comparison_set: str | None = Field(
        description="Over whom the medians are computed; null where none of its areas is known."
    )
    areas: list[AreaLessonOut]
    questions: list[QuestionLessonOut]
    gold_stars: list[StarWithHolderOut]
    caution: list[Text]
    sources: list[SourceOut]
    links: Link


def peers_answer(
    content: TwinsContent,
    municipalities: Mapping[str, Municipality],
    release: Release,
    links: Link,
    language: str,
) -> PeersAnswer:
    """The answer in a language. `municipalities` are the peers', by slug."""
    weights, known = content.parameters.weights, {**municipalities}
    known[content.municipality.slug] = content.municipality
    return PeersAnswer(
        **released(release),
        municipality=municipality_ref(content.municipality),
        evaluation=evaluation_ref(content.own, content.municipality) if content.own else None,
        answer=[translate(sentence, language) for sentence in content.lead],
        weights=WeightsOut(
            population=weights.population, county=weights.county, distance=weights.distance
        ),
        known=content.known,
        learned_from=content.learned_from,
        peers=[_peer(row, known, language) for row in content.rows],
        comparison_set=said(content.set_words, language) if content.own_areas else None,
        areas=[_area(lesson, known, language) for lesson in content.areas],
        questions=[_question(lesson, known, language) for lesson in content.questions],
        gold_stars=[star_with_holder_out(given, known, language) for given in every_star(content)],
        caution=[local(reason, language) for reason in content.cautions],
        sources=[source_out(source) for source in content.sources],
        links=links,
    )


def slugs_of(content: TwinsContent) -> set[str]:
    """Everybody who is named in the answer."""
    contacts = [
        *(contact for lesson in content.areas for contact in lesson.contacts),
        *(contact for lesson in content.questions for contact in lesson.contacts),
    ]
    return {
        *(row.twin.municipality for row in content.rows),
        *(contact.twin.municipality for contact in contacts),
        *(given.evaluation.municipality for given in every_star(content)),
    }


def every_star(content: TwinsContent) -> tuple[GivenStar, ...]:
    """The gold stars at weak areas and the others, each once."""
    stars = (
        *(star for lesson in content.areas for star in lesson.stars),
        *(star for q in content.questions for contact in q.contacts for star in contact.stars),
        *content.more_stars,
    )
    return tuple({given.star.id: given for given in stars}.values())


def _peer(row: TwinRow, known: Mapping[str, Municipality], language: str) -> PeerOut:
    found = row.twin.likeness
    return PeerOut(
        **_reference(row.twin, known).model_dump(),
        inhabitants=row.summary.inhabitants,
        until=row.until,
        likeness=LikenessOut(
            total=row.likeness,
            population=found.population,
            county=found.county,
            distance=found.distance,
            km=row.km,
            left_out=[component.value for component in found.left_out],
        ),
        total=row.total,
        gap=gap_out(row.gap, language) if row.gap else None,
    )


def _reference(twin: Twin, known: Mapping[str, Municipality]) -> EvaluationRef:
    return evaluation_ref(twin.summary, known[twin.municipality])


def _area(lesson: AreaLesson, known: Mapping[str, Municipality], language: str) -> AreaLessonOut:
    return AreaLessonOut(
        no=lesson.definition.no,
        name=local(lesson.definition.name, language),
        score=lesson.score,
        max=lesson.definition.max,
        median=lesson.median,
        why=[weakness.value for weakness in lesson.why],
        text=translate(lesson.why_words, language),
        better=_better(lesson.contacts, known, language),
        left_out=lesson.left_out,
        other_gold_stars=[given.star.id for given in lesson.other_stars],
    )


def _question(
    lesson: QuestionLesson, known: Mapping[str, Municipality], language: str
) -> QuestionLessonOut:
    return QuestionLessonOut(
        code=lesson.definition.code,
        label=local(lesson.definition.label, language),
        score=lesson.score,
        max=lesson.definition.max,
        better=_better(lesson.contacts, known, language),
        left_out=lesson.left_out,
    )


def _better(
    contacts: Iterable[Contact], known: Mapping[str, Municipality], language: str
) -> list[BetterOut]:
    return [
        BetterOut(
            evaluation=_reference(contact.twin, known),
            score=contact.better.score,
            more=contact.better.more,
            comparability=comparability_out(contact.better.comparability, language),
            gold_stars=[given.star.id for given in contact.stars],
        )
        for contact in contacts
    ]
