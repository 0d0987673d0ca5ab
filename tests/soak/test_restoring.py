"""Every public address of the real site, before and after a restore on an empty machine."""

import re
from pathlib import Path

import pytest

from tests.databases import Backend
from tests.publishing.changing import real_state
from tests.serving.databases import publish_total
from tests.serving.fixtures import Serve
from tests.serving.process import SITE_URL, Site
from tests.serving.restoring import backed_up_and_restored, differing

pytestmark = pytest.mark.soak

LOCATION = re.compile(rf"<loc>{re.escape(SITE_URL)}([^<]*)</loc>")


def every_address(site: Site) -> list[str]:
    """What the site map names in four languages, and the API beside it."""
    found = LOCATION.findall(site.get("/sitemap.xml").text)
    parts = [a for a in found if a.endswith(".xml")]
    for part in parts:
        found += LOCATION.findall(site.get(part).text)
    state = real_state()
    api = [
        *(f"/municipalities/{slug}" for slug in state.register.municipalities),
        *(f"/evaluations/{e.id}{s}" for e in state.evaluations for s in ("", ".csv", ".xlsx")),
        *("/municipalities", "/evaluations", "/gold-stars", "/methods", "/averages"),
        "/changes?since=1",
        *("/config", "/releases", "/openapi.json"),
    ]
    alone = ["/feed.atom", "/sitemap.xml", "/robots.txt", "/llms.txt", "/dcat.ttl", "/dcat.jsonld"]
    files = [f"/data/kommunekompasset-r{number}.zip" for number in (1, 2)]
    return list(dict.fromkeys([*found, *(f"/api/v1{a}" for a in api), *alone, *files]))


def test_every_address_answers_with_the_same_bytes(
    backend: Backend, own_url: str, serve: Serve, tmp_path: Path
) -> None:
    publish_total(own_url, "441")
    restored = backend.new("restored-whole")
    backed_up_and_restored(own_url, restored, tmp_path / "backup.zip")
    site, again = serve(own_url), serve(restored)
    addresses = every_address(site)
    assert len(addresses) > 4_000
    assert differing(site, again, addresses) == []
    backend.drop(restored)
