"""Names from controlled vocabularies that the catalogue uses, with what they stand for."""

from collections.abc import Mapping
from typing import Final

from app.web.api.formats import Format

TURTLE: Final = "text/turtle"
JSON_LD: Final = "application/ld+json"
RDF_XML: Final = "application/rdf+xml"
"""Media types of the catalogue."""

CATALOGUE: Final = "/dcat"
CATALOGUE_FORMS: Final = {
    TURTLE: f"{CATALOGUE}.ttl",
    JSON_LD: f"{CATALOGUE}.jsonld",
    RDF_XML: f"{CATALOGUE}.rdf",
}
"""Where the catalogue is found in each form."""
ALSO_CALLED: Final = {
    "application/x-turtle": TURTLE,
    "text/n3": TURTLE,
    "application/json": JSON_LD,
}
"""What programs ask for that read one of the forms."""

EU: Final = "http://publications.europa.eu/resource/authority"

THEME: Final = f"{EU}/data-theme/GOVE"
THEME_LABELS: Final = {
    "nb": "Forvaltning og offentlig sektor",
    "en": "Government and public sector",
}
THEMES: Final = f"{EU}/data-theme"
THEMES_TITLE: Final = "Data theme"
PUBLIC: Final = f"{EU}/access-right/PUBLIC"
IRREGULAR: Final = f"{EU}/frequency/IRREG"
COUNTRIES: Final = (f"{EU}/country/NOR", f"{EU}/country/SWE")
LANGUAGE: Final = f"{EU}/language"
NLOD: Final = f"{EU}/licence/NLOD_2_0"
STABLE: Final = f"{EU}/planned-availability/STABLE"
STABLE_LABELS: Final = {"nb": "Stabil", "en": "Stable"}
LICENCE_TYPES: Final = "http://purl.org/adms/licencetype/1.0"
ATTRIBUTION: Final = "http://purl.org/adms/licencetype/Attribution"
"""What the licence asks for: to say where the data were found."""
OPENAPI: Final = "https://spec.openapis.org/oas/v3.1.0"
OPENAPI_TITLE: Final = "OpenAPI Specification 3.1.0"
PUBLISHER_TYPES: Final = "http://purl.org/adms/publishertype"
NORWEGIAN_ORGANISATIONS: Final = "https://data.brreg.no/enhetsregisteret/api/enheter"
"""Whose numbers have nine digits."""
FORMATS: Final[Mapping[str, str]] = {
    "zip": f"{EU}/file-type/ZIP",
    **{found.value: f"{EU}/file-type/{found.file_type}" for found in Format},
}
MEDIA_TYPES: Final = "https://www.iana.org/assignments/media-types"
