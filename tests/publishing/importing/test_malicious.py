"""Files that mean harm are refused or understood with little memory and work, every one of them."""

import json
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from app.bounds import DOCUMENT_CHARACTERS, JSON_DEPTH, LIST_ITEMS, READ_DOCUMENTS
from app.publishing.importing.own_documents import understand_documents
from app.publishing.importing.tables import Workbook
from app.publishing.json_lines import Malformed, line_numbers
from tests.publishing.importing import malicious

IN_BETWEEN = 400
"""Megabytes that a file may take, beside the program and the data. A table of as many cells as are
read takes nearly as much."""


def problem(text: str) -> str:
    found = understand_documents(Workbook("a.json", (), text=text))
    return " ".join(str(fault.problem) for fault in found.faults)


@pytest.mark.parametrize("opening, closing", [("[", "]"), ('{"a":', "}")])
def test_json_is_not_read_deeper_than_an_evaluation_is(opening: str, closing: str) -> None:
    assert line_numbers(opening * JSON_DEPTH + "1" + closing * JSON_DEPTH)
    with pytest.raises(Malformed, match="nested too deep"):
        line_numbers(opening * (JSON_DEPTH + 1) + "1" + closing * (JSON_DEPTH + 1))


def test_lists_of_an_evaluation_are_bounded_and_the_list_of_them_otherwise() -> None:
    assert "too long" not in problem('{"areas": [' + ",".join(["1"] * LIST_ITEMS) + "]}")
    assert "too long" in problem('{"areas": [' + ",".join(["1"] * (LIST_ITEMS + 1)) + "]}")
    assert "too long" not in problem("[" + ",".join(["{}"] * READ_DOCUMENTS) + "]")
    assert "too long" in problem("[" + ",".join(["{}"] * (READ_DOCUMENTS + 1)) + "]")


@pytest.mark.parametrize("make", [lambda said: {said: 1}, lambda said: {"a": said}])
def test_an_evaluation_has_so_many_characters(make: Callable[[str], dict[str, object]]) -> None:
    assert problem(json.dumps([make("x" * (DOCUMENT_CHARACTERS - 100))])) == ""
    assert "more rows, columns or cells" in problem(json.dumps(make("x" * DOCUMENT_CHARACTERS)))


@pytest.mark.parametrize("said", [r"\ud800", r"\uDFFF", r"a\udc00b", r"\udc00\ud800"])
@pytest.mark.parametrize("text", ['{"a": "%s"}', '{"%s": 1}', '["%s"]'])
def test_half_a_character_is_refused_wherever_it_stands(said: str, text: str) -> None:
    with pytest.raises(Malformed, match="half a character"):
        line_numbers(text % said)
    assert line_numbers(text % r"\ud83d\ude00 \u00e5")


SMALL = [name for name in malicious.FILES if not name.startswith(("huge", "nested", "long-attr"))]


@pytest.mark.only_on("sqlite")  # what it is held against is the same, and this takes long
@pytest.mark.parametrize("third", range(3))
def test_each_takes_little_memory(real_url: str, third: int) -> None:
    """In a process of its own, which may not have more than so much."""
    if not Path("/proc/self/statm").exists():
        pytest.skip("the size of a process is read as Linux tells it")
    program = textwrap.dedent(
        f"""
        import resource, sys
        from app.database import create, session_factory
        from app.editorial.reading_files import FileReader
        from app.queries.reading import open_reading
        from tests.publishing.importing.malicious import each

        with session_factory(create({real_url!r}))() as session:
            reader = FileReader.of(open_reading(session))
            for name, content in each({SMALL[third::3]!r}):
                used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
                most = used + {IN_BETWEEN} * 1_000_000
                resource.setrlimit(resource.RLIMIT_AS, (most, resource.RLIM_INFINITY))
                understood, found = reader.look_through(name, content, {{}})
                resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY,) * 2)
                assert found.faults or understood.asked, name
                print(name, flush=True)
        """
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert ended.stdout.split() == SMALL[third::3], ended.stderr[-2_000:]
