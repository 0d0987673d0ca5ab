"""What is looked at before it is public leaves nothing behind, and nobody else sees it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import anyio
import pytest
from fastapi.concurrency import contextmanager_in_threadpool
from sqlalchemy import Engine
from starlette.testclient import TestClient

from app import bounds
from app.database import create, session_factory
from app.editorial.previewing import preview, public_beside
from app.errors import Unavailable
from app.main import create_app
from app.models import DatasetKind, Origin
from app.publishing.release import Publication, publish
from app.queries.evaluations import evaluation
from app.queries.memory import MEMORY
from app.queries.reading import open_reading
from app.web.previewing import PreviewedPage, made_harmless, page_within
from tests.conftest import UseDatabase
from tests.publishing.changing import (
    everything,
    numbers,
    real_state,
    record,
    with_total,
    without_evaluation,
)

KRAMFORS = "kramfors-2013"
PAGES = (
    "/",
    "/kommuner/kramfors/2013",
    "/kommuner/kramfors",
    "/sammenlign?e=kramfors-2013&e=hemne-2018",
    "/utvikling",
    "/api/v1/evaluations/kramfors-2013",
    "/data/endringer",
    "/feed.atom",
)


def wanted(total: str = "441") -> Publication:
    state = with_total(real_state(), KRAMFORS, total)
    return Publication(state, Origin.EDITOR, DatasetKind.REAL, frozenset({record(KRAMFORS)}))


def withdrawn() -> Publication:
    state = without_evaluation(real_state(), KRAMFORS)
    return Publication(state, Origin.EDITOR, DatasetKind.REAL, frozenset({record(KRAMFORS)}))


def total_of(engine: Engine) -> str:
    reader = create(engine.url.render_as_string(hide_password=False))
    with session_factory(reader)() as session:
        found = evaluation(open_reading(session), KRAMFORS)
    reader.dispose()
    assert found is not None
    return str(found.total.score)


def test_a_preview_reads_what_would_be_public_and_leaves_nothing(seeded: Engine) -> None:
    before = everything(seeded)
    with preview(seeded, wanted()) as reading:
        found = evaluation(reading, KRAMFORS)
        assert found is not None
        assert (found.total.score, reading.release.number) == (441, 2)
        assert found.corrections[0].release.number == 2
        assert total_of(seeded) == "448.0", "readers read what is public meanwhile"
        beside = evaluation(public_beside(reading), KRAMFORS)
        assert beside is not None
        assert beside.total.score == 448
    assert everything(seeded) == before
    assert numbers(seeded) == [1]


def test_what_goes_wrong_in_it_leaves_nothing_either(seeded: Engine) -> None:
    before = everything(seeded)
    with pytest.raises(ZeroDivisionError), preview(seeded, wanted()):
        _ = 1 / 0
    assert everything(seeded) == before


def test_others_publish_when_it_is_over(seeded: Engine) -> None:
    with preview(seeded, wanted("449")) as reading:
        assert reading.release.number == 2
    published = publish(seeded, wanted("441"))
    assert published.release is not None
    assert published.release.number == 2
    assert total_of(seeded) == "441.0"


def test_it_ends_by_itself(seeded: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Others who write wait for it, so it may not be long."""
    before = everything(seeded)
    monkeypatch.setattr(bounds, "PREVIEW_SECONDS", 0)
    with pytest.raises(Unavailable), preview(seeded, wanted()):
        pass
    assert everything(seeded) == before


def test_what_changes_nothing_is_what_is_public(seeded: Engine) -> None:
    with preview(seeded, wanted("448")) as reading:
        assert (reading.release.number, reading.remember) == (1, False)


@contextmanager
def site_on(use_database: UseDatabase, engine: Engine) -> Iterator[TestClient]:
    use_database(engine.url.render_as_string(hide_password=False))
    with TestClient(create_app()) as client:
        yield client


