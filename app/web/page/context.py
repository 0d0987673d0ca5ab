"""What a page knows of itself: its language, its address, and those it leads to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from app.config import Settings
from app.domain.language import DEFAULT, LANGUAGES, Language
from app.domain.message import Message
from app.domain.municipality import Municipality
from app.domain.release import Release
from app.web.addresses import OWN, address, query_string
from app.web.api.csv_files import parameters_of
from app.web.api.downloads import DataLink, label_of, offered
from app.web.api.formats import CUBES, Format, Part
from app.web.made_up import is_made_up, titled
from app.web.page.assets import asset_address
from app.web.page.citations import Citation
from app.web.page.reading_lines import ReadingLine, reading_lines
from app.web.pictures.figures import FigureView
from app.web.pictures.provenance import notes_of
from app.web.pictures.snippets import (
    FILES,
    FRAME_HEIGHT,
    FRAME_WIDTH,
    PICTURES,
    SUFFIXES,
    Places,
    Snippet,
    snippets,
)
from app.web.words.languages import translate


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in a language."""

    language: Language
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Counterpart:
    """What the API answers for a page: its path, its formats, and how many rows its files have.

    `without` are the parameters of the page that the API does not take, `chosen` those that say
    there what the path says here, or what the page has settled by itself. `codes` are the columns
    of its table whose texts look like numbers.
    """

    path: str
    formats: tuple[Format, ...] = CUBES
    rows: int | None = None
    without: tuple[str, ...] = ("page",)
    chosen: tuple[tuple[str, str], ...] = ()
    codes: tuple[str, ...] = ("code", "method_version")


