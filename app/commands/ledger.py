"""`kompass ledger`: who did what, when and why, and whether the chain holds."""

from dataclasses import asdict
from typing import Any

from app.commands.outcome import Ended, ExitCode, outcome
from app.database import session_factory
from app.domain.ledger import LedgerBroken, LedgerEntry
from app.editorial import ledger
from app.upkeep.opening import up_to_date


def list_entries(
    draft: int | None, key: str | None, after: int, most: int, *, as_json: bool
) -> None:
    """The entries in the order they were written."""
    with outcome(as_json=as_json) as out:
        with session_factory(up_to_date())() as session:
            found = ledger.entries(session, draft=draft, key=key, after=after, most=most)
        out.data["entries"] = [_data(entry) for entry in found]
        for entry in found:
            out.line(_line(entry))
        if not found:
            out.line("Nothing stands in the ledger yet.", error=True)


def verify_chain(noted: str, *, as_json: bool) -> None:
    """Whether each entry follows from the one before, and the one that was `noted` is there."""
    with outcome(as_json=as_json) as out:
        try:
            with session_factory(up_to_date())() as session:
                count = ledger.verify(session)
                last = ledger.entries(session, after=count - 1) if count else ()
                if noted and not ledger.holds(session, noted):
                    raise LedgerBroken(count + 1, "the entry with the noted hash is not there")
        except LedgerBroken as broken:
            out.data |= {"broken_at": broken.seq, "why": broken.why}
            out.problem(str(broken))
            raise Ended(ExitCode.FAULTS) from None
        out.data |= {"entries": count, "last_hash": last[-1].hash if last else None}
        out.line(f"The ledger is whole: {count} {'entry' if count == 1 else 'entries'}.")
        if last:
            out.line(f"The hash of the last one, to be noted elsewhere: {last[-1].hash}")


def _line(entry: LedgerEntry) -> str:
    what = " ".join(filter(None, (entry.kind, entry.key)))
    parts = (
        f"{entry.seq}",
        f"{entry.at:%Y-%m-%d %H:%M}",
        entry.step,
        entry.office,
        f"draft {entry.draft}" if entry.draft else "",
        what,
        f"release {entry.release}" if entry.release else "",
        f"“{entry.reason}”" if entry.reason else "",
    )
    return "  ".join(part for part in parts if part)


def _data(entry: LedgerEntry) -> dict[str, Any]:
    return {**asdict(entry), "at": entry.at.isoformat()}
