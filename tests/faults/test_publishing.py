"""Several who start at once: one makes the tables, one makes the release, nobody stumbles."""

from concurrent.futures import ThreadPoolExecutor

from tests import databases
from tests.databases import Backend
from tests.publishing.changing import exported, numbers
from tests.serving.process import command

AT_ONCE = 3


def at_once(url: str, *words: str) -> list[tuple[int, str]]:
    """Exit codes and output of a command that is started several times at the same moment."""
    started = [command(url, *words) for _ in range(AT_ONCE)]
    with ThreadPoolExecutor(AT_ONCE) as waiting:
        said = list(waiting.map(lambda process: process.communicate(timeout=60)[0], started))
    return [(process.returncode, text) for process, text in zip(started, said, strict=True)]


def test_three_who_start_at_once_make_one_release(backend: Backend) -> None:
    url = backend.new("started-at-once")
    upgrades = at_once(url, "db", "upgrade")
    assert [code for code, _ in upgrades] == [0] * AT_ONCE, upgrades
    seeds = at_once(url, "seed")
    assert [code for code, _ in seeds] == [0] * AT_ONCE, seeds
    assert sorted("Release 1" in text for _, text in seeds) == [False, False, True], seeds
    with databases.writing(url) as engine:
        assert numbers(engine) == [1]
        assert exported(engine)
    backend.drop(url)
