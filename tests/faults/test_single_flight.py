"""Many who ask for the same at the same moment cost what one costs."""

import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import text

from app import bounds
from tests.serving.client import Answer
from tests.serving.databases import at_database, execute, locked_table
from tests.serving.fixtures import Serve, on_postgres
from tests.serving.process import Site

READERS = 50
ASKED_FOR = ("vallentuna", "hareid", "karlskrona", "malvik", "motala")
"""None of them takes more statements than Skaun, and one takes fewer."""
SHARED = re.compile(r'^kompass_answers_total\{.*outcome="shared".*\} (\S+)$', re.MULTILINE)
PARAMETERS = re.compile(rb"DETAIL:  [Pp]arameters: (.*)")


class Statements:
    """Counts what is asked of a database about one municipality, as its server has logged it.
    What is read of all of them when a release is made ready does not count."""

    def __init__(self, url: str) -> None:
        with at_database(url) as connection:
            folder, name = connection.execute(
                text("SELECT current_setting('data_directory'), current_database()")
            ).one()
        execute(url, f"ALTER DATABASE \"{name}\" SET log_statement = 'all'")
        self._log = Path(folder) / "log"

    def about(self, slug: str) -> int:
        """Statements that have been sent to any of the server's databases."""
        return sum(slug.encode() in told for told in PARAMETERS.findall(self._log.read_bytes()))


@on_postgres
@pytest.mark.parametrize(
    "template,status", [("/kommuner/{}", 200), ("/api/v1/evaluations/{}-1999", 404)]
)
def test_a_page_and_an_error_are_made_once(
    own_url: str, serve: Serve, template: str, status: int
) -> None:
    statements = Statements(own_url)
    site = serve(own_url)
    # What all pages share is read here.
    site.becomes(template.format("hemne"), lambda answer: answer.status == status, within=20)
    before = statements.about("skaun")
    assert site.get(template.format("skaun")).status == status
    for_one = statements.about("skaun") - before
    assert for_one > 0
    for slug in ASKED_FOR:
        before = statements.about(slug)
        answers = ask_together(own_url, site, template.format(slug))
        if {answer.status for answer in answers} == {status}:
            assert len({answer.body for answer in answers}) == 1
            assert 0 < statements.about(slug) - before <= for_one
            return
        # The lock ran out before all readers had come.
        assert {answer.status for answer in answers} <= {status, 503}
    raise AssertionError("the readers never came together")


def ask_together(url: str, site: Site, address: str) -> list[Answer]:
    """Answers to readers of whom the first is kept waiting until all have come. A lock lasts no
    longer than readers wait for one; they are told so where it was too short."""
    before = sharing(site.get("/metrics"))

    def have_come(metrics: Answer) -> bool:
        return sharing(metrics) >= before + READERS - 1

    with ThreadPoolExecutor(1) as pool:
        with locked_table(url, "evaluation"):
            answers = pool.submit(site.get_all, [address] * READERS)
            with suppress(AssertionError):
                site.becomes("/metrics", have_come, within=bounds.LOCK_SECONDS)
        return answers.result()


def sharing(metrics: Answer) -> float:
    """How many readers have waited for an answer that was being made for another."""
    found = SHARED.search(metrics.text)
    assert found is not None
    return float(found[1])
