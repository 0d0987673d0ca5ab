"""Many who ask for the same at the same moment cost what one costs."""

import re
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.serving.client import Answer
from tests.serving.databases import at_database, execute
from tests.serving.fixtures import Serve, on_postgres

READERS = 50
SENT = re.compile(rb"LOG:  (?:statement|execute [^:]*): SELECT")


class Statements:
    """Counts what readers ask of a database, as the server has logged it."""

    def __init__(self, url: str) -> None:
        with at_database(url) as connection:
            folder, name = connection.execute(
                text("SELECT current_setting('data_directory'), current_database()")
            ).one()
        execute(url, f"ALTER DATABASE \"{name}\" SET log_statement = 'all'")
        self._log = Path(folder) / "log"
        self._seen = 0
        self.since()

    def since(self) -> int:
        """Statements that have been sent since this was last asked."""
        total = len(SENT.findall(self._log.read_bytes()))
        found, self._seen = total - self._seen, total
        return found


@on_postgres
@pytest.mark.parametrize(
    "template,status", [("/kommuner/{}", 200), ("/api/v1/evaluations/{}-1999", 404)]
)
def test_a_page_and_an_error_are_made_once(
    own_url: str, serve: Serve, template: str, status: int
) -> None:
    statements = Statements(own_url)
    site = serve(own_url)

    def is_made(answer: Answer) -> bool:
        return answer.status == status

    # What all pages share is read here.
    site.becomes(template.format("hemne"), is_made, within=20)
    statements.since()
    assert is_made(site.get(template.format("skaun")))
    for_one = statements.since()
    answers = site.get_all([template.format("vallentuna")] * READERS)
    assert {answer.status for answer in answers} == {status}
    assert len({answer.body for answer in answers}) == 1
    assert for_one > 0
    assert statements.since() <= 3 * for_one
