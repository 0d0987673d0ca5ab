"""Files of reports as answers: there, being made, or not to be had."""

import io
import logging
import threading
import zipfile
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from httpx2 import Response

from app import bounds
from app.config import settings
from app.database import engine_for
from app.features.reports import files
from app.queries.reading import Reading
from app.reports.job_states import Stage
from app.reports.making import ReportFiles
from app.web.previewing import page_within
from app.web.site import Site
from tests import event_loop
from tests.conftest import UseDatabase
from tests.pages.checks import text_of
from tests.pages.client import Client, Page, opened
from tests.reports.conftest import LONGEST, Makers, go_on, happens
from tests.reports.conftest import files_folder as files_folder
from tests.reports.conftest import makers as makers
from tests.reports.standing_in import fails, waits, writes
from tests.statements import count_queries

PDF = "/kommuner/hemne/2018/rapport.pdf"
JOINT = "/fellesrapport.pdf?e=hemne-2018&e=hareid-2019"
OF_ONE = ("rapport.pdf", "rapport.docx", "ark.pdf", "ark.docx", "lysbilder.pptx")


@pytest.fixture
def made_by(makers: Makers, monkeypatch: pytest.MonkeyPatch) -> Callable[..., ReportFiles]:
    """Lets the site have its files made by a process that stands in."""

    def chosen(way: Callable[..., str] | None = None, **chosen_bounds: object) -> ReportFiles:
        maker = makers(way, **chosen_bounds)
        monkeypatch.setattr(files, "REPORT_FILES", maker)
        return maker

    return chosen


@pytest.fixture
def own_site(use_database: UseDatabase, real_url: str, files_folder: Path) -> Iterator[Client]:
    use_database(real_url)
    with opened() as client:
        yield client


def in_the_end(client: Client, address: str) -> Response:
    """The answer, when it is the file or a refusal."""
    while (answered := client.http.get(address)).status_code == 202:
        for wanted in getattr(files, "REPORT_FILES").wanted:  # noqa: B009
            wanted.done.result(LONGEST)
    return answered


def test_each_file_is_what_it_says(own_site: Client, made_by: Callable[..., ReportFiles]) -> None:
    made_by()
    for name in OF_ONE:
        answered = in_the_end(own_site, f"/sv/kommuner/hemne/2018/{name}")
        assert answered.status_code == 200, answered.text
        kind, suffix = name.split(".")
        assert answered.headers["etag"] == f'"{sha256(answered.content).hexdigest()}"'
        assert answered.headers["content-language"] == "sv"
        named = {"rapport": "report", "ark": "sheet", "lysbilder": "slides"}[kind]
        whole = f'filename="kommunekompasset-{named}-hemne-2018-r1-sv.{suffix}"'
        assert whole in answered.headers["content-disposition"]
        if suffix == "pdf":
            assert answered.headers["content-type"] == "application/pdf"
            assert answered.content.startswith(b"%PDF-")
        else:
            inside = zipfile.ZipFile(io.BytesIO(answered.content)).namelist()
            assert any(part.startswith(("word/", "ppt/")) for part in inside)


def test_a_file_can_be_asked_after_and_asked_for_again(
    own_site: Client, made_by: Callable[..., ReportFiles]
) -> None:
    made_by(writes)
    first = in_the_end(own_site, PDF)
    assert first.text == "hemne-2018 1"
    head = own_site.http.head(PDF)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == str(len(first.content))
    known = {"If-None-Match": first.headers["etag"]}
    assert own_site.http.get(PDF, headers=known).status_code == 304
    part = own_site.http.get(PDF, headers={"Range": "bytes=0-4"})
    assert (part.status_code, part.text) == (206, "hemne")
    assert first.headers["cache-control"] == "public, max-age=0, must-revalidate"
    assert first.headers["last-modified"] == head.headers["last-modified"]


