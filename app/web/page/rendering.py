"""Pages: frozen content and the page's own context go in, HTML in the reader's language comes out.

There is one Jinja environment a language, so that everything in a template, macros included, speaks
that language without being told.

What a template is given:
    content     the frozen answer of the feature's `content.py`: a `PageContent`
    page        this page: a `PageContext`
and whatever else the route names, such as `figures`.

Filters: `t` (a message or local text as HTML), `text` (the same without markup, for attributes),
`absent` (what stands in the place of a figure), `points`, `number`, `percent`, `date`, `sections`
(of HTML, for a menu).
Test: `unofficial` (not an official text here).
"""

from decimal import Decimal
from functools import lru_cache, partial
from typing import Any, Final, Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from app.config import ROOT, settings
from app.domain.absence import Absence, NotCompared
from app.domain.county import county_path
from app.domain.decimals import OF_TOTALS, decimals_of
from app.domain.message import LocalText, Message
from app.domain.municipality import Municipality
from app.domain.release import Release
from app.domain.score import MissingKind
from app.domain.wording.standing import absence_words
from app.web.made_up import is_made_up
from app.web.page.context import Counterpart, PageContext
from app.web.page.sections import sections
from app.web.words import formats
from app.web.words.catalogues import catalogue
from app.web.words.explained import term_parts
from app.web.words.languages import (
    Sayable,
    language_of,
    moment_marked,
    path_of,
    translate,
    translate_marked,
)
from app.web.words.spans import spans_in_words

TEMPLATES: Final = ROOT / "app" / "templates"


@lru_cache
def environment(language: str) -> Environment:
    """The templates in one language."""
    found = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        # The same as in pyproject.toml, where strings to translate are looked for.
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=partial(_finished, language=language),
    )
    translations = catalogue(language)
    install: Any = getattr(found, "install_gettext_callables")  # noqa: B009
    install(translations.gettext, translations.ngettext, newstyle=True)
    found.filters |= {
        "t": partial(translate_marked, language=language),
        "text": partial(translate, language=language),
        "absent": partial(_absent, language=language),
        "points": partial(_points, language=language),
        "total_points": partial(_points, decimals=OF_TOTALS, language=language),
        "decimals": decimals_of,
        "county_path": county_path,
        "term_parts": partial(term_parts, language=language),
        "number": partial(formats.number, language=language),
        "percent": partial(formats.percent, language=language),
        "date": partial(formats.day, language=language),
        "moment": partial(moment_marked, language=language),
        "sections": sections,
    }

    def unofficial(text: Sayable) -> bool:
        return isinstance(text, LocalText) and text.is_unofficial(language)

    found.tests["unofficial"] = unofficial
    return found


class PageContent(Protocol):
    """What a page is called, and what search engines and shared links say of it, if anything."""

    @property
    def title(self) -> Message: ...

    @property
    def description(self) -> Message | None: ...


def render(
    request: Request,
    template: str,
    content: PageContent,
    *,
    status: int = 200,
    noindex: bool = False,
    counterpart: Counterpart | None = None,
    card: bool = False,
    structured: Markup | None = None,
    own: Municipality | None = None,
    **more: object,
) -> HTMLResponse:
    """A page. `more` is given to the template under its own names; `counterpart` is the same as
    data, `card` says that there is a picture of its own for where the page is shared, `structured`
    is what search engines are told, if the data are real, and `own` is the reader's municipality,
    where it is to be marked."""
    language = language_of(request)
    release: Release | None = getattr(request.state, "release", None)
    page = PageContext(
        language=language,
        path=path_of(request),
        query=tuple(request.query_params.multi_items()),
        title=translate(content.title, language),
        description=translate(content.description, language) if content.description else None,
        release=release,
        noindex=noindex,
        site=settings(),
        counterpart=counterpart,
        card=card,
        structured=None if is_made_up(release) else structured,
        own=own,
    )
    html = environment(language).get_template(template).render(content=content, page=page, **more)
    headers = {"Content-Language": language}
    if page.data:
        headers["Link"] = f'<{page.data[0][1]}>; rel="alternate"; type="application/json"'
    return HTMLResponse(html, status, headers)


def _finished(value: object, language: str) -> object:
    """What goes onto the page: labels of namesakes as people read them, all else as it is."""
    if not isinstance(value, str):
        return value
    said = spans_in_words(value, partial(translate, language=language))
    return Markup(said) if isinstance(value, Markup) else said  # noqa: S704


def _absent(why: Absence | Sayable | None, language: str) -> Markup:
    """Why no figure stands here. There is no word for a reason that nobody has given.

    Raises:
        TypeError: nothing says why.
    """
    if why is None:
        raise TypeError("a figure that is absent needs a reason")
    words = absence_words(why) if isinstance(why, MissingKind | NotCompared) else why
    return translate_marked(words, language)


def _points(value: Decimal, decimals: int | None = None, *, language: str) -> str:
    """Points by themselves, or with as many decimals as those that they stand among."""
    return formats.points(value, language, decimals)
