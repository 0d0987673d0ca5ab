"""The site map as XML: each page in each language, with the other languages beside it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from app.config import settings
from app.web.addresses import address
from app.web.languages import DEFAULT, offered

MAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML: Final = "http://www.w3.org/1999/xhtml"

register_namespace("", MAP)
register_namespace("xhtml", XHTML)


def site_map(paths: Sequence[str], published_at: datetime) -> bytes:
    """One file of addresses."""
    root = Element(f"{{{MAP}}}urlset")
    for path in paths:
        everywhere = [(one.code, _whole(path, one.code)) for one in offered()]
        for _, url in everywhere:
            entry = SubElement(root, f"{{{MAP}}}url")
            SubElement(entry, f"{{{MAP}}}loc").text = url
            SubElement(entry, f"{{{MAP}}}lastmod").text = published_at.isoformat()
            for language, other in (*everywhere, ("x-default", _whole(path, DEFAULT))):
                link = {"rel": "alternate", "hreflang": language, "href": other}
                SubElement(entry, f"{{{XHTML}}}link", link)
    return _written(root)


def site_map_index(count: int, published_at: datetime) -> bytes:
    """Where the files are, if there are several."""
    root = Element(f"{{{MAP}}}sitemapindex")
    for number in range(1, count + 1):
        entry = SubElement(root, f"{{{MAP}}}sitemap")
        SubElement(entry, f"{{{MAP}}}loc").text = f"{_site()}/sitemap.xml?part={number}"
        SubElement(entry, f"{{{MAP}}}lastmod").text = published_at.isoformat()
    return _written(root)


def _written(root: Element) -> bytes:
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _whole(path: str, language: str) -> str:
    return _site() + address(path, language)


def _site() -> str:
    return settings().site_url.rstrip("/")
