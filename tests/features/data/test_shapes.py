"""The catalogue against the shapes that its rules are published as (`shapes/README.md`)."""

from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import DCAT, DCTERMS, RDF, SH, Graph, URIRef

from app.config import Settings
from app.features.data.catalogue import catalogue
from app.features.data.content import data_content
from app.queries.reading import Reading

SHAPES = Path(__file__).parent / "shapes"
FILES = sorted(path.name for path in SHAPES.glob("*.ttl"))
SPDX_ALGORITHM = URIRef("http://spdx.org/rdf/terms#algorithm")

LEFT = {
    # Both shapes know SHA-1 alone; DCAT-AP 3 lets any sum be given, and SHA-1 is no safeguard.
    (SPDX_ALGORITHM, "HasValueConstraintComponent"),
    # The text of DCAT-AP-NO has 0..n languages of a data set, and its shape one.
    (DCTERMS.language, "MaxCountConstraintComponent"),
    # Recommended of places drawn on a map: these are countries, by their names in a vocabulary.
    (DCAT.bbox, "MinCountConstraintComponent"),
    (DCAT.centroid, "MinCountConstraintComponent"),
    # A warning that the list of themes may be none, where the list itself is not loaded.
    (DCAT.themeTaxonomy, "OrConstraintComponent"),
}
"""What the shapes say and is left as it is: the property and the kind of constraint."""


def told(graph: Graph, shapes: str) -> set[tuple[object, str]]:
    """What the shapes in a file object to, recommendations too."""
    _, report, _ = validate(graph, shacl_graph=Graph().parse(SHAPES / shapes))
    assert isinstance(report, Graph)
    return {
        (
            report.value(result, SH.resultPath),
            str(report.value(result, SH.sourceConstraintComponent)).rpartition("#")[2],
        )
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }


@pytest.fixture
def whole(real: Reading) -> Graph:
    chosen = Settings(
        contact_email="post@example.org",
        publisher_organisation_number="974760673",
        publisher_type="NonProfitOrganisation",
    )
    return catalogue(data_content(real), chosen)


@pytest.mark.parametrize("shapes", FILES)
def test_the_catalogue_keeps_the_published_shapes(whole: Graph, shapes: str) -> None:
    assert told(whole, shapes) <= LEFT


@pytest.mark.parametrize("shapes", [name for name in FILES if "ranges" not in name])
def test_also_where_nothing_is_set(real: Reading, shapes: str) -> None:
    bare = catalogue(data_content(real), Settings())
    missing = {(DCAT.contactPoint, "MinCountConstraintComponent")}
    if "recommended" in shapes:
        missing.add((DCTERMS.type, "MinCountConstraintComponent"))
    assert told(bare, shapes) <= LEFT | missing


def test_what_the_shapes_forbid_is_noticed(whole: Graph) -> None:
    whole.remove((None, DCAT.accessURL, None))
    lacking = (DCAT.accessURL, "MinCountConstraintComponent")
    for shapes in ("dcat-ap-2.1.1-mandatory.ttl", "dcat-ap-no-2.2.ttl"):
        assert lacking in told(whole, shapes)
