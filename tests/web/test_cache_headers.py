import pytest

from app.web.answering.cache_headers import (
    FROZEN,
    NEVER,
    REVALIDATED,
    SHARED,
    cache_headers,
    release_key,
)


def directives(header: str) -> dict[str, str]:
    return dict(part.strip().partition("=")[::2] for part in header.split(","))


def test_browsers_always_ask_and_shared_caches_may_help_out() -> None:
    own, shared = directives(REVALIDATED), directives(SHARED)
    assert own["max-age"] == "0"
    assert "must-revalidate" in own
    assert not {"stale-while-revalidate", "stale-if-error"} & set(own)
    # What follows a publication: nobody shows the old page longer than this.
    assert int(shared["max-age"]) + int(shared["stale-while-revalidate"]) <= 2
    assert int(shared["stale-if-error"]) >= 3600
    assert "must-revalidate" not in shared


def test_what_follows_the_newest_release_is_purged_by_its_number() -> None:
    assert cache_headers(REVALIDATED, 12) == {
        "CDN-Cache-Control": SHARED,
        "Surrogate-Key": "kompass release-12",
        "Cache-Tag": "kompass,release-12",
    }
    assert release_key(12) == "release-12"


def test_what_is_frozen_is_purged_by_no_release() -> None:
    found = cache_headers(FROZEN, 12)
    assert found == {"Surrogate-Key": "kompass frozen", "Cache-Tag": "kompass,frozen"}


@pytest.mark.parametrize("said", [NEVER, "private, no-store"])
def test_what_nobody_may_keep_has_no_key(said: str) -> None:
    assert cache_headers(said, 12) == {}


def test_without_a_release_all_of_it_can_still_be_purged() -> None:
    assert cache_headers(REVALIDATED, None)["Surrogate-Key"] == "kompass"
