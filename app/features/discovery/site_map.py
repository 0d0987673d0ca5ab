"""The site map as XML: each page in each language, with the other languages beside it."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape
from typing import Final

from app.config import settings
from app.domain.language import DEFAULT, LANGUAGES
from app.web.addresses import whole_address

MAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML: Final = "http://www.w3.org/1999/xhtml"

_HEAD: Final = '<?xml version="1.0" encoding="utf-8"?>\n'


def site_map(paths: Sequence[str], published_at: datetime) -> bytes:
    """One file of addresses. Written as text: a tree of so many elements takes its time."""
    changed = f"<lastmod>{published_at.isoformat()}</lastmod>"
    entries = (entry for path in paths for entry in _entries(path, changed))
    opening = f'<urlset xmlns="{MAP}" xmlns:xhtml="{XHTML}">'
    return f"{_HEAD}{opening}{''.join(entries)}</urlset>".encode()


def _entries(path: str, changed: str) -> Iterator[str]:
    """A page in each language, with all of them beside it."""
    everywhere = {one.code: escape(whole_address(path, one.code)) for one in LANGUAGES.values()}
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href="{url}" />'
        for language, url in (*everywhere.items(), ("x-default", everywhere[DEFAULT]))
    )
    for url in everywhere.values():
        yield f"<url><loc>{url}</loc>{changed}{links}</url>"


def site_map_index(count: int, published_at: datetime) -> bytes:
    """Where the files are, if there are several."""
    changed = f"<lastmod>{published_at.isoformat()}</lastmod>"
    entries = "".join(
        f"<sitemap><loc>{escape(settings().site_address)}/sitemap.xml?part={number}</loc>"
        f"{changed}</sitemap>"
        for number in range(1, count + 1)
    )
    return f'{_HEAD}<sitemapindex xmlns="{MAP}">{entries}</sitemapindex>'.encode()
