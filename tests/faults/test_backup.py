"""What a backup gives back: the same site, byte for byte."""

from pathlib import Path

from tests.databases import Backend
from tests.serving.addresses import KINDS
from tests.serving.databases import publish_total
from tests.serving.fixtures import Serve
from tests.serving.restoring import backed_up_and_restored, differing


def test_a_restored_site_answers_with_the_same_bytes(
    backend: Backend, own_url: str, serve: Serve, tmp_path: Path
) -> None:
    publish_total(own_url, "441")
    restored = backend.new("restored-sample")
    backed_up_and_restored(own_url, restored, tmp_path / "backup.zip")
    site = serve(own_url)
    site.get_each(KINDS)
    frozen = [f"{address}{'&' if '?' in address else '?'}release=1" for address in KINDS[::4]]
    assert differing(site, serve(restored), [*KINDS, *frozen]) == []
    backend.drop(restored)
