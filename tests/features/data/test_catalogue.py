"""The catalogue against the rules of DCAT-AP-NO 2.

The rules were read in the SHACL shapes for version 2.0.0 that the Norwegian Digitalisation Agency
published (dcat-ap-no-shacl_shapes_2.00, 2020-11-20), and are written down here in a form of our
own: for each class the properties that this catalogue uses or must have, how many there may be, and
what each has to be. Recommended properties (`anbefalt` in the standard) are asked for as well.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from rdflib import (
    DCAT,
    DCTERMS,
    FOAF,
    OWL,
    RDF,
    SKOS,
    XSD,
    BNode,
    Graph,
    Literal,
    Namespace,
    URIRef,
)
from rdflib.compare import isomorphic
from rdflib.term import Node

from app.config import Settings
from app.features.data.catalogue import catalogue, written
from app.features.data.content import data_content
from app.features.data.vocabulary import JSON_LD, RDF_XML, TURTLE
from app.queries.reading import Reading

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
ADMS = Namespace("http://www.w3.org/ns/adms#")

AVAILABILITY = URIRef("http://data.europa.eu/r5r/availability")
ORG = Namespace("http://www.w3.org/ns/org#")

LITERAL = "literal"
RESOURCE = "resource"
MOMENT = "moment"
"""A literal that is a date or a date with a time."""


@dataclass(frozen=True)
class Rule:
    """How many values a property has, and what they are: a kind, or a class that they are of."""

    property: URIRef
    least: int
    most: int | None
    value: str | URIRef


FORMAT = DCTERMS.format
RULES: dict[URIRef, tuple[Rule, ...]] = {
    DCAT.Catalog: (
        Rule(DCTERMS.description, 1, None, LITERAL),
        Rule(DCTERMS.identifier, 1, 1, LITERAL),
        Rule(DCTERMS.publisher, 1, 1, FOAF.Agent),
        Rule(DCTERMS.title, 1, None, LITERAL),
        Rule(DCAT.dataset, 1, None, DCAT.Dataset),
        Rule(DCAT.service, 1, None, DCAT.DataService),
        Rule(FOAF.homepage, 1, 1, FOAF.Document),
        Rule(DCTERMS.modified, 1, 1, MOMENT),
        Rule(DCTERMS.language, 1, None, DCTERMS.LinguisticSystem),
        Rule(DCTERMS.license, 1, 1, DCTERMS.LicenseDocument),
        Rule(DCTERMS.spatial, 1, None, DCTERMS.Location),
        Rule(DCAT.themeTaxonomy, 1, None, SKOS.ConceptScheme),
    ),
    DCAT.Dataset: (
        Rule(DCTERMS.description, 1, None, LITERAL),
        Rule(DCTERMS.title, 1, None, LITERAL),
        Rule(DCTERMS.identifier, 1, None, LITERAL),
        Rule(DCTERMS.publisher, 1, 1, FOAF.Agent),
        Rule(DCAT.theme, 1, None, SKOS.Concept),
        Rule(DCAT.distribution, 1, None, DCAT.Distribution),
        Rule(DCAT.keyword, 1, None, LITERAL),
        Rule(DCTERMS.spatial, 1, None, DCTERMS.Location),
        Rule(DCTERMS.temporal, 1, None, DCTERMS.PeriodOfTime),
        Rule(DCTERMS.accessRights, 1, 1, DCTERMS.RightsStatement),
        Rule(DCTERMS.accrualPeriodicity, 1, 1, DCTERMS.Frequency),
        Rule(DCAT.landingPage, 1, None, FOAF.Document),
        Rule(FOAF.page, 1, None, FOAF.Document),
        Rule(DCTERMS.language, 1, None, DCTERMS.LinguisticSystem),
        Rule(DCTERMS.modified, 1, 1, MOMENT),
        Rule(OWL.versionInfo, 1, 1, LITERAL),
        Rule(ADMS.versionNotes, 4, 4, LITERAL),
        Rule(DCTERMS.issued, 1, 1, MOMENT),
        Rule(DCAT.contactPoint, 0, None, VCARD.Kind),
    ),
    DCAT.Distribution: (
        Rule(DCAT.accessURL, 1, None, RESOURCE),
        Rule(FORMAT, 1, 1, DCTERMS.MediaType),
        Rule(DCTERMS.license, 1, 1, DCTERMS.LicenseDocument),
        Rule(DCTERMS.title, 1, None, LITERAL),
        Rule(DCAT.downloadURL, 1, None, RESOURCE),
        Rule(DCAT.mediaType, 1, 1, DCTERMS.MediaType),
        Rule(DCTERMS.modified, 1, 1, MOMENT),
        Rule(DCTERMS.issued, 1, 1, MOMENT),
        Rule(DCTERMS.description, 4, 4, LITERAL),
        Rule(DCTERMS.rights, 1, 1, DCTERMS.RightsStatement),
        Rule(AVAILABILITY, 1, 1, SKOS.Concept),
        Rule(DCAT.accessService, 0, None, DCAT.DataService),
    ),
    DCAT.DataService: (
        Rule(DCAT.endpointURL, 1, 1, RESOURCE),
        Rule(DCTERMS.identifier, 1, None, LITERAL),
        Rule(DCTERMS.title, 1, None, LITERAL),
        Rule(DCTERMS.description, 1, None, LITERAL),
        Rule(DCAT.endpointDescription, 1, None, RESOURCE),
        Rule(DCAT.servesDataset, 1, None, DCAT.Dataset),
        Rule(DCTERMS.accessRights, 1, 1, DCTERMS.RightsStatement),
        Rule(DCTERMS.license, 1, 1, DCTERMS.LicenseDocument),
        Rule(DCTERMS.publisher, 1, 1, FOAF.Agent),
        Rule(DCTERMS.conformsTo, 1, None, DCTERMS.Standard),
        Rule(FORMAT, 3, None, DCTERMS.MediaType),
        Rule(DCAT.contactPoint, 0, None, VCARD.Kind),
    ),
    FOAF.Agent: (Rule(FOAF.name, 1, None, LITERAL),),
    DCTERMS.PeriodOfTime: (
        Rule(DCAT.startDate, 1, 1, MOMENT),
        Rule(DCAT.endDate, 1, 1, MOMENT),
    ),
    SKOS.Concept: (Rule(SKOS.prefLabel, 1, None, LITERAL),),
    SKOS.ConceptScheme: (Rule(DCTERMS.title, 1, None, LITERAL),),
    VCARD.Kind: (Rule(VCARD.fn, 1, None, LITERAL), Rule(VCARD.hasEmail, 1, None, RESOURCE)),
}
FEWEST = {DCAT.Catalog: 1, DCAT.Dataset: 1, DCAT.DataService: 1, DCAT.Distribution: 15}


def breaches(graph: Graph) -> Iterator[str]:
    """Everything in a catalogue that a rule forbids."""
    for kind, least in FEWEST.items():
        if len(set(graph.subjects(RDF.type, kind))) < least:
            yield f"too few {kind}"
    for kind, rules in RULES.items():
        for subject in graph.subjects(RDF.type, kind):
            for rule in rules:
                values = list(graph.objects(subject, rule.property))
                if len(values) < rule.least or (rule.most is not None and len(values) > rule.most):
                    yield f"{subject}: {len(values)} × {rule.property}"
                for value in values:
                    if not _is(graph, value, rule.value):
                        yield f"{subject}: {rule.property} is {value!r}, not {rule.value}"


def _is(graph: Graph, value: Node, wanted: str | URIRef) -> bool:
    if wanted == LITERAL:
        return isinstance(value, Literal) and bool(str(value).strip())
    if wanted == MOMENT:
        return isinstance(value, Literal) and value.datatype in (XSD.date, XSD.dateTime)
    if isinstance(value, Literal):
        return False
    return wanted == RESOURCE or (value, RDF.type, URIRef(wanted)) in graph


@pytest.fixture
def graph(real: Reading) -> Graph:
    text = written(catalogue(data_content(real), Settings()), TURTLE)
    return Graph().parse(data=text, format="turtle")


def test_it_keeps_every_rule(graph: Graph) -> None:
    assert list(breaches(graph)) == []


def test_a_rule_that_is_broken_is_noticed(real: Reading) -> None:
    whole = catalogue(data_content(real), Settings(contact_email="post@example.org"))
    assert list(breaches(whole)) == []
    for kind, rules in RULES.items():
        for rule in rules:
            if rule.least:
                spoilt = Graph() + whole
                for subject in list(spoilt.subjects(RDF.type, kind)):
                    spoilt.remove((subject, rule.property, None))
                assert list(breaches(spoilt)), (kind, rule)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # the reader's own affair
def test_every_form_says_the_same(real: Reading) -> None:
    whole = catalogue(data_content(real), Settings())
    turtle = Graph().parse(data=written(whole, TURTLE), format="turtle")
    linked = Graph().parse(data=written(whole, JSON_LD), format="json-ld")
    as_xml = Graph().parse(data=written(whole, RDF_XML), format="xml")
    assert len(turtle) > 100
    assert isomorphic(turtle, linked)
    assert isomorphic(turtle, as_xml)
    assert written(whole, TURTLE) == written(catalogue(data_content(real), Settings()), TURTLE)
    assert not any(isinstance(node, BNode) for triple in turtle for node in triple)


def test_every_form_is_the_same_text_in_every_process(real: Reading) -> None:
    """A set has another order in each process, so what is a set may not be written as it comes."""
    whole = catalogue(data_content(real), Settings())
    backwards = Graph(bind_namespaces="none")
    for triple in sorted(whole, reverse=True):
        backwards.add(triple)
    for kind in (JSON_LD, RDF_XML):
        assert written(backwards, kind) == written(whole, kind)
    for values in lists_in(json.loads(written(whole, JSON_LD))):
        assert values == sorted(values, key=lambda value: json.dumps(value, sort_keys=True))


def lists_in(value: Any) -> Iterator[list[Any]]:
    match value:
        case dict():
            for inner in value.values():
                yield from lists_in(inner)
        case list():
            yield value
            for inner in value:
                yield from lists_in(inner)


def test_what_it_says_is_right(graph: Graph, real: Reading) -> None:
    (dataset,) = graph.subjects(RDF.type, DCAT.Dataset)
    assert str(graph.value(dataset, OWL.versionInfo)) == "1"
    assert str(graph.value(dataset, DCAT.theme)).endswith("/data-theme/GOVE")
    period = graph.value(dataset, DCTERMS.temporal)
    # The oldest evaluation known is of 2005 (Östersund), the newest of 2024 (Mark).
    assert str(graph.value(period, DCAT.startDate)) == "2005-01-01"
    assert str(graph.value(period, DCAT.endDate)) == "2024-12-31"
    assert {str(place)[-3:] for place in graph.objects(dataset, DCTERMS.spatial)} == {"NOR", "SWE"}
    titles = [t for t in graph.objects(dataset, DCTERMS.title) if isinstance(t, Literal)]
    assert {title.language for title in titles} >= {"nb", "en"}
    licences = set(graph.objects(None, DCTERMS.license))
    assert [str(licence).rsplit("/")[-1] for licence in licences] == ["NLOD_2_0"]
    modified = graph.value(dataset, DCTERMS.modified)
    assert isinstance(modified, Literal)
    assert modified.toPython() == real.release.published_at


def test_there_is_a_contact_only_where_one_is_set(graph: Graph, real: Reading) -> None:
    assert not list(graph.objects(None, DCAT.contactPoint))
    told = catalogue(data_content(real), Settings(contact_email="post@example.org"))
    assert list(breaches(told)) == []
    emails = {str(email) for email in told.objects(None, VCARD.hasEmail)}
    assert emails == {"mailto:post@example.org"}


def test_words_are_in_the_language_that_they_say(graph: Graph) -> None:
    (dataset,) = graph.subjects(RDF.type, DCAT.Dataset)
    by_language: dict[str | None, set[str]] = {}
    for word in graph.objects(dataset, DCAT.keyword):
        assert isinstance(word, Literal)
        by_language.setdefault(word.language, set()).add(str(word))
    assert set(by_language) == {"nb", "nn", "sv", "en"}
    assert "Kommunkompassen" in by_language["sv"]
    assert "kommun" in by_language["sv"] - by_language["nb"] - by_language["en"]
    assert {"municipality", "governance"} <= by_language["en"]
    assert not {"municipality", "governance", "evaluation"} & (
        by_language["nb"] | by_language["nn"]
    )
    notes = {
        n.language for n in graph.objects(dataset, ADMS.versionNotes) if isinstance(n, Literal)
    }
    assert notes == {"nb", "nn", "sv", "en"}


def test_the_publisher_has_a_number_and_a_kind_where_they_are_set(
    graph: Graph, real: Reading
) -> None:
    (unnamed,) = graph.subjects(RDF.type, FOAF.Agent)
    assert (unnamed, RDF.type, ORG.Organization) in graph
    assert graph.value(unnamed, DCTERMS.identifier) is None
    assert graph.value(unnamed, DCTERMS.type) is None
    chosen = Settings(
        publisher_organisation_number="974 760 673", publisher_type="NonProfitOrganisation"
    )
    told = catalogue(data_content(real), chosen)
    assert list(breaches(told)) == []
    (publisher,) = told.subjects(RDF.type, ORG.Organization)
    assert str(told.value(publisher, DCTERMS.identifier)) == "974760673"
    assert str(told.value(publisher, OWL.sameAs)).endswith("/974760673")
    assert str(told.value(publisher, DCTERMS.type)).endswith("/NonProfitOrganisation")


def test_distributions_keep_their_names(graph: Graph) -> None:
    """Portals know them by these."""
    named = {str(s).partition("#")[2] for s in graph.subjects(RDF.type, DCAT.Distribution)}
    assert {"zip", "json", "csv", "xlsx", "jsonstat", "gold-stars-csv", "methods-json"} <= named
