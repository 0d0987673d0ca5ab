"""The frame of every page of the workspace: its menu, who is signed in, and what was just done."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Final

from fastapi import Depends, Query, Request
from pydantic import BaseModel, ConfigDict
from starlette.responses import HTMLResponse, RedirectResponse

from app.config import settings
from app.database import Engine, engine_for
from app.domain.editing import Actor, Doing, Role, may
from app.domain.message import Message, say
from app.editorial.draft import NotAllowed
from app.features.editorial.access import SignedInDep
from app.web.addresses import address
from app.web.page.rendering import PageContent, render
from app.web.words.languages import language_of

TIPS: Final = "/redaksjon/tips"

MENU: Final = (
    (say("My drafts"), "/redaksjon", Role.EVALUATOR),
    (say("Files"), "/redaksjon/filer", Role.EVALUATOR),
    (say("To review"), "/redaksjon/ko", Role.EDITOR),
    (say("Public"), "/redaksjon/poster", Role.EDITOR),
    (say("Tips"), TIPS, Role.ADMINISTRATOR),
    (say("Accounts"), "/redaksjon/kontoer", Role.ADMINISTRATOR),
    (say("Ledger"), "/redaksjon/logg", Role.EDITOR),
)
"""Label, address, and who may go there."""

DONE: Final[Mapping[str, Message]] = {
    "created": say("The draft has been made."),
    "saved": say("Saved."),
    "submitted": say("The draft has been submitted. Somebody else reviews it now."),
    "sent-back": say("The draft has been sent back to who wrote it."),
    "dated": say("The dates have been saved."),
    "published": say("Published. It is on the public site now."),
    "scheduled": say("Approved. It is published when its embargo ends."),
    "unchanged": say("Nothing differs from what is public, so there is no new release."),
    "discarded": say("The draft has been discarded."),
    "removed": say("The file has been removed."),
}
"""What is said on the page that one is led to after something was done."""


class WorkspaceParameters(BaseModel):
    """What pages of the workspace take from their address: what was just done."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    done: str | None = None


WorkspaceParametersDep = Annotated[WorkspaceParameters, Query()]


@dataclass(frozen=True, slots=True)
class Workspace:
    """Given to every template of the workspace as `workspace`."""

    actor: Actor
    login: str
    csrf: str
    within: str = ""
    """The address in the menu that the page belongs to."""
    done: Message | None = None

    @property
    def menu(self) -> tuple[tuple[Message, str], ...]:
        """Label and address of all that this account may go to."""
        return tuple(
            (label, path)
            for label, path, least in MENU
            if self.actor.is_at_least(least) and (path != TIPS or settings().takes_tips)
        )

    @property
    def who(self) -> Message:
        return say("%(login)s, %(office)s", login=self.login, office=self.actor.office)

    @property
    def is_editor(self) -> bool:
        return self.actor.is_at_least(Role.EDITOR)


def writing_engine() -> Engine:
    """Where drafts and what is public are written."""
    return engine_for(settings().database_url, writes=True)


def show(
    request: Request,
    workspace: Workspace,
    template: str,
    content: PageContent,
    within: str,
    *,
    status: int = 200,
    done: str | None = None,
) -> HTMLResponse:
    """A page of the workspace."""
    framed = replace(workspace, within=within, done=DONE.get(done or ""))
    return render(
        request,
        template,
        content,
        status=status,
        noindex=True,
        workspace=framed,
    )


def led_to(request: Request, path: str, done: str | None = None) -> RedirectResponse:
    """Leads to a page after something was done, so that loading it anew does nothing again."""
    query = [("done", done)] if done else []
    return RedirectResponse(address(path, language_of(request), query), 303)


def workspace(found: SignedInDep) -> Workspace:
    """Who is signed in, with the frame of their pages."""
    return Workspace(found.account.actor, found.account.login, found.csrf)


WorkspaceDep = Annotated[Workspace, Depends(workspace)]


def permit(actor: Actor, doing: Doing) -> None:
    """Lets those by who may do something at all.

    Raises:
        NotAllowed: this account may not.
    """
    why = may(actor, doing)
    if why is not None:
        raise NotAllowed(why)
