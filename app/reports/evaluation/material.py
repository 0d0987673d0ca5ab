"""All that a report of one evaluation is made from: what the pages say, as of that evaluation."""

from dataclasses import dataclass

from app.contents.averages.content import AveragesContent, CountryPart, averages_content
from app.contents.evaluations.content import EvaluationContent
from app.contents.municipalities.content import MunicipalityContent
from app.contents.municipalities.content import content as municipality_content
from app.contents.municipalities.result import Result
from app.contents.twins.content import TwinsContent
from app.contents.twins.content import content as twins_content
from app.contents.twins.parameters import TwinsParameters
from app.domain.evaluation import Evaluation
from app.domain.method import Instrument, MethodVersion
from app.domain.municipality import Municipality
from app.domain.rules import Rules
from app.queries import evaluations, method
from app.queries.reading import Reading


@dataclass(frozen=True, slots=True)
class EvaluationMaterial:
    """The evaluation, its municipality as of it, those like it, and the averages of its country."""

    content: EvaluationContent
    around: MunicipalityContent
    twins: TwinsContent
    averages: AveragesContent
    rules: Rules

    @property
    def evaluation(self) -> Evaluation:
        return self.content.evaluation

    @property
    def municipality(self) -> Municipality:
        return self.content.municipality

    @property
    def version(self) -> MethodVersion:
        return self.content.version

    @property
    def instrument(self) -> Instrument:
        return self.rules.instrument

    @property
    def result(self) -> Result | None:
        """The evaluation beside others; None where no figure of it is known."""
        return self.around.result

    @property
    def knows_anything(self) -> bool:
        """Whether a figure is known, or anything that the evaluators found."""
        content = self.content
        return self.result is not None or content.has_areas or bool(content.loose_stars)

    @property
    def country(self) -> CountryPart | None:
        """The averages of its country, where they are of its method family."""
        part = self.averages.part(self.evaluation.country.value.lower())
        same = self.version.family == self.averages.family
        return part if same else None


def material(reading: Reading, content: EvaluationContent) -> EvaluationMaterial:
    """Reads what the report needs beside the content of the evaluation's page."""
    evaluation, municipality = content.evaluation, content.municipality
    summary = evaluations.summaries(reading).by_id[evaluation.id]
    return EvaluationMaterial(
        content,
        municipality_content(reading, municipality, None, of=evaluation),
        twins_content(reading, municipality, TwinsParameters(), of=summary),
        averages_content(reading),
        method.rules(reading),
    )
