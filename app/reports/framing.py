"""What every report has around its sections."""

from app.domain.message import say
from app.domain.release import Release
from app.reports.document import ReportWords
from app.reports.telling import Teller
from app.web.api.attribution import attribution
from app.web.made_up import file_stem


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


def stem_of(release: Release, kind: str, id: str, language: str) -> str:
    """What the files of a report are called, without their ending."""
    return f"{file_stem(release)}-{kind}-{id}-r{release.number}-{language}"
