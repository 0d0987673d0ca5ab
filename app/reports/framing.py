"""What every report has around its sections."""

from collections.abc import Iterable, Sequence
from typing import Final

from app.config import settings
from app.domain.message import Message, say
from app.domain.release import Release
from app.domain.stated import Source
from app.reports.document import Bullets, Fact, Facts, ReportSection, ReportWords
from app.reports.teller import Teller
from app.web.api.attribution import LICENCE_NAME, LICENCE_URL, TAKE_PART, attribution
from app.web.made_up import file_stem, titled
from app.web.page.citations import Citation
from app.web.words.languages import Sayable

EVALUATION: Final = say("Evaluation with Kommunekompasset")
"""What a report of one evaluation is called, before its name."""


def report_words(tell: Teller) -> ReportWords:
    """What writers say themselves."""
    return ReportWords(
        contents=tell.plain(say("Contents")),
        page=tell.plain(say("Page %(page)s of %(pages)s", page="%(page)s", pages="%(pages)s")),
        figure=tell.plain(say("Figure")),
        table=tell.plain(say("Table")),
        figure_as_table=tell.plain(say("The same as a table")),
        figures_as_tables=tell.plain(say("The figures as tables")),
        foot=tell.plain(attribution(tell.release)),
    )


def list_section(
    anchor: str, title: Message, said: Sequence[Sayable], tell: Teller
) -> tuple[ReportSection, ...]:
    """A section with a list; none where there is nothing in it."""
    return (ReportSection(anchor, tell.plain(title), tell.bullets(said)),) if said else ()


def sources_section(
    tell: Teller,
    read: Iterable[Source],
    title: Message,
    path: str,
    query: Sequence[tuple[str, str]] = (),
    *,
    has_average: bool = True,
) -> ReportSection:
    """Where everything was read, which release it is, and how to cite the report at an address.
    `has_average` where it must be known of whom an average is."""
    address, release = tell.address(path, query), tell.release
    citation = Citation(
        settings().publisher_name,
        tell.plain(titled(title, release)),
        path,
        tell.language,
        release.number,
        release.published_at,
        address,
        is_report=True,
    )
    return ReportSection(
        "sources",
        tell.plain(say("Sources and citation")),
        (
            Bullets(tuple(tell.outside(one.title, one.url) for one in each_once(read))),
            *(tell.paragraph(TAKE_PART) if has_average else ()),
            Facts(
                (
                    tell.fact(say("How to cite it"), citation.apa),
                    Fact(tell.plain(say("Address")), tell.outside(address, address)),
                    Fact(tell.plain(say("Licence")), tell.outside(LICENCE_NAME, LICENCE_URL)),
                )
            ),
        ),
    )


def each_once(read: Iterable[Source]) -> list[Source]:
    """Each source once; of one that another names more fully, that other."""
    found = list(dict.fromkeys(read))
    return [
        one
        for one in found
        if not any(
            one != other and one.title in other.title and one.url in (None, other.url)
            for other in found
        )
    ]


def stem_of(release: Release, kind: str, id: str, language: str) -> str:
    """What the files of a report are called, without their ending."""
    return f"{file_stem(release)}-{kind}-{id}-r{release.number}-{language}"
