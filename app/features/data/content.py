"""`/data`: what the whole data set holds, and how to take it."""

from dataclasses import dataclass
from datetime import date, datetime

from app.bounds import LARGEST_WORKBOOK_ROWS
from app.domain.message import Message, say, say_n
from app.domain.release import Release
from app.features.data.about_dataset import DESCRIPTION, TITLE
from app.features.data.holdings import DatasetPart, ReleaseSlice
from app.features.data.package import package_name, package_path, parts
from app.features.data.package_files import PackageFile, package_file
from app.features.data.table_files import table_path
from app.queries import history, method
from app.queries.extent import Extent, extent
from app.queries.reading import Reading
from app.web.api.formats import Format
from app.web.made_up import titled


@dataclass(frozen=True, slots=True)
class DataContent:
    """Everything on the page, and what describes the data set to machines.

    `made` is None while the file of the release is being made.
    """

    release: Release
    parts: tuple[DatasetPart, ...]
    extent: Extent
    made: PackageFile | None
    first_published: datetime
    """When the first release came."""

    @property
    def title(self) -> Message:
        return say("The data")

    @property
    def dataset_title(self) -> Message:
        return titled(TITLE, self.release)

    @property
    def description(self) -> Message:
        return DESCRIPTION

    @property
    def api_summary(self) -> Message:
        return say("every page as %(formats)s", formats=tuple(found.noun for found in Format))

    @property
    def lead(self) -> Message:
        """What there is, in one sentence."""
        return say_n(
            "%(n)s evaluation of one municipality, with sources, is free to use.",
            "%(n)s evaluations of %(municipalities)s municipalities, with sources, "
            "are free to use.",
            self.extent.evaluations,
            municipalities=self.extent.municipalities,
        )

    @property
    def version_notes(self) -> Message:
        """What this release holds."""
        return say_n(
            "Release %(number)s of %(day)s: %(n)s evaluation of one municipality.",
            "Release %(number)s of %(day)s: %(n)s evaluations of %(municipalities)s "
            "municipalities.",
            self.extent.evaluations,
            number=str(self.release.number),
            day=self.release.published_at.date(),
            municipalities=self.extent.municipalities,
        )

    @property
    def rows(self) -> int:
        """The rows of all tables; 0 while they are being counted."""
        return 0 if self.made is None else sum(self.made.rows.values())

    @property
    def years(self) -> tuple[date, date] | None:
        """From the first day of the first year to the last day of the last; None where none is."""
        if self.extent.years is None:
            return None
        first, last = self.extent.years
        return date(first, 1, 1), date(last, 12, 31)

    @property
    def file(self) -> str:
        """What the file of the whole data set is called."""
        return package_name(self.release.number)

    @property
    def file_path(self) -> str:
        return package_path(self.release.number)

    def table_path(self, part: DatasetPart, suffix: str) -> str:
        """Where a table is found by itself."""
        return table_path(part.name, Format(suffix))

    def fits_a_workbook(self, part: DatasetPart) -> bool:
        """Whether a table is short enough for a spreadsheet."""
        return self.made is not None and self.made.rows[part.name] <= LARGEST_WORKBOOK_ROWS


def data_content(reading: Reading) -> DataContent:
    """Counts what there is. Four statements, and those that make a small file."""
    outline = parts(ReleaseSlice(method.instrument(reading)))
    first = history.known_releases(reading)[-1].published_at
    return DataContent(reading.release, outline, extent(reading), package_file(reading), first)
