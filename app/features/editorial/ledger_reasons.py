"""What the ledger notes of itself, in words. Its entries are kept in one language, for they are
what is hashed; what people wrote stands as they wrote it."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from app.domain.clock import day_of
from app.domain.editing import LedgerStep, Role
from app.domain.ledger import LedgerEntry
from app.domain.message import Message, say

ROLE_NAMES: Final[Mapping[Role, Message]] = {
    Role.EVALUATOR: say("evaluator"),
    Role.EDITOR: say("editor"),
    Role.ADMINISTRATOR: say("administrator"),
}

_ACCOUNT: Final = re.compile(r"account (?P<id>[0-9]+): (?P<what>.+)")
_ADDED: Final = re.compile(r"added as (?P<role>[a-z]+)")
_BECAME: Final = re.compile(r"(?P<old>[a-z]+) became (?P<new>[a-z]+)")
_DATE: Final = re.compile(r"(?P<which>embargo|reply) (?P<at>\S+)")
_SAID: Final[Mapping[str, Message]] = {
    "opened": say("opened"),
    "closed": say("closed"),
    "another office": say("another office"),
    "password set": say("password chosen"),
}
_DATES: Final[Mapping[str, Callable[[datetime], Message]]] = {
    "embargo": lambda at: say("not public before %(at)s", at=at),
    "reply": lambda at: say("reply until %(at)s", at=day_of(at)),
}


def reason_words(entry: LedgerEntry, logins: Mapping[int, str]) -> tuple[Message | str, ...]:
    """Why something was done, or what it was, piece by piece."""
    reason = entry.reason or ""
    match entry.step:
        case LedgerStep.ACCOUNT:
            return (_of_account(reason, logins),)
        case LedgerStep.REPLY_LINK if reason == "revoked":
            return (say("taken back"),)
        case LedgerStep.DATED:
            return tuple(_of_date(part) for part in reason.split("; ") if part)
    return (reason,) if reason else ()


def _of_account(reason: str, logins: Mapping[int, str]) -> Message | str:
    found = _ACCOUNT.fullmatch(reason)
    if found is None:
        return reason
    login = logins.get(int(found["id"]), found["id"])
    return say("%(login)s: %(what)s", login=login, what=_done_to_account(found["what"]))


def _done_to_account(what: str) -> Message | str:
    added, became = _ADDED.fullmatch(what), _BECAME.fullmatch(what)
    if added is not None:
        return say("new, as %(role)s", role=_role(added["role"]))
    if became is not None:
        return say("from %(old)s to %(new)s", old=_role(became["old"]), new=_role(became["new"]))
    return _SAID.get(what, what)


def _role(name: str) -> Message | str:
    return ROLE_NAMES[Role(name)] if name in set(Role) else name


def _of_date(part: str) -> Message | str:
    found = _DATE.fullmatch(part)
    if found is None:
        return part
    return _DATES[found["which"]](datetime.fromisoformat(found["at"]))
