"""The catalogue: the data set and the API described after DCAT-AP-NO 2, for data.norge.no and
others who harvest.

Whatever is named has a name of its own here (no blank nodes), so that the same release is the same
text. What the rules want said of things in controlled vocabularies is said here, too: a reader need
not fetch them.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import partial
from typing import Any, Final
from urllib.parse import quote

from rdflib import (
    DCAT,
    DCTERMS,
    FOAF,
    ORG,
    OWL,
    RDF,
    RDFS,
    SKOS,
    XSD,
    Graph,
    Literal,
    Namespace,
    URIRef,
)
from rdflib.term import Node

from app.config import Settings
from app.domain.language import DEFAULT, LANGUAGES
from app.domain.message import Message, say
from app.features.data import vocabulary
from app.features.data.about_dataset import (
    DESCRIPTION,
    KEYWORDS_BY_LANGUAGE,
    REPORTS,
    TITLE,
    dataset_address,
)
from app.features.data.content import DataContent
from app.features.data.downloads import Download, downloads
from app.features.data.package_files import PackageFile
from app.features.data.vocabulary import RDF_XML, TURTLE
from app.web.addresses import whole_address
from app.web.api.attribution import LICENCE_NAME, attribution
from app.web.api.formats import API_ROOT, Format
from app.web.made_up import described, titled
from app.web.words.languages import translate

VCARD: Final = Namespace("http://www.w3.org/2006/vcard/ns#")
SPDX: Final = Namespace("http://spdx.org/rdf/terms#")
ADMS: Final = Namespace("http://www.w3.org/ns/adms#")
DCATAP: Final = Namespace("http://data.europa.eu/r5r/")
NORWEGIAN_DIGITS: Final = 9
NAMESPACES: Final = {
    "dcat": DCAT,
    "dct": DCTERMS,
    "dcatap": DCATAP,
    "foaf": FOAF,
    "org": ORG,
    "owl": OWL,
    "rdfs": RDFS,
    "skos": SKOS,
    "vcard": VCARD,
    "adms": ADMS,
    "spdx": SPDX,
}


class Catalogue:
    """The graph of one release."""

    def __init__(self, content: DataContent, chosen: Settings) -> None:
        self.graph = Graph(bind_namespaces="none")
        for prefix, namespace in NAMESPACES.items():
            self.graph.bind(prefix, namespace)
        self._content = content
        self._chosen = chosen
        self._site = chosen.site_address
        self.catalogue = URIRef(f"{self._site}/dcat#catalogue")
        self.dataset = URIRef(dataset_address())
        self.service = URIRef(f"{self._site}/dcat#api")
        self._publisher = URIRef(f"{self._site}/dcat#publisher")
        self._add_publisher()
        self._add_vocabularies()
        self._add_dataset()
        self._add_service()
        self._add_catalogue()

    def _add(self, subject: URIRef, predicate: URIRef, *objects: Node) -> None:
        for found in objects:
            self.graph.add((subject, predicate, found))

    def _thing(self, url: str, kind: URIRef) -> URIRef:
        """A thing that is named elsewhere: what it is, and of which list, where it is of one."""
        named = URIRef(url)
        self._add(named, RDF.type, kind)
        if url.startswith(f"{vocabulary.EU}/"):
            self._add(named, SKOS.inScheme, URIRef(url.rpartition("/")[0]))
        return named

    def _said(self, subject: URIRef, predicate: URIRef, text: Message) -> None:
        for language in LANGUAGES.values():
            said = Literal(translate(text, language.code), lang=language.code)
            self._add(subject, predicate, said)

    def _describe(self, own: URIRef, kind: URIRef, title: Message, description: Message) -> None:
        """What is told of all that is published: what it is, and whom it comes from."""
        self._add(own, RDF.type, kind)
        release = self._content.release
        self._said(own, DCTERMS.title, titled(title, release))
        self._said(own, DCTERMS.description, described(description, release))
        self._add(own, DCTERMS.identifier, Literal(str(own)))
        self._add(own, DCTERMS.publisher, self._publisher)
        self._contact(own)

    def _describe_data(self, own: URIRef) -> None:
        """When and in what languages the data were published, of which countries."""
        self._add(own, DCTERMS.issued, self._moment(self._content.first_published))
        self._add(own, DCTERMS.modified, self._moment())
        self._add(own, DCTERMS.language, *self._languages())
        self._add(own, DCTERMS.spatial, *self._places())

    def _moment(self, when: datetime | None = None) -> Literal:
        """A time, that of the release if nothing else is said."""
        found = when or self._content.release.published_at
        return Literal(found.isoformat(), datatype=XSD.dateTime)

    def _licence(self) -> URIRef:
        return self._thing(vocabulary.NLOD, DCTERMS.LicenseDocument)

    def _languages(self) -> Iterator[URIRef]:
        for language in LANGUAGES.values():
            yield self._thing(f"{vocabulary.LANGUAGE}/{language.eu}", DCTERMS.LinguisticSystem)

    def _places(self) -> Iterator[URIRef]:
        for country in vocabulary.COUNTRIES:
            yield self._thing(country, DCTERMS.Location)

    def _add_publisher(self) -> None:
        self._add(self._publisher, RDF.type, FOAF.Agent, ORG.Organization)
        number, kind = self._chosen.publisher_organisation_number, self._chosen.publisher_type
        if number:
            self._add(self._publisher, DCTERMS.identifier, Literal(number))
        if len(number) == NORWEGIAN_DIGITS:
            registered = URIRef(f"{vocabulary.NORWEGIAN_ORGANISATIONS}/{number}")
            self._add(self._publisher, OWL.sameAs, registered)
        if kind:
            of_kind = self._thing(f"{vocabulary.PUBLISHER_TYPES}/{quote(kind)}", SKOS.Concept)
            self._add(of_kind, SKOS.prefLabel, Literal(kind, lang="en"))
            self._add(of_kind, SKOS.inScheme, URIRef(f"{vocabulary.PUBLISHER_TYPES}/1.0"))
            self._add(self._publisher, DCTERMS.type, of_kind)
        self._add(self._publisher, FOAF.name, Literal(self._chosen.publisher_name, lang=DEFAULT))
        self._add(self._publisher, FOAF.homepage, URIRef(f"{self._site}/om"))

    def _add_vocabularies(self) -> None:
        theme = self._thing(vocabulary.THEME, SKOS.Concept)
        self._labelled(theme, vocabulary.THEME_LABELS)
        themes = self._thing(vocabulary.THEMES, SKOS.ConceptScheme)
        self._add(themes, DCTERMS.title, Literal(vocabulary.THEMES_TITLE, lang="en"))
        self._add(self._licence(), DCTERMS.title, Literal(LICENCE_NAME, lang=DEFAULT))
        asked = self._thing(vocabulary.ATTRIBUTION, SKOS.Concept)
        self._add(asked, SKOS.prefLabel, Literal("Attribution", lang="en"))
        self._add(asked, SKOS.inScheme, URIRef(vocabulary.LICENCE_TYPES))
        self._add(self._licence(), DCTERMS.type, asked)

    def _labelled(self, concept: URIRef, labels: Mapping[str, str]) -> None:
        labelled = (Literal(label, lang=language) for language, label in labels.items())
        self._add(concept, SKOS.prefLabel, *labelled)

    def _contact(self, subject: URIRef) -> None:
        """Whom to ask, where somebody has said so."""
        if not self._chosen.contact_email:
            return
        contact = self._thing(f"{self._site}/dcat#contact", VCARD.Organization)
        self._add(contact, RDF.type, VCARD.Kind)
        self._add(contact, VCARD.fn, Literal(self._chosen.publisher_name, lang=DEFAULT))
        self._add(contact, VCARD.hasEmail, URIRef(f"mailto:{self._chosen.contact_email}"))
        self._add(subject, DCAT.contactPoint, contact)

    def _add_catalogue(self) -> None:
        own = self.catalogue
        title = say("Open data of Kommunekompasset")
        self._describe(own, DCAT.Catalog, title, say("What this site publishes as open data."))
        self._describe_data(own)
        self._add(own, DCTERMS.license, self._licence())
        self._add(own, DCAT.themeTaxonomy, URIRef(vocabulary.THEMES))
        self._add(own, FOAF.homepage, self._thing(f"{self._site}/data", FOAF.Document))
        self._add(own, DCAT.dataset, self.dataset)
        self._add(own, DCAT.service, self.service)

    def _add_dataset(self) -> None:
        own, release = self.dataset, self._content.release
        about = say("%(text)s %(more)s", text=DESCRIPTION, more=REPORTS)
        self._describe(own, DCAT.Dataset, TITLE, about)
        self._describe_data(own)
        frequency = self._thing(vocabulary.IRREGULAR, DCTERMS.Frequency)
        self._add(own, DCTERMS.accessRights, self._right())
        self._add(own, DCTERMS.accrualPeriodicity, frequency)
        self._add(own, DCAT.theme, URIRef(vocabulary.THEME))
        for language, words in KEYWORDS_BY_LANGUAGE.items():
            self._add(own, DCAT.keyword, *(Literal(word, lang=language) for word in words))
        self._add(own, DCAT.landingPage, self._thing(f"{self._site}/data", FOAF.Document))
        for page in ("/om/data", "/om/kvalitet"):
            self._add(own, FOAF.page, self._thing(self._site + page, FOAF.Document))
        self._add(own, OWL.versionInfo, Literal(str(release.number)))
        self._said(own, ADMS.versionNotes, described(self._content.version_notes, release))
        self._add_period(own)
        for found in downloads(self._content):
            self._add_download(found)

    def _right(self) -> URIRef:
        return self._thing(vocabulary.PUBLIC, DCTERMS.RightsStatement)

    def _add_period(self, dataset: URIRef) -> None:
        if self._content.years is None:
            return
        first, last = self._content.years
        period = self._thing(f"{self._site}/dcat#years", DCTERMS.PeriodOfTime)
        self._add(period, DCAT.startDate, Literal(first.isoformat(), datatype=XSD.date))
        self._add(period, DCAT.endDate, Literal(last.isoformat(), datatype=XSD.date))
        self._add(dataset, DCTERMS.temporal, period)

    def _add_download(self, download: Download) -> None:
        own = URIRef(f"{self._site}/dcat#{download.name}")
        release = self._content.release
        self._add(self.dataset, DCAT.distribution, own)
        self._add(own, RDF.type, DCAT.Distribution)
        self._said(own, DCTERMS.title, titled(download.title, release))
        self._said(own, DCTERMS.description, described(download.description, release))
        self._add(own, DCAT.accessURL, URIRef(download.url))
        self._add(own, DCAT.downloadURL, URIRef(download.url))
        self._add(own, DCTERMS.license, self._licence())
        self._add(own, DCTERMS.rights, self._terms())
        self._add(own, DCATAP.availability, self._availability())
        self._add(own, DCTERMS.language, *self._languages())
        self._add(own, DCTERMS.issued, self._moment(self._issued_of(download)))
        self._add(own, DCTERMS.modified, self._moment())
        self._add(own, DCTERMS["format"], self._file_type(download.file_type))
        media = f"{vocabulary.MEDIA_TYPES}/{download.media_type}"
        self._add(own, DCAT.mediaType, self._thing(media, DCTERMS.MediaType))
        if download.by_api:
            self._add(own, DCAT.accessService, self.service)
        elif self._content.made is not None:
            self._add_size(own, self._content.made)

    def _issued_of(self, download: Download) -> datetime:
        """What follows new releases has been there since the first one."""
        content = self._content
        return content.first_published if download.by_api else content.release.published_at

    def _terms(self) -> URIRef:
        """How to say where the data were found."""
        own = self._thing(f"{self._site}/dcat#terms", DCTERMS.RightsStatement)
        self._said(own, RDFS.label, attribution(self._content.release))
        return own

    def _availability(self) -> URIRef:
        stable = self._thing(vocabulary.STABLE, SKOS.Concept)
        self._labelled(stable, vocabulary.STABLE_LABELS)
        return stable

    def _file_type(self, name: str) -> URIRef:
        found = self._thing(vocabulary.FORMATS[name], DCTERMS.MediaType)
        self._add(found, RDF.type, DCTERMS.MediaTypeOrExtent)
        return found

    def _add_size(self, distribution: URIRef, made: PackageFile) -> None:
        """How large the file is, and what it has to hash to."""
        size = f"{made.bytes}.0"  # a decimal is written so in Turtle, and has to be alike in both
        self._add(distribution, DCAT.byteSize, Literal(size, datatype=XSD.decimal))
        own = self._thing(f"{distribution}-checksum", SPDX.Checksum)
        self._add(own, SPDX.algorithm, SPDX.checksumAlgorithm_sha256)
        self._add(own, SPDX.checksumValue, Literal(made.sha256, datatype=XSD.hexBinary))
        self._add(distribution, SPDX.checksum, own)

    def _add_service(self) -> None:
        own = self.service
        formats = tuple(found.nouns for found in Format)
        description = say("Everything that the pages show, as %(formats)s.", formats=formats)
        self._describe(own, DCAT.DataService, say("Kommunekompasset API"), description)
        self._add(own, DCTERMS.license, self._licence())
        self._add(own, DCTERMS.accessRights, self._right())
        self._add(own, DCAT.endpointURL, URIRef(f"{self._site}{API_ROOT}"))
        self._add(own, DCAT.endpointDescription, URIRef(f"{self._site}{API_ROOT}/openapi.json"))
        self._add(own, DCAT.servesDataset, self.dataset)
        self._add(own, DCAT.theme, URIRef(vocabulary.THEME))
        openapi = self._thing(vocabulary.OPENAPI, DCTERMS.Standard)
        self._add(openapi, DCTERMS.title, Literal(vocabulary.OPENAPI_TITLE, lang="en"))
        self._add(own, DCTERMS.conformsTo, openapi)
        for found in Format:
            self._add(own, DCTERMS["format"], self._file_type(found.value))
        help_page = self._thing(whole_address("/data/api", DEFAULT), FOAF.Document)
        self._add(own, DCAT.landingPage, help_page)
        self._add(own, FOAF.page, help_page)


def catalogue(content: DataContent, chosen: Settings) -> Graph:
    """The catalogue of a release."""
    return Catalogue(content, chosen).graph


def written(graph: Graph, media_type: str) -> str:
    """The graph as text."""
    if media_type == TURTLE:
        return graph.serialize(format="turtle")
    if media_type == RDF_XML:
        return _sorted(graph).serialize(format="xml")
    context = {prefix: str(namespace) for prefix, namespace in NAMESPACES.items()}
    found = json.loads(graph.serialize(format="json-ld", context=context))
    return json.dumps(_in_order(found), indent=2, sort_keys=True, ensure_ascii=False)


def _sorted(graph: Graph) -> Graph:
    """The same graph, which is read out in one order: that in which it was filled."""
    found = Graph(bind_namespaces="none")
    for prefix, namespace in NAMESPACES.items():
        found.bind(prefix, namespace)
    for triple in sorted(graph):
        found.add(triple)
    return found


def _in_order(value: Any) -> Any:
    """The same with its sets in one order: that of a graph differs from process to process."""
    match value:
        case dict():
            return {name: _in_order(inner) for name, inner in value.items()}
        case list():
            return sorted(map(_in_order, value), key=partial(json.dumps, sort_keys=True))
    return value
