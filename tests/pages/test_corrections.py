"""A correction is seen where the figure is: on the page, beside the quote and in the API.

Release 2 corrects Kramfors 2013 (total 448 to 441) and Ulstein 2019 (area 1, 72 to 74), see
`tests.pages.changed`.
"""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from app.models import DatasetKind, Origin
from app.publishing.release import Publication, publish
from tests.conftest import UseDatabase
from tests.in_turn import in_turn
from tests.pages.checks import text_of
from tests.pages.client import Client, opened
from tests.publishing.changing import real_state, with_total

TOTAL = "The total: 448 of 800 → 441 of 800."


@in_turn(
    "address, said",
    [
        ("/en/kommuner/kramfors", TOTAL),
        ("/en/kommuner/kramfors/2013", TOTAL),
        ("/en/kommuner/ulstein/2019", "Area 1: 72 of 100 → 74 of 100."),
        ("/en/sammenlign?e=kramfors-2013&e=karlskrona-2014", TOTAL),
        ("/sv/kommuner/kramfors/2013", "448 av 800 → 441 av 800"),
    ],
)
def test_the_page_says_what_was_corrected(changed_site: Client, address: str, said: str) -> None:
    page = changed_site.get(address)
    (line,) = page.find_all("div", class_="corrections")
    assert said in text_of(line)
    prefix = address[: address.index("/", 1)]
    assert f"{prefix}/data/endringer#release-2" in page.links(line)
    foot = next(e for e in page.find_all("section") if e.get("aria-labelledby") == "source-box")
    assert said in text_of(foot)


@in_turn(
    "address",
    [
        "/en/kommuner/kramfors/2013?release=1",
        "/en/kommuner/hareid/2019",
        "/en/sammenlign?e=hareid-2019&e=karlskrona-2014",
    ],
)
def test_nothing_is_said_where_nothing_was_corrected(changed_site: Client, address: str) -> None:
    assert changed_site.get(address).find_all("div", class_="corrections") == []


def test_the_api_gives_old_and_new(changed_site: Client) -> None:
    (one,) = changed_site.json("/api/v1/evaluations/kramfors-2013")["corrections"]
    released = changed_site.json("/api/v1/releases")["items"]
    assert one["release"] == 2
    assert one["published_at"] == next(r["published_at"] for r in released if r["number"] == 2)
    (figure,) = one["figures"]
    assert (figure["measure"], figure["old"]["score"], figure["new"]["score"]) == (
        "total",
        448,
        441,
    )
    own = changed_site.json("/api/v1/municipalities/kramfors")["evaluations"]
    assert next(e for e in own if e["id"] == "kramfors-2013")["corrections"] == [one]
    compared = changed_site.json("/api/v1/compare?e=kramfors-2013&e=karlskrona-2014")["evaluations"]
    assert [one["corrections"] for one in compared] == [[one], []]
    assert changed_site.json("/api/v1/evaluations/kramfors-2013?release=1")["corrections"] == []


@pytest.mark.parametrize("days,told", [(364, True), (367, False)])
def test_it_is_told_for_twelve_months_and_kept_for_ever(
    use_database: UseDatabase, seeded: Engine, days: int, told: bool
) -> None:
    first = datetime.now(UTC)
    corrected = with_total(real_state(), "kramfors-2013", "441")
    later = with_total(corrected, "hareid-2019", "334")
    for state, at in ((corrected, first), (later, first + timedelta(days=days))):
        publish(seeded, Publication(state, Origin.SEED, DatasetKind.REAL), now=at)
    use_database(seeded.url.render_as_string(hide_password=False))
    with opened() as client:
        page = client.get("/en/kommuner/kramfors/2013")
        assert bool(page.find_all("div", class_="corrections")) is told
        assert len(client.json("/api/v1/evaluations/kramfors-2013")["corrections"]) == 1
        assert "448 of 800 → 441 of 800" in client.get("/en/data/endringer").words
