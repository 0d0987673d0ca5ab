"""`/redaksjon/tips`: what has been told, for those who deal with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, ClassVar, Final, Literal

from fastapi import APIRouter, Form, Path, Query, Request
from pydantic import BaseModel, ConfigDict
from starlette.responses import HTMLResponse, RedirectResponse

from app.database import Session
from app.domain.editing import Actor
from app.domain.message import Message, say
from app.domain.tips import CONTACT_DAYS, HANDLED_DAYS, Tip, TipKind, TipState
from app.editorial import tips
from app.features.dependencies import DeskSessionDep
from app.features.editorial.access import AdministratorDep
from app.features.editorial.tips.form_content import TIP_KIND_WORDS
from app.features.editorial.workspace import TIPS, WorkspaceDep, led_to, show

router = APIRouter(include_in_schema=False)

Do = Callable[[Session, Actor, int], object]


class TipsParameters(BaseModel):
    """Which tips are shown: those that are new, or those that have been dealt with."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    state: TipState = TipState.NEW


class TipStepForm(BaseModel):
    """What is done with a tip."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    doing: Literal["handle", "forget-contact", "forget"]
    csrf: str = ""


@dataclass(frozen=True, slots=True)
class TipsContent:
    """The tips in a state, the newest first."""

    tips: tuple[Tip, ...]
    state: TipState
    days: int = CONTACT_DAYS
    handled_days: int = HANDLED_DAYS
    title: ClassVar[Message] = say("Tips")
    description: ClassVar[None] = None
    kinds: ClassVar[Mapping[TipKind, Message]] = TIP_KIND_WORDS

    @property
    def others(self) -> TipState:
        """The state that is not shown."""
        return TipState.HANDLED if self.state is TipState.NEW else TipState.NEW


@router.get(TIPS)
def tips_page(
    request: Request,
    workspace: WorkspaceDep,
    actor: AdministratorDep,
    session: DeskSessionDep,
    parameters: Annotated[TipsParameters, Query()],
) -> HTMLResponse:
    shown = tips.listed(session, actor, parameters.state)
    content = TipsContent(shown, parameters.state)
    return show(request, workspace, "editorial/tips/index.html", content, TIPS)


@router.post(f"{TIPS}/{{number}}")
def tip_step(
    request: Request,
    number: Annotated[int, Path(ge=1, le=2**31 - 1)],
    actor: AdministratorDep,
    session: DeskSessionDep,
    form: Annotated[TipStepForm, Form()],
) -> RedirectResponse:
    tips.tidy(session, datetime.now(UTC))
    _DOINGS[form.doing](session, actor, number)
    return led_to(request, TIPS)


def _handle(session: Session, actor: Actor, id: int) -> object:
    return tips.handle(session, actor, id, datetime.now(UTC))


_DOINGS: Final[Mapping[str, Do]] = {
    "handle": _handle,
    "forget-contact": tips.forget_contact,
    "forget": tips.forget,
}
