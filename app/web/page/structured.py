"""What pages tell search engines in the words of schema.org, as JSON-LD in the head.

A block of data in a page is no script: browsers never run it, and the policy need not allow it.
"""

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from app.config import settings
from app.domain.municipality import Municipality
from app.web.addresses import whole_address

Document = dict[str, Any]

_UNSAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def json_ld(document: Mapping[str, Any]) -> Markup:
    """The document as the content of a `<script type="application/ld+json">`. Nothing in it can
    end the element."""
    text = json.dumps({"@context": "https://schema.org", **document}, ensure_ascii=False)
    return Markup(text.translate(_UNSAFE))  # noqa: S704


def administrative_area(municipality: Municipality, language: str) -> Markup:
    """A municipality: its names, its code and where it lies."""
    site = settings().site_address
    country = municipality.country.value
    found: Document = {
        "@type": "AdministrativeArea",
        "@id": f"{site}/kommuner/{municipality.slug}",
        "url": whole_address(f"/kommuner/{municipality.slug}", language),
        "name": municipality.name,
        "containedInPlace": {
            "@type": "AdministrativeArea",
            "name": municipality.county,
            "containedInPlace": {"@type": "Country", "identifier": country},
        },
    }
    others = [*municipality.other_names, *municipality.earlier_names]
    if others:
        found["alternateName"] = others
    if municipality.code is not None:
        found["identifier"] = [
            {"@type": "PropertyValue", "propertyID": held.scheme, "value": held.code}
            for held in municipality.codes
        ]
    if municipality.latitude is not None and municipality.longitude is not None:
        found["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": municipality.latitude,
            "longitude": municipality.longitude,
        }
    return json_ld(found)
