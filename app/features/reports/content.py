"""What the page of a report shows: the report itself, and where it can be had as a file."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Final, NoReturn
from urllib.parse import parse_qsl, urlsplit

from app import bounds
from app.config import settings
from app.domain.message import LocalText, Message, say, say_n
from app.reports.document import Block, Report
from app.reports.job_states import Stage
from app.reports.jobs import FORMATS, ReportFormat, ReportKind
from app.reports.sheet.model import CouncilSheet
from app.web.addresses import query_string

FORMAT_WORDS: Final = {
    ReportFormat.PDF: say("PDF, to print and to read"),
    ReportFormat.DOCX: say("Document, to go on writing in"),
    ReportFormat.PPTX: say("Slides"),
}


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A report as a page. `path` is its address, without language and ending; `trail` leads to it:
    labels and paths, the last without. `source` is the page that it is made from, for the same
    choices."""

    report: Report
    kind: ReportKind
    path: str
    trail: tuple[tuple[Message | str, str | None], ...]
    source: tuple[Message, str]
    is_frozen: bool

    @property
    def title(self) -> Message:
        return say(
            "%(title)s: %(subtitle)s", title=self.report.title, subtitle=self.report.subtitle
        )

    @property
    def description(self) -> Message:
        return _DESCRIPTIONS[self.kind](self.report.subtitle)

    @property
    def files(self) -> tuple[tuple[Message, str], ...]:
        """What it can be had as, and the paths."""
        return files_of(self.kind, self.path)

    def kind_of(self, block: Block) -> str:
        """What shows a block."""
        return type(block).__name__.lower()

    def refuse(self, block: Block) -> NoReturn:
        """Ends a page that does not know a block: else it would be lost without a word.

        Raises:
            TypeError: always.
        """
        raise TypeError(f"the page of a report does not know how to show {type(block).__name__}")

    def link(self, address: str) -> str:
        """Where a link of the report leads from this page."""
        return site_link(address, self.is_frozen)


def site_link(address: str, is_frozen: bool) -> str:
    """Where a link of a report leads from its page: on the site, as frozen as the page is; what is
    printed always leads to its release."""
    chosen = settings()
    if not f"{address}/".startswith((f"{chosen.site_address}/", f"{chosen.site_address}?")):
        return address
    if is_frozen:
        return address.removeprefix(chosen.origin)
    found = urlsplit(address)
    query = [pair for pair in parse_qsl(found.query) if pair[0] != "release"]
    mark = f"#{found.fragment}" if found.fragment else ""
    return f"{found.path}{query_string(query)}{mark}"


@dataclass(frozen=True, slots=True)
class SheetPage:
    """The sheet of an evaluation as a page; `trail` as that of a report."""

    sheet: CouncilSheet
    path: str
    trail: tuple[tuple[Message | str, str | None], ...]
    is_frozen: bool

    def link(self, address: str) -> str:
        """Where a link of the sheet leads from this page."""
        return site_link(address, self.is_frozen)

    @property
    def title(self) -> Message:
        return say("%(title)s", title=self.sheet.title)

    @property
    def description(self) -> Message:
        return say(
            "The evaluation of %(name)s with Kommunekompasset on one page: points, strengths and "
            "weaknesses, and how it has developed.",
            name=self.sheet.title,
        )

    @property
    def files(self) -> tuple[tuple[Message, str], ...]:
        """What it can be had as, and the paths."""
        return files_of(ReportKind.SHEET, self.path)


def files_of(kind: ReportKind, path: str) -> tuple[tuple[Message, str], ...]:
    """What a report can be had as, and the paths."""
    return tuple((FORMAT_WORDS[format], f"{path}{format.suffix}") for format in FORMATS[kind])


_DESCRIPTIONS: Final[dict[ReportKind, Callable[[str], Message]]] = {
    ReportKind.EVALUATION: lambda named: say(
        "The report of the evaluation of %(name)s with Kommunekompasset: points, questions, "
        "strengths and weaknesses of every area, and whom to learn from.",
        name=named,
    ),
    ReportKind.JOINT: lambda named: say(
        "A joint report on the results of %(name)s in Kommunekompasset: who can learn what from "
        "whom.",
        name=named,
    ),
}


@dataclass(frozen=True, slots=True)
class FileProgress:
    """What is shown of a file that is being made, and in the end of one that is there or cannot be:
    how far it is while neither is so."""

    page: str
    """The path of the page that shows the same."""
    stage: Stage | None = None
    before: int = 0
    """How many files are made before it."""
    failed: Message | LocalText | None = None
    """Why it cannot be had."""
    description: ClassVar[None] = None

    @property
    def is_ready(self) -> bool:
        return self.stage is None and self.failed is None

    @property
    def title(self) -> Message:
        if self.stage is not None:
            return say("The file is being made")
        return say("The file is ready") if self.is_ready else say("The file cannot be had now")

    @property
    def detail(self) -> Message | LocalText:
        """How far it is, or how it ended."""
        if self.failed is not None:
            return self.failed
        if self.stage is None:
            return say("The file is ready.")
        if self.stage is Stage.WRITING:
            return say("The report is put together. Now the file is written.")
        if self.stage is Stage.READING or not self.before:
            return say("The report is being put together.")
        return say_n(
            "%(n)s other file is made first.", "%(n)s other files are made first.", self.before
        )

    @property
    def steps(self) -> int:
        """Done, of three: it has had its turn, it is put together, it is written."""
        return 3 if self.stage is None else list(Stage).index(self.stage)

    @property
    def seconds(self) -> int:
        """After which a script asks anew."""
        return bounds.REPORT_AGAIN_SECONDS
