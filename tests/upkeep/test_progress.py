"""How far a command has come: a bar on a terminal, a bounded number of lines elsewhere."""

import io

from rich.console import Console

from app.upkeep.progress import shown_progress


def told(total: int, every: int = 500, *, terminal: bool = False) -> str:
    """What is shown while so much is done."""
    file = io.StringIO()
    console = Console(file=file, force_terminal=terminal, width=80)
    with shown_progress(console) as tell:
        for done in range(0, total + 1, every):
            tell("Writing", done, total)
    return file.getvalue()


def test_no_more_lines_than_ten_a_step() -> None:
    lines = told(100_000).splitlines()
    assert len(lines) == 10
    assert lines[0] == "Writing: 10000 of 100000"
    assert lines[-1] == "Writing: 100000 of 100000"


def test_what_is_over_at_once_is_not_told() -> None:
    assert told(4_000) == ""


def test_a_terminal_has_a_bar() -> None:
    shown = told(4_000, terminal=True)
    assert "Writing" in shown
    assert "4000/4000" in shown
    assert "━" in shown
