"""Two hundred imports that are killed at a random moment: nothing of them is left, or all of it."""

import json
import subprocess
import time
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Engine

from app.editorial import ledger
from app.publishing.documents import export_sha256
from tests.commands.bringing import BY, SEEN, document
from tests.commands.bringing_in import LONGEST, NEVER, bringing_in
from tests.editorial.working import within
from tests.publishing.changing import everything, exported, numbers, sha256s
from tests.serving.fixtures import Report

pytestmark = pytest.mark.soak

KILLS = 200
"""On each database."""
REPEATED = 8
"""Of so many, one is repeated to its end."""
SEVERAL = ("hemne-2018", "kramfors-2013", "mark-2024", "grastorp-2014", "orebro-2012")
WHY = ("--reason", "Feil i kilden")


def imported(url: str, path: Path, killed_after: float = LONGEST) -> float:
    """Seconds that the command worked after it was loaded; 0 where it was killed."""
    process = bringing_in(url, NEVER, "import", str(path), "--publish", *BY, *SEEN, *WHY)
    began = time.monotonic()
    try:
        process.communicate(timeout=killed_after)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        assert killed_after < LONGEST, "importing does not end"
    else:
        assert process.returncode == 0
        return time.monotonic() - began
    return 0.0


def test_imports_survive_being_killed(seeded: Engine, tmp_path: Path, report: Report) -> None:
    url = seeded.url.render_as_string(hide_password=False)
    path = tmp_path / "brought.json"
    chance, takes, after = Random(2018), 0.0, [0, 0]
    number = 1
    for turn in range(KILLS + 1):
        changed = [document(id) | {"report_number": str(number)} for id in SEVERAL]
        path.write_text(json.dumps(changed), encoding="utf-8")
        before, signed = everything(seeded), sha256s(seeded)
        moment = chance.uniform(0, 1.1) * takes if turn else LONGEST
        takes = max(takes, imported(url, path, moment))
        written = len(numbers(seeded)) > len(signed)
        after[written] += bool(turn)
        if not written:
            assert everything(seeded) == before, turn
            if turn % REPEATED == 0:
                takes = max(takes, imported(url, path))
                written = True
        number += written
        newest = len(signed) + written
        assert numbers(seeded) == [*range(newest, 0, -1)], turn
        assert export_sha256(exported(seeded)) == sha256s(seeded)[newest], turn
        within(seeded, ledger.verify)
    report(f"{after[False]} left nothing, {after[True]} were written whole")
    assert after[False]
    assert after[True]
