"""Names from controlled vocabularies that the catalogue uses, with what they stand for."""

from collections.abc import Mapping
from typing import Final

from app.web.api.formats import Format

TURTLE: Final = "text/turtle"
JSON_LD: Final = "application/ld+json"
"""Media types of the catalogue."""

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
FORMATS: Final[Mapping[str, str]] = {
    "zip": f"{EU}/file-type/ZIP",
    **{found.value: f"{EU}/file-type/{found.file_type}" for found in Format},
}
MEDIA_TYPES: Final = "https://www.iana.org/assignments/media-types"
