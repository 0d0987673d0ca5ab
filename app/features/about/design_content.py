"""The page about the design: every component in every state, with examples that are made up."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from pydantic import Field

from app.domain.evaluation import Finding, FindingKind
from app.domain.message import LocalText, Message, say
from app.domain.method import AreaDefinition, MethodVersion
from app.domain.score import Figure, Measure
from app.features.about.component_examples import ExampleRow, example_rows
from app.features.about.examples import (
    FOREIGN,
    SCORES,
    example_facet,
    example_findings,
    example_name,
    own_translation,
)
from app.features.about.palette import ApartLine, ContrastLine, apart, contrasts
from app.features.about.tokens import Tokens, tokens
from app.queries import method
from app.queries.reading import Reading
from app.web.filters.facets import Facet, Option
from app.web.page.paging import Pages
from app.web.parameters import LONGEST_TEXT, PageParameters

LAST_PAGE: Final = 3


class DesignParameters(PageParameters):
    """What the examples of forms and lists send, so that each leads somewhere."""

    page: int = Field(2, ge=1, le=LAST_PAGE)
    country: Literal["NO", "SE"] | None = None
    sort: Literal["name", "total"] | None = None
    q: str | None = Field(None, max_length=LONGEST_TEXT)


@dataclass(frozen=True, slots=True)
class ExampleRefusal:
    """What the page of an error is told of a parameter."""

    parameter: str | None
    allowed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExampleHead:
    """The heading of an area's column."""

    measure: Measure
    area: AreaDefinition

    @property
    def name(self) -> LocalText:
        return self.area.name

    @property
    def short(self) -> LocalText:
        return self.area.short or self.area.name


@dataclass(frozen=True, slots=True)
class DesignContent:
    """Everything on the page, each thing made up and called an example."""

    parameters: DesignParameters
    version: MethodVersion
    scores: Mapping[str, Figure]
    names: tuple[Message, ...]
    own_translation: LocalText
    foreign: LocalText
    facet: Facet
    sort_options: tuple[Option, ...]
    pages: Pages
    findings: tuple[tuple[FindingKind, Message, tuple[Finding, ...]], ...]
    refusals: tuple[ExampleRefusal, ...]
    figures: tuple[tuple[str, Message], ...]
    tokens: Tokens
    """The scales and colours, as the style sheet has them."""
    contrasts: tuple[ContrastLine, ...]
    apart: tuple[ApartLine, ...]
    heads: tuple[ExampleHead, ...]
    rows: tuple[ExampleRow, ...]

    @property
    def title(self) -> Message:
        return say("The design system")

    @property
    def description(self) -> Message:
        return say("Every part of the pages in every state, with examples that are made up.")


_FIGURES: Final = (
    ("spider-1", say("A spider with one result")),
    ("spider-2", say("A spider with two results")),
    ("spider-3", say("A spider with three results")),
    ("spider-gaps", say("A spider with gaps where points are not known")),
    ("bars-1", say("Bars for one result")),
    ("bars-3", say("Bars for one result with marks for two others")),
    ("bars-gaps", say("Bars with gaps where points are not known")),
    ("history", say("Totals over time, with a break between methods and a gap")),
)


def design_content(reading: Reading, parameters: DesignParameters) -> DesignContent:
    """The examples, on the areas of the method as it is in the release."""
    instrument = method.instrument(reading)
    sort = parameters.sort or "name"
    version = instrument.newest_of(instrument.default_family)
    return DesignContent(
        parameters=parameters,
        version=version,
        scores=SCORES,
        names=tuple(map(example_name, "ABC")),
        own_translation=own_translation(),
        foreign=FOREIGN,
        facet=example_facet(parameters.country),
        sort_options=(
            Option("name", say("Name"), None, sort == "name"),
            Option("total", say("Total, highest first"), None, sort == "total"),
        ),
        pages=Pages(parameters.page, LAST_PAGE),
        findings=example_findings(),
        refusals=(ExampleRefusal("country", ("NO", "SE")), ExampleRefusal("page", ())),
        figures=_FIGURES,
        tokens=tokens(),
        contrasts=contrasts(tokens()),
        apart=apart(tokens()),
        heads=tuple(ExampleHead(Measure.of_area(area.no), area) for area in version.areas),
        rows=example_rows(),
    )
