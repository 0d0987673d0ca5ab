"""Findings of a text into the document, with the lines that each of them stands on."""

from collections.abc import Iterable
from typing import Any, Final

from app.domain.evaluation import FindingKind
from app.domain.language import LANGUAGES
from app.domain.message import Message, say
from app.domain.method import MethodVersion
from app.publishing.importing.foreign.documents import DocumentDraft
from app.publishing.importing.foreign.findings import AreaFindings
from app.publishing.importing.foreign.notes import Notes

_KEYS: Final = {
    FindingKind.STRENGTH: "strengths",
    FindingKind.CHALLENGE: "challenges",
    FindingKind.WEAKNESS: "weaknesses",
}
_MEANINGS: Final[dict[FindingKind, Message]] = {
    FindingKind.STRENGTH: say("A strength"),
    FindingKind.CHALLENGE: say("A challenge"),
    FindingKind.WEAKNESS: say("A weakness"),
}


def put_findings(
    draft: DocumentDraft,
    version: MethodVersion,
    found: Iterable[AreaFindings],
    document: int,
    notes: Notes,
) -> None:
    """All areas' findings. Where an area's headings do not tell its language, that is asked."""
    kept: list[tuple[int, AreaFindings]] = []
    for one in found:
        no = one.area.no(version.version)
        if no is None:
            continue
        findings: dict[str, Any] = {"lang": _language(one, no, notes)}
        for kind, key in _KEYS.items():
            findings[key] = one.texts(kind)
        if findings["lang"] is None:
            del findings["lang"]
        if any(findings[key] for key in _KEYS.values()):
            draft.area(no).findings = findings
            kept.append((no, one))
    for no, one in kept:
        _note(draft, no, one, document, notes)


def _note(draft: DocumentDraft, no: int, found: AreaFindings, document: int, notes: Notes) -> None:
    position = sorted(draft.areas).index(no)
    for kind, key in _KEYS.items():
        texts = found.texts(kind)
        for index, spots in enumerate(found.spots(kind)):
            draft.area(no).places["findings", key, index] = spots[0].place
            way = ("areas", position, "findings", key, index)
            for spot in spots:
                notes.cell(spot, _MEANINGS[kind], texts[index], document=document, way=way)


def _language(found: AreaFindings, no: int, notes: Notes) -> str | None:
    id = f"language:{found.spot.place.sheet}:{found.spot.where}"
    answer = notes.answer(id)
    if answer in LANGUAGES:
        return answer
    if found.language is not None:
        return found.language
    if len(found.area.languages) == 1:
        return next(iter(found.area.languages))
    asked = say("Which language are the findings of area %(no)s in?", no=no)
    choices = [(code, language.name) for code, language in LANGUAGES.items()]
    notes.ask(id, found.spot.place, asked, choices)
    return None
