"""Files that are made once: whole or not there, made by one, in no more room than they may take."""

import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from app.config import ROOT
from app.web.answering.kept_files import BeingMade, KeptFiles, clear_up

LONGEST = 60
MOST = 1_000_000


def writer(content: bytes, made: list[int] | None = None) -> Callable[[Path], Mapping[str, Any]]:
    """Writes that content, and notes that it did."""

    def make(path: Path) -> Mapping[str, Any]:
        path.write_bytes(content)
        if made is not None:
            made.append(len(content))
        return {"rows": 3}

    return make


def never(_path: Path) -> Mapping[str, Any]:
    raise AssertionError("it is there already")


def test_what_is_made_is_kept_with_its_record(tmp_path: Path) -> None:
    files = KeptFiles(tmp_path / "cache", MOST)
    assert files.get("a.zip") is None
    made = files.get_or_make("a.zip", writer(b"content"))
    assert (made.bytes, made.told) == (7, {"rows": 3})
    # Computed with sha256sum.
    assert made.sha256 == "ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73"
    assert made.path.read_bytes() == b"content"
    assert files.get_or_make("a.zip", never) == made
    assert KeptFiles(tmp_path / "cache", MOST).get_or_make("a.zip", never) == made


def test_what_fails_leaves_nothing_and_can_be_tried_again(tmp_path: Path) -> None:
    files = KeptFiles(tmp_path, MOST)

    def fail(path: Path) -> Mapping[str, Any]:
        path.write_bytes(b"half")
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        files.get_or_make("a.zip", fail)
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip.lock"]
    assert files.get_or_make("a.zip", writer(b"whole")).path.read_bytes() == b"whole"


def test_what_cannot_be_recorded_is_not_there(tmp_path: Path) -> None:
    """And leaves nothing unfinished."""
    files = KeptFiles(tmp_path, MOST)
    (tmp_path / "a.zip.json").mkdir()
    with pytest.raises(OSError, match=r"a\.zip\.json"):
        files.get_or_make("a.zip", writer(b"content"))
    assert files.get("a.zip") is None
    assert list(tmp_path.glob("*.part")) == []
    (tmp_path / "a.zip.json").rmdir()
    assert files.get_or_make("a.zip", writer(b"content")).bytes == 7


def spoil_length(path: Path) -> None:
    path.write_bytes(b"con")


def spoil_content(path: Path) -> None:
    path.write_bytes(b"CONTENT")


def spoil_record(path: Path) -> None:
    path.with_name("a.zip.json").write_text('{"bytes": 7')


def spoil_sense(path: Path) -> None:
    path.with_name("a.zip.json").write_text("[]")


def lose_record(path: Path) -> None:
    path.with_name("a.zip.json").unlink()


def lose_file(path: Path) -> None:
    path.unlink()


SPOILT = [spoil_length, spoil_content, spoil_record, spoil_sense, lose_record, lose_file]


@pytest.mark.parametrize("spoil", SPOILT)
@pytest.mark.parametrize("known", [True, False], ids=["known", "new process"])
def test_what_is_not_whole_is_not_served_but_made_again(
    tmp_path: Path, spoil: Callable[[Path], None], known: bool
) -> None:
    files = KeptFiles(tmp_path, MOST)
    path = files.get_or_make("a.zip", writer(b"content")).path
    spoil(path)
    os.utime(path.parent)
    if not known:
        files = KeptFiles(tmp_path, MOST)
    assert files.get("a.zip") is None
    assert files.get_or_make("a.zip", writer(b"content")).path.read_bytes() == b"content"


def test_many_at_once_make_it_once(tmp_path: Path) -> None:
    files, begun, go_on = KeptFiles(tmp_path, MOST), Event(), Event()
    made: list[int] = []

    def slow(path: Path) -> Mapping[str, Any]:
        begun.set()
        assert go_on.wait(LONGEST)
        return writer(b"content", made)(path)

    with ThreadPoolExecutor(8) as pool:
        running = [pool.submit(files.get_or_make, "a.zip", slow) for _ in range(8)]
        assert begun.wait(LONGEST)
        with pytest.raises(BeingMade):
            files.get_or_make("a.zip", never, seconds=0.01)
        with pytest.raises(BeingMade):
            KeptFiles(tmp_path, MOST).get_or_make("a.zip", never, seconds=0.01)
        go_on.set()
        found = {future.result(LONGEST).sha256 for future in running}
    assert (len(made), len(found)) == (1, 1)


PROCESS = """
import sys
from pathlib import Path
from app.web.answering.kept_files import KeptFiles

def make(path):
    with Path(sys.argv[2]).open("a") as log:
        log.write("made\\n")
    path.write_bytes(b"x" * 3_000_000)
    return {}

print(KeptFiles(Path(sys.argv[1]), 10**9).get_or_make("a.zip", make).sha256)
"""


def test_several_processes_make_it_once(tmp_path: Path) -> None:
    log = tmp_path / "log"
    arguments = [sys.executable, "-c", PROCESS, str(tmp_path / "cache"), str(log)]
    running = [
        subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(3)
    ]
    found = {process.communicate(timeout=LONGEST)[0] for process in running}
    assert [process.returncode for process in running] == [0, 0, 0]
    assert len(found) == 1
    assert log.read_text() == "made\n"


def test_the_oldest_go_when_the_room_is_full(tmp_path: Path) -> None:
    files = KeptFiles(tmp_path, 250)
    for age, name in enumerate(["a", "b", "c"]):
        path = files.get_or_make(name, writer(b"x" * 100)).path
        os.utime(path, (1_000 + age, 1_000 + age))
    files.get_or_make("d", writer(b"x" * 100))
    assert [files.get(name) is not None for name in "abcd"] == [False, False, True, True]
    assert not list(tmp_path.glob("a*"))
    files.get_or_make("large", writer(b"x" * 1000))
    assert [files.get(name) is not None for name in ("c", "d", "large")] == [False, False, True]


def test_what_was_never_finished_is_cleared_away(tmp_path: Path) -> None:
    left, fresh = tmp_path / "a.zip.left.part", tmp_path / "a.zip.fresh.part"
    for path in (left, fresh):
        path.write_bytes(b"half")
    os.utime(left, (0, 0))
    KeptFiles(tmp_path, MOST).get_or_make("b.zip", writer(b"content"))
    assert (left.exists(), fresh.exists()) == (False, True)


def test_where_nothing_can_be_written_another_place_is_found(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A file stands where the folder should be, which stops root as well."""
    place = tmp_path / "cache"
    place.write_text("in the way")
    files = KeptFiles(place, MOST)
    with caplog.at_level(logging.WARNING):
        found = files.get_or_make("a.zip", writer(b"content"))
    assert not found.path.is_relative_to(tmp_path)
    assert files.get_or_make("a.zip", never) == found
    assert KeptFiles(place, MOST).get("a.zip") == found
    assert "takes no files" in caplog.text
    assert place.read_text() == "in the way"
    assert json.loads(found.path.with_name("a.zip.json").read_text())["bytes"] == 7


def test_a_temporary_folder_goes_with_the_site() -> None:
    files = KeptFiles(Path("/dev/null/none"), 1_000)
    folder = files.folder
    assert folder.is_dir()
    clear_up()
    assert not folder.exists()
    assert files.folder.is_dir()
    clear_up()
