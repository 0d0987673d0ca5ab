"""`/tips`: a form without an account, where the site takes tips."""

from datetime import UTC, datetime
from typing import Annotated, Final

from fastapi import APIRouter, Form, Query, Request
from pydantic import BaseModel, ConfigDict
from starlette.responses import HTMLResponse, RedirectResponse, Response

from app.config import settings
from app.domain.message import say
from app.domain.tips import WrittenTip
from app.editorial import tips
from app.editorial.tips import Sender, TipRefused
from app.errors import NotFound
from app.features.dependencies import DeskReadingDep, DeskSessionDep
from app.features.editorial.access import check_origin
from app.features.editorial.tips.form_content import TipForm, TipThanks
from app.web.addresses import address
from app.web.page.rendering import render
from app.web.parameters import PageParameters
from app.web.rate_limits import key_of
from app.web.words.languages import language_of

router = APIRouter(include_in_schema=False)

_STATUS: Final = {None: 422, TipRefused.TOO_SOON: 422, TipRefused.TOO_MANY: 429}


class TipParameters(PageParameters):
    """What the tip is about, where a page led here."""

    about: str = ""


class SentTip(BaseModel):
    """What the form sends. People do not see `website`: only programs fill it in."""

    model_config = ConfigDict(extra="ignore")

    kind: str = ""
    about: str = ""
    text: str = ""
    contact: str = ""
    website: str = ""
    mark: str = ""


@router.get("/tips")
def tips_form(
    request: Request,
    session: DeskSessionDep,
    _reading: DeskReadingDep,
    parameters: Annotated[TipParameters, Query()],
) -> HTMLResponse:
    _only_where_on()
    given = WrittenTip.of("", parameters.about, "", "")
    return _shown(request, TipForm(tips.form_mark(session, _now()), given))


@router.post("/tips")
def tip_given(
    request: Request,
    session: DeskSessionDep,
    _reading: DeskReadingDep,
    sent: Annotated[SentTip, Form()],
) -> Response:
    """A tip that is taken leads to thanks; all else shows the form again, with what was written."""
    _only_where_on()
    check_origin(request)
    now = _now()
    tip = WrittenTip.of(sent.kind, sent.about, sent.text, sent.contact)
    faults, refused = tip.faults(), None
    if not faults and not sent.website:
        refused = tips.give(session, tip, Sender(_counted_under(request), sent.mark), now)
    if faults or refused:
        # Whoever was too fast keeps the mark: it gets old enough by itself.
        mark = sent.mark if refused is None else tips.form_mark_again(session, now)
        return _shown(request, TipForm(mark, tip, faults, refused), _STATUS[refused])
    return RedirectResponse(address("/tips/takk", language_of(request)), 303)


@router.get("/tips/takk")
def thanks(
    request: Request, _reading: DeskReadingDep, _parameters: Annotated[PageParameters, Query()]
) -> HTMLResponse:
    _only_where_on()
    return render(request, "editorial/tips/thanks.html", TipThanks(), noindex=True)


def _shown(request: Request, form: TipForm, status: int = 200) -> HTMLResponse:
    return render(request, "editorial/tips/form.html", form, status=status, noindex=True)


def _only_where_on() -> None:
    """Ends here where the site takes no tips.

    Raises:
        NotFound: it takes none.
    """
    if not settings().takes_tips:
        raise NotFound(say("This site takes no tips by a form."))


def _counted_under(request: Request) -> str:
    """The address that a tip came from, as it is counted: of an IPv6 address its network."""
    host = request.client.host if request.client else ""
    return key_of(host, ()) or host


def _now() -> datetime:
    return datetime.now(UTC)
