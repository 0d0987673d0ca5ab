"""What the canonical documents of evaluations and gold stars say."""

from app.domain.evaluation import AreaResult, Evaluation, GoldStar
from app.domain.score import Figure
from app.publishing.canonical import Content, optional_text, points, text_content


def evaluation_content(evaluation: Evaluation, family: str) -> Content:
    """An evaluation with all that was worked out for it. Gold stars are records of their own."""
    population = evaluation.population
    return {
        "id": evaluation.id,
        "municipality": evaluation.municipality,
        "country": evaluation.country.value,
        "year": evaluation.year,
        "version": evaluation.version,
        "version_basis": evaluation.version_basis.value,
        "family": family,
        "detail": evaluation.detail.value,
        "total": _figure(evaluation.total),
        "areas": [_area(area) for area in evaluation.areas],
        "population": None
        if population is None
        else {
            "year": population.population.year,
            "inhabitants": population.population.inhabitants,
            "source": population.population.source,
            "basis": population.basis.value,
        },
        "size_group": evaluation.size_group,
        "source": {"title": evaluation.source.title, "url": evaluation.source.url},
        "report_number": evaluation.report_number,
        **told(evaluation),
    }


def told(evaluation: Evaluation) -> Content:
    """What the source tells besides its figures: disagreements, standings, changes and notes."""
    changes = evaluation.stated_changes
    return {
        "discrepancies": [
            {
                "kind": found.kind.value,
                "measure": None if found.measure is None else found.measure.value,
                "question": found.question,
                "text": text_content(found.text),
            }
            for found in evaluation.recorded_discrepancies
        ],
        "stated_comparisons": [
            {
                "against": text_content(stated.against),
                "areas": {str(no): standing.value for no, standing in stated.areas.items()},
                "clearly": list(stated.clearly),
            }
            for stated in evaluation.stated_comparisons
        ],
        "stated_changes": None
        if changes is None
        else {
            "since": changes.since,
            "areas": {str(no): direction.value for no, direction in changes.areas.items()},
        },
        "stated_placings": [
            {
                "scope": placing.scope.value,
                "measure": placing.measure.value,
                "rank": placing.rank,
                "band": None if placing.band is None else placing.band.value,
                "of": placing.of,
                "size_group": placing.size_group,
            }
            for placing in evaluation.stated_placings
        ],
        "notes": [text_content(note) for note in evaluation.notes],
    }


def _area(area: AreaResult) -> Content:
    return {
        "no": area.no,
        **_figure(area.figure),
        "questions": [
            {
                "code": question.code,
                **_figure(question.figure),
                "reconstructed": question.reconstructed,
                "note": optional_text(question.note),
            }
            for question in area.questions
        ],
        "findings": [
            {"kind": found.kind.value, "text": found.text, "language": found.language}
            for found in area.findings
        ],
    }


def _figure(figure: Figure) -> Content:
    return {
        "score": points(figure.score),
        "stated": points(figure.stated),
        "max": points(figure.max),
        "missing": None if figure.missing is None else figure.missing.value,
    }


def gold_star_content(star: GoldStar) -> Content:
    return {
        "id": star.id,
        "evaluation": star.evaluation,
        "scope": star.scope.value,
        "area": star.area,
        "question": star.question,
        "practice": text_content(star.practice),
        "why": optional_text(star.why),
    }