def test_the_order_of_a_joint_report_is_that_of_its_address_and_each_is_in_it_once(
    own_site: Client, made_by: Callable[..., ReportFiles]
) -> None:
    made_by(writes)
    joint = in_the_end(own_site, JOINT)
    assert joint.text == "hemne-2018-hareid-2019 1"
    assert joint.headers["x-robots-tag"] == "noindex"
    twice = JOINT + "&e=hemne-2018"
    assert in_the_end(own_site, twice).text == "hemne-2018-hareid-2019 1"
    other = "/fellesrapport.pdf?e=hareid-2019&e=hemne-2018"
    assert in_the_end(own_site, other).text == "hareid-2019-hemne-2018 1"


@pytest.mark.parametrize("address, most", [(JOINT, 1), (PDF, 4)])
def test_a_kept_file_is_found_without_reading_what_is_in_it(
    own_site: Client, made_by: Callable[..., ReportFiles], address: str, most: int
) -> None:
    """Neither the comparison nor the evaluation is built for it: at most the release and what the
    address names is looked up."""
    made_by(writes)
    in_the_end(own_site, address)
    with count_queries(engine_for(settings().database_url)) as count:
        assert own_site.http.get(address).status_code == 200
    assert int(count) <= most


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Readers do not wait for a file."""
    monkeypatch.setattr(bounds, "FILE_SECONDS", 0.01)


@pytest.mark.usefixtures("impatient")
def test_while_it_is_made_a_page_says_so_and_asks_again(
    own_site: Client, made_by: Callable[..., ReportFiles], tmp_path: Path
) -> None:
    made_by(waits)
    for prefix, words in {
        "": "Filen blir laget",
        "/nn": "Fila blir laga",
        "/sv": "Filen skapas",
        "/en": "The file is being made",
    }.items():
        page = own_site.get(f"{prefix}{PDF}", 202)
        assert words in page.heading
        assert "refresh" not in page.shown.headers
        assert int(page.shown.headers["retry-after"]) > 0
        assert page.shown.headers["cache-control"] == "no-store"
        assert page.meta("robots") == "noindex"
        assert f"{prefix}/kommuner/hemne/2018/rapport" in page.links()
    go_on(tmp_path)
    assert in_the_end(own_site, PDF).text == "hemne-2018 1"


@pytest.mark.usefixtures("impatient")
def test_the_page_says_how_far_it_is(
    own_site: Client, made_by: Callable[..., ReportFiles], tmp_path: Path
) -> None:
    maker = made_by(waits)
    own_site.get(f"/en{PDF}", 202)
    happens(maker, lambda: maker.wanted[0].stage is Stage.WRITING)
    assert "Now the file is written." in own_site.get(f"/en{PDF}", 202).words
    (step,) = own_site.get(f"/en{PDF}", 202).find_all("progress")
    assert (step.get("value"), step.get("max")) == ("2", "3")
    own_site.get(f"/sv{PDF}", 202)
    waiting = own_site.get(f"/nn{PDF}", 202)
    (step,) = waiting.find_all("progress")
    assert step.get("value") == "0"
    assert "2" in waiting.words
    go_on(tmp_path)


def status_of(page: Page) -> Element:
    """What is announced when it changes."""
    (found,) = (p for p in page.by_id("file-progress").iter("p") if p.get("role") == "status")
    return found


def progress_of(address: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}progress=true"


@pytest.mark.parametrize("name", OF_ONE)
@pytest.mark.usefixtures("impatient")
def test_the_page_leads_to_the_file_in_the_end_and_never_becomes_it(
    own_site: Client, made_by: Callable[..., ReportFiles], tmp_path: Path, name: str
) -> None:
    """Where browsers keep files, a page that led to one by itself would say for ever that it is
    being made. A script asks for the page; those without follow a link to it."""
    made_by(waits)
    address = f"/en/kommuner/hemne/2018/{name}"
    for page in (own_site.get(address, 202), own_site.get(progress_of(address), 202)):
        (asking,) = page.find_all("div", id="file-progress-asked")
        assert asking.get("data-hx-get") == progress_of(address)
        assert (asking.get("data-hx-trigger") or "").startswith("every ")
        assert progress_of(address) in page.links()
        assert address not in page.links()
        status = status_of(page)
        assert "put together" in text_of(status)
    go_on(tmp_path)
    in_the_end(own_site, address)
    page = own_site.get(progress_of(address), 200)
    assert page.shown.headers["cache-control"] == "no-store"
    status = status_of(page)
    assert text_of(status) == "The file is ready. Get the file"
    assert [link.get("href") for link in status.iter("a")] == [address]
    (asking,) = page.find_all("div", id="file-progress-asked")
    assert asking.get("data-hx-get") is None
    assert page.find_all("progress") == []


@pytest.mark.usefixtures("impatient")
def test_the_page_says_where_in_the_queue_it_is(
    own_site: Client, made_by: Callable[..., ReportFiles], tmp_path: Path
) -> None:
    made_by(waits)
    own_site.get(PDF, 202)
    addresses = [f"/en/kommuner/hemne/2018/{name}" for name in OF_ONE[1:]]
    for address in addresses:
        own_site.get(address, 202)
    for before, address in enumerate(addresses, 1):
        words = "other file is made" if before == 1 else "other files are made"
        assert f"{before} {words} first." in own_site.get(progress_of(address), 202).words
    go_on(tmp_path)


def test_a_page_that_asks_how_far_it_is_says_that_it_cannot_be_made(
    own_site: Client, made_by: Callable[..., ReportFiles]
) -> None:
    made_by(fails)
    assert in_the_end(own_site, f"/en{PDF}").status_code == 500
    page = own_site.get(progress_of(f"/en{PDF}"), 200)
    status = status_of(page)
    assert "This file could not be made" in text_of(status)
    (asking,) = page.find_all("div", id="file-progress-asked")
    assert asking.get("data-hx-get") is None


@pytest.mark.usefixtures("impatient")
def test_asked_for_its_head_no_file_is_begun(
    own_site: Client, made_by: Callable[..., ReportFiles]
) -> None:
    """Whatever looks at where links lead starts nothing."""
    maker = made_by(writes)
    for address in (PDF, JOINT, progress_of(PDF)):
        head = own_site.http.head(address)
        assert (head.status_code, head.content) == (202, b"")
        assert int(head.headers["retry-after"]) > 0
    assert (maker.names, maker.pid) == ((), None)
    assert in_the_end(own_site, PDF).status_code == 200
    assert own_site.http.head(PDF).status_code == 200


@pytest.mark.usefixtures("impatient")
def test_nobody_fills_the_queue_alone(
    use_database: UseDatabase,
    real_url: str,
    made_by: Callable[..., ReportFiles],
    files_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One address has some files made at once, however many it asks for, and others wait for no
    more than that."""
    monkeypatch.setenv("RATE_LIMIT", "1200")
    use_database(real_url)
    maker = made_by(waits)
    years = ("hemne/2018", "hareid/2019")
    wanted = [f"/en/kommuner/{year}/{name}" for year in years for name in OF_ONE]
    with opened(client=("203.0.113.7", 50_000)) as one:
        statuses = [one.http.get(address).status_code for address in wanted]
        most = bounds.REPORTS_OF_ONE
        assert statuses == [202] * most + [429] * (len(wanted) - most)
        assert one.http.get(wanted[0]).status_code == 202  # what is being made may be asked after
        refused = one.http.get(wanted[-1], headers={"Accept": "application/json"})
        assert refused.json()["type"].endswith("#too-many-requests")
        assert int(refused.headers["retry-after"]) > 0
    with opened(client=("203.0.113.8", 50_000)) as other:
        assert other.http.get(wanted[-1]).status_code == 202
    assert len(maker.names) == most + 1
    with opened(client=("127.0.0.1", 50_000)) as exempt:
        for address in wanted:
            assert exempt.http.get(address).status_code == 202
    go_on(tmp_path)


