"""Files of reports by a real site: made beside it, once for all its processes, and gone with it."""

from pathlib import Path

import psutil

from tests.reports.conftest import ends
from tests.serving.fixtures import Serve
from tests.serving.process import Site

SECONDS = 60
PDF = "/kommuner/hemne/2018/rapport.pdf"
LANGUAGES = ("", "/nn", "/sv", "/en")


def makers(site: Site) -> list[psutil.Process]:
    """The processes that make files."""
    children = psutil.Process(site.process.pid).children(recursive=True)
    alive = [child for child in children if child.status() != psutil.STATUS_ZOMBIE]
    return [child for child in alive if "app.reports.worker" in child.cmdline()]


def is_file(answer: object) -> bool:
    return getattr(answer, "status", 0) == 200


def test_all_processes_of_a_site_have_the_file_and_none_is_left_behind(
    serve: Serve, real_url: str, tmp_path: Path
) -> None:
    site = serve(real_url, workers=2, CACHE_FOLDER=tmp_path)
    first = site.becomes(PDF, is_file, within=SECONDS)[0]
    assert first.body.startswith(b"%PDF-")
    for answer in site.get_all([PDF] * 20):
        assert (answer.status, answer.body) == (200, first.body)
    left = makers(site)
    assert 1 <= len(left) <= 2
    site.end(within=SECONDS)
    assert [process for process in left if process.is_running()] == []


def test_a_crowd_that_wants_files_leaves_the_pages_to_others(
    serve: Serve, real_url: str, tmp_path: Path
) -> None:
    """Kept pages and cold ones are answered meanwhile, and everybody has an answer in time."""
    site = serve(real_url, CACHE_FOLDER=tmp_path)
    site.becomes("/kommuner/hemne", is_file, within=SECONDS)
    wanted = [
        f"{language}/kommuner/{slug}.{format}"
        for language in LANGUAGES
        for slug in SOME
        for format in ("pdf", "docx")
    ]
    answers = site.get_all([*wanted, "/kommuner/hemne", "/kommuner/ulstein"])
    assert {answer.status for answer in answers[-2:]} == {200}
    statuses = [answer.status for answer in answers[:-2]]
    assert set(statuses) <= {200, 202, 503}
    assert {200, 202} & set(statuses), "how many are turned away depends on the machine, not all"
    assert len(makers(site)) == 1
    for address in (wanted[0], wanted[-1]):
        assert site.becomes(address, is_file, within=SECONDS)[0].body[:4] in (b"%PDF", b"PK\3\4")


SOME = ("hemne/2018/rapport", "hareid/2019/rapport", "ulstein/2019/rapport", "roros/2017/rapport")


def test_one_that_is_killed_is_replaced_and_the_site_goes_on(
    serve: Serve, real_url: str, tmp_path: Path
) -> None:
    site = serve(real_url, CACHE_FOLDER=tmp_path)
    site.becomes(PDF, is_file, within=SECONDS)
    (maker,) = makers(site)
    maker.kill()
    ends(maker.pid)
    assert site.get(PDF).status == 200
    assert site.becomes(f"/en{PDF}", is_file, within=SECONDS)[0].status == 200
    (other,) = makers(site)
    assert other.pid != maker.pid


def test_a_site_that_is_killed_takes_it_along(serve: Serve, real_url: str, tmp_path: Path) -> None:
    site = serve(real_url, CACHE_FOLDER=tmp_path)
    site.becomes(PDF, is_file, within=SECONDS)
    (maker,) = makers(site)
    site.process.kill()
    site.process.wait(SECONDS)
    maker.wait(SECONDS)