@dataclass(frozen=True, slots=True)
class PageContext:
    """Given to every template as `page`. `path` is without language, `release` None on errors."""

    language: str
    path: str
    query: tuple[tuple[str, str], ...]
    title: str
    description: str | None
    release: Release | None
    noindex: bool
    site: Settings
    counterpart: Counterpart | None = None
    card: bool = False
    """Whether the page has a picture of its own for where it is shared."""
    structured: Markup | None = None
    """What search engines are told of real data in the words of schema.org."""
    own: Municipality | None = None
    """The reader's, where the address says so; it is marked where it stands."""

    @property
    def is_demo(self) -> bool:
        """Whether the data are made up."""
        return is_made_up(self.release)

    @property
    def title_elsewhere(self) -> str:
        """The title where it is read away from the page: by search engines, in links and tabs."""
        return translate(titled(self.title, self.release), self.language)

    @property
    def is_frozen(self) -> bool:
        """Whether the address holds the page at a release."""
        return any(name == "release" for name, _ in self.query)

    @property
    def is_of_workspace(self) -> bool:
        """Whether it is read by those who publish: an error leads back to where they work."""
        return self.site.workspace and f"{self.path}/".startswith("/redaksjon/")

    def url(self, path: str, /, **parameters: object) -> str:
        """The address of another page in the same language, frozen where this one is."""
        query = _pairs(parameters)
        return address(path, self.language, [*query, *self._frozen(query)])

    def here(self, **parameters: object) -> str:
        """This page with some parameters changed; None takes one away, several values repeat it."""
        return self.at(self.path, **parameters)

    def at(self, path: str, /, **parameters: object) -> str:
        """Another page with the parameters of this one, some of them changed as in `here`."""
        changed = {name.removesuffix("_") for name in parameters}
        kept = [(name, value) for name, value in self.query if name not in changed]
        return address(path, self.language, [*kept, *_pairs(parameters)])

    def file_url(self, path: str) -> str:
        """The address of what exists once, not once in each language. `path` is written as in
        addresses, and may have parameters."""
        return self.site.root_path + path

    def figure_url(self, name: str) -> str:
        """The address of a figure of this page, for the same choices."""
        return address(f"{self.path.rstrip('/')}/figur/{name}", self.language, self.query)

    def figure_notes(self, figure: FigureView) -> tuple[Message, ...]:
        """What a figure is made of, what it is not, its sources, the release and the licence."""
        if self.release is None or figure.provenance is None:
            return ()
        return notes_of(self.release, figure.provenance, frozen=self.is_frozen)

    def figure_files(self, name: str) -> tuple[tuple[str | Message, str], ...]:
        """What a figure of this page can be had as, and the addresses."""
        places = self._places(name, self._of_figures())
        labels = [*(suffix.upper() for suffix in PICTURES), *map(label_of, FILES.values())]
        return tuple(
            (label, places.embed(f".{suffix}"))
            for label, suffix in zip(labels, SUFFIXES, strict=True)
        )

    @property
    def frame_size(self) -> tuple[int, int]:
        """Width and height of the frames that others paste, in pixels."""
        return FRAME_WIDTH, FRAME_HEIGHT

    def snippets(self, figure: FigureView) -> tuple[Snippet, ...]:
        """What others paste into their pages to show a figure of this page."""
        if self.release is None:
            return ()
        kept = [pair for pair in self._of_figures() if pair[0] != "release"]
        frozen = [*kept, ("release", str(self.release.number))]
        live, still = (self._places(figure.name, query) for query in (kept, frozen))
        return snippets(figure, live, still, self.release.number)

    def _of_figures(self) -> list[tuple[str, str]]:
        """The choices that a figure depends on."""
        return [pair for pair in self.query if pair[0] not in ("q", "page", OWN)]

    @property
    def share_image(self) -> str | None:
        """The whole address of the picture that goes along where this page is shared.

        It names the release: services keep a picture as long as its address is the same, and a
        correction has to be seen in it too.
        """
        if self.release is None:
            return None
        path = self.path.rstrip("/") if self.card else ""
        kept = [pair for pair in self._lasting() if self.card]
        release = ("release", str(self.release.number))
        return self._whole(f"/embed{path}/share.png", self.language, [*kept, release])

    @property
    def locale(self) -> str:
        """The language as other services write it."""
        return LANGUAGES[self.language].locale

    @property
    def citation(self) -> Citation | None:
        """How to cite this page as it is in this release."""
        if self.release is None:
            return None
        return Citation(
            publisher=self.site.publisher_name,
            title=self.title_elsewhere,
            path=self.path,
            language=self.language,
            number=self.release.number,
            published_at=self.release.published_at,
            address=self.frozen_url,
        )

    @property
    def data(self) -> tuple[tuple[Format, str], ...]:
        """The formats of the same as data with their addresses, the first being JSON."""
        counterpart = self.counterpart
        if counterpart is None:
            return ()
        query = self._of_counterpart(counterpart)
        return tuple(
            (found, address(_suffixed(counterpart.path, found), DEFAULT, query))
            for found in counterpart.formats
        )

    @property
    def data_links(self) -> tuple[DataLink, ...]:
        """The same as files, in the order in which people are led to them."""
        counterpart = self.counterpart
        if counterpart is None:
            return ()
        query = self._of_counterpart(counterpart)
        return tuple(
            DataLink(
                label_of((found, dialect)),
                address(
                    _suffixed(counterpart.path, found), DEFAULT, [*query, *parameters_of(dialect)]
                ),
                found.part is Part.TABLE,
            )
            for found, dialect in offered(counterpart.formats)
        )

    @property
    def reading_lines(self) -> tuple[ReadingLine, ...]:
        """How programs for statistics read the table of this page."""
        counterpart = self.counterpart
        if counterpart is None or Format.CSV not in counterpart.formats:
            return ()
        file = dict(self.data)[Format.CSV]
        return reading_lines(self.site.origin + file, counterpart.codes)

    def asset(self, name: str) -> str:
        """The address of a built file by its logical name."""
        return asset_address(name)

    @property
    def canonical(self) -> str:
        """The whole address of this page as it is now, without a release."""
        return self._absolute(self.language)

    @property
    def frozen_url(self) -> str:
        """The whole address of this page that will never change."""
        kept = self._lasting()
        if self.release is not None:
            kept = [*kept, ("release", str(self.release.number))]
        return self._whole(self.path, self.language, kept)

    @property
    def alternates(self) -> tuple[Alternate, ...]:
        """This page in every language offered."""
        return tuple(
            Alternate(
                language,
                address(self.path, language.code, self.query),
                language.code == self.language,
            )
            for language in LANGUAGES.values()
        )

    @property
    def absolute_alternates(self) -> tuple[tuple[str, str], ...]:
        """Whole addresses by language code, and what those are led to who read none of them."""
        found = [(language.code, self._absolute(language.code)) for language in LANGUAGES.values()]
        return (*found, ("x-default", self._absolute(DEFAULT)))

    @property
    def report_url(self) -> str:
        """How to report an error on this page: a letter that says which page it is."""
        subject = quote(f"{self.title} ({self.path})")
        return f"mailto:{self.site.contact_email}?subject={subject}"

    def _of_counterpart(self, counterpart: Counterpart) -> list[tuple[str, str]]:
        """What the API is asked for to answer the same as this page."""
        without = (*counterpart.without, OWN)
        kept = [(name, value) for name, value in self.query if name not in without]
        language = [] if self.language == DEFAULT else [("lang", self.language)]
        return [*counterpart.chosen, *kept, *language]

    def _places(self, name: str, query: Iterable[tuple[str, str]]) -> Places:
        figure = self._whole(f"/embed{self.path.rstrip('/')}/{name}", self.language)
        page = self._whole(self.path, self.language)
        return Places(figure, page, query_string(query))

    def _whole(self, path: str, language: str, query: Iterable[tuple[str, str]] = ()) -> str:
        return self.site.origin + address(path, language, query)

    def _absolute(self, language: str) -> str:
        return self._whole(self.path, language, self._lasting())

    def _lasting(self) -> list[tuple[str, str]]:
        return [pair for pair in self.query if pair[0] not in ("release", OWN)]

    def _frozen(self, given: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        if any(name == "release" for name, _ in given):
            return []
        return [(name, value) for name, value in self.query if name == "release"]


def _suffixed(path: str, wanted: Format) -> str:
    return path if wanted is Format.JSON else path + wanted.suffix


def _pairs(parameters: Mapping[str, object]) -> list[tuple[str, str]]:
    """Parameters as an address has them: one given as a tuple stands there once for each value."""
    return [
        (name.removesuffix("_"), _text(one))
        for name, value in parameters.items()
        for one in (value if isinstance(value, tuple) else (value,))
    ]


def _text(value: object) -> str:
    return "" if value is None else str(value)