AROUND: dict[str, Any] = {
    "type": "http",
    "asgi": {"version": "3.0"},
    "http_version": "1.1",
    "scheme": "http",
    "server": ("testserver", 80),
    "client": ("testclient", 1),
    "headers": [(b"host", b"testserver")],
}


def looked_at(client: TestClient, engine: Engine, what: Publication, path: str) -> PreviewedPage:
    """The page in a preview, made as the workspace makes it: in one thread after the other."""
    app: Any = client.app

    async def look() -> PreviewedPage:
        with anyio.fail_after(30):
            async with contextmanager_in_threadpool(preview(engine, what)) as reading:
                return await page_within(app.framework, AROUND, path, reading)

    assert client.portal is not None
    return client.portal.call(look)


def remembered() -> dict[Any, frozenset[Any]]:
    return {key: frozenset(held.answers) for key, held in MEMORY._releases.items()}


@pytest.mark.parametrize("language", ["", "/nn", "/sv", "/en"])
def test_the_public_page_as_it_would_be_and_not_a_byte_of_it_afterwards(
    use_database: UseDatabase, seeded: Engine, language: str
) -> None:
    with site_on(use_database, seeded) as client:
        public = {path: client.get(path).content for path in PAGES}
        rows, kept = everything(seeded), remembered()
        page = looked_at(client, seeded, wanted(), f"{language}/kommuner/kramfors/2013")
        assert page.status == 200
        assert "441" in page.html
        assert page.html.count(f'lang="{language.strip("/") or "nb"}"') > 0
        assert "441" in looked_at(client, seeded, wanted(), f"{language}/kommuner/kramfors").html
        assert remembered() == kept
        assert everything(seeded) == rows
        for path in PAGES:
            assert client.get(path).content == public[path], path
            assert client.get(path, headers={"Accept-Encoding": "br"}).content == public[path]
        assert client.get("/kommuner/kramfors/2013?release=2").status_code == 404


def test_what_would_be_withdrawn_is_shown_so(use_database: UseDatabase, seeded: Engine) -> None:
    with site_on(use_database, seeded) as client:
        assert looked_at(client, seeded, withdrawn(), "/kommuner/kramfors/2013").status == 410
        assert client.get("/kommuner/kramfors/2013").status_code == 200


def test_an_address_that_leads_on_is_followed(use_database: UseDatabase, seeded: Engine) -> None:
    with site_on(use_database, seeded) as client:
        page = looked_at(client, seeded, wanted(), "/kommuner/2282/2013")
        assert (page.status, page.path) == (200, "/kommuner/kramfors/2013")


def test_a_request_cannot_ask_for_a_preview_by_itself(
    use_database: UseDatabase, seeded: Engine
) -> None:
    """Only a program inside can put a reading into a request."""
    with site_on(use_database, seeded) as client:
        plain = client.get("/kommuner/kramfors/2013").content
        asked = client.get("/kommuner/kramfors/2013", headers={"kompass.preview": "2"})
        assert asked.content == plain


def test_a_preview_runs_no_script_and_leads_nowhere_by_accident(
    use_database: UseDatabase, seeded: Engine
) -> None:
    with site_on(use_database, seeded) as client:
        page = looked_at(client, seeded, wanted(), "/kommuner/kramfors/2013")
    inside = {"/kommuner/kramfors": "/redaksjon/utkast/1/forhandsvisning?side=kommune"}
    html = made_harmless(page.html, "<p>banner</p>", inside.get)
    assert "<script" in page.html
    assert "<script" not in html
    assert 'rel="canonical"' not in html
    assert html.count("<p>banner</p>") == 1
    assert 'href="/redaksjon/utkast/1/forhandsvisning?side=kommune"' in html
    links = [part.partition(">")[0] for part in html.split("<a ")[1:]]
    for link in links:
        own = 'href="#' in link or "/redaksjon/" in link
        assert own or 'target="_blank"' in link, link