@pytest.mark.usefixtures("impatient")
def test_programs_are_told_in_their_own_form(
    own_site: Client, made_by: Callable[..., ReportFiles], tmp_path: Path
) -> None:
    made_by(waits)
    answered = own_site.http.get(f"/en{PDF}", headers={"Accept": "application/json"})
    assert answered.status_code == 202
    assert answered.headers["content-type"] == "application/json"
    assert answered.headers["cache-control"] == "no-store"
    assert "refresh" not in answered.headers
    assert int(answered.headers["retry-after"]) > 0
    told = answered.json()
    assert told["status"] == 202
    assert told["stage"] in {"waiting", "reading", "writing"}
    assert told["before"] == 0
    go_on(tmp_path)


def test_who_waits_gets_the_file_and_holds_no_turn_meanwhile(
    own_site: Client,
    made_by: Callable[..., ReportFiles],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """More wait for files than may be worked for at once, and pages are made as ever."""
    monkeypatch.setattr(bounds, "FILE_SECONDS", 60.0)
    maker = made_by(waits)
    addresses = [f"{prefix}{PDF}" for prefix in ("", "/nn", "/sv", "/en")]
    assert len(addresses) > bounds.TURNS
    found: dict[str, Response] = {}

    def ask(address: str) -> None:
        found[address] = own_site.http.get(address)

    readers = [threading.Thread(target=ask, args=(address,)) for address in addresses]
    for reader in readers:
        reader.start()
    happens(maker, lambda: len(maker.names) == len(addresses))
    assert own_site.get("/kommuner/hareid").status == 200
    assert found == {}
    go_on(tmp_path)
    for reader in readers:
        reader.join(60)
    assert {answered.status_code for answered in found.values()} == {200}


@pytest.mark.usefixtures("impatient")
def test_where_too_many_wait_one_is_told_to_come_again(
    own_site: Client, made_by: Callable[..., ReportFiles], tmp_path: Path
) -> None:
    made_by(waits, length=1)
    own_site.get(PDF, 202)
    refused = own_site.http.get(f"/en{PDF}")
    assert refused.status_code == 503
    assert refused.headers["retry-after"] == "30"
    assert "no-store" in refused.headers["cache-control"]
    assert "Very many reports are being made" in own_site.get(f"/en{PDF}", 503).words
    go_on(tmp_path)


def test_a_file_that_cannot_be_made_is_told_of_and_the_site_goes_on(
    own_site: Client, made_by: Callable[..., ReportFiles], caplog: pytest.LogCaptureFixture
) -> None:
    made_by(fails)
    with caplog.at_level(logging.ERROR, "app.reports"):
        assert in_the_end(own_site, f"/en{PDF}").status_code == 500
        again = own_site.http.get(f"/en{PDF}")
    assert again.status_code == 500
    assert 0 < int(again.headers["retry-after"]) <= 60
    assert "This file could not be made" in own_site.get(f"/en{PDF}", 500).words
    assert len([one for one in caplog.records if "is not made" in one.getMessage()]) == 1
    assert own_site.problem(PDF, 500)["type"].endswith("#internal")
    assert own_site.get("/en/kommuner/hemne/2018/rapport").status == 200


def test_what_is_not_there_is_not_made(
    own_site: Client, made_by: Callable[..., ReportFiles]
) -> None:
    maker = made_by(writes)
    own_site.problem("/kommuner/hemne/1999/rapport.pdf", 404)
    own_site.problem("/fellesrapport.docx?e=hemne-2018", 400)
    own_site.problem("/fellesrapport.pdf?e=hemne-2011&e=hemne-2018", 422)
    own_site.problem("/kommuner/hemne/2018/rapport.pptx", 404)
    assert own_site.redirect("/kommuner/1612/2018/rapport.pdf")[0] == 307
    assert maker.names == ()
    assert maker.pid is None


def test_of_what_is_not_public_yet_there_is_a_page_and_no_file(
    own_site: Client, made_by: Callable[..., ReportFiles], real: Reading
) -> None:
    maker = made_by(writes)
    around = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "scheme": "http",
        "headers": [],
    }
    site = own_site.http.app
    assert isinstance(site, Site)
    for path, status in (("/kommuner/hemne/2018/rapport", 200), (PDF, 404), (JOINT, 404)):
        found = event_loop.run(page_within(site.framework, around, path, real))
        assert found.status == status, path
    assert maker.names == ()
