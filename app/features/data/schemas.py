"""What the API answers of the data as a whole."""

from datetime import datetime

from pydantic import Field

from app.config import settings
from app.domain.changes import ChangeType, FigureChange, RecordKind
from app.domain.method import MethodVersion
from app.domain.release import Release
from app.domain.score import Figure
from app.domain.wording_changes import what_words
from app.features.data.changes_content import Differing
from app.features.data.package import package_path
from app.web.api.evaluation_document import FigureOut, figure_fields
from app.web.api.schemas import Link, Listing, Out, Released, Text, local
from app.web.languages import translate


class LicenceOut(Out):
    name: str
    id: str = Field(description="The name that SPDX gives the licence.")
    url: str


class ContactOut(Out):
    publisher: str
    email: str | None = Field(description="Where errors are reported; null where none is set.")


class LanguageOut(Out):
    code: str
    name: str
    prefix: str = Field(description="What the addresses of its pages begin with.")


class VersionOut(Out):
    version: str
    family: str = Field(description="Points are compared within a family.")
    year_from: int
    year_to: int | None
    max: float
    questions_known: bool
    summary: Text


class LimitsOut(Out):
    """The bounds of what can be asked for."""

    default_limit: int = Field(description="Items of a list, where `limit` does not say.")
    highest_limit: int
    longest_query: int = Field(description="Characters behind the question mark.")
    fewest_for_average: int = Field(description="Members that an average or a rank needs.")
    fewest_for_quartiles: int


class FormatOut(Out):
    suffix: str
    media_type: str


class ReleaseOut(Out):
    number: int
    published_at: datetime
    summary: str
    summary_lang: str
    sha256: str = Field(description="The SHA-256 of the canonical export of everything public.")
    dataset: str = Field(description="The whole data set as one file, for ever the same.")
    page: str = Field(description="The site as it was in this release.")


class ConfigAnswer(Released):
    """What a program has to know before it asks."""

    name: str
    api_version: str
    release_info: ReleaseOut
    method_versions: list[VersionOut]
    languages: list[LanguageOut]
    formats: list[FormatOut]
    dialects: list[str] = Field(description="The ways of writing CSV, for `dialect`.")
    limits: LimitsOut
    licence: LicenceOut
    cite: str = Field(description="How to say where the figures were found.")
    caveat: str
    contact: ContactOut
    addresses: dict[str, str] = Field(description="Where else to look.")


class ReleaseListing(Listing[ReleaseOut]):
    """Every release up to the one that is read, newest first."""

    links: Link


class FigureChangeOut(Out):
    """A figure before and after; null where there was none."""

    measure: str = Field(description="`total`, the number of an area or the code of a question.")
    text: str
    old: FigureOut | None
    new: FigureOut | None


class ChangeOut(Out):
    """A record that differs. `removed` is the tombstone of one that is no longer there."""

    kind: RecordKind
    key: str
    change: ChangeType
    release: int = Field(description="The release that it happened in.")
    figures: list[FigureChangeOut] = Field(
        description="Of a changed evaluation: the figures that differ."
    )


class ChangeListing(Listing[ChangeOut]):
    """What differs between `since` and the release that is read, by kind and key."""

    since: int
    links: Link


def release_out(release: Release) -> ReleaseOut:
    site = settings().site_address
    return ReleaseOut(
        number=release.number,
        published_at=release.published_at,
        summary=release.summary,
        summary_lang="nb",
        sha256=release.sha256,
        dataset=site + package_path(release.number),
        page=f"{site}/?release={release.number}",
    )


def version_out(version: MethodVersion, language: str) -> VersionOut:
    return VersionOut(
        version=version.version,
        family=version.family,
        year_from=version.year_from,
        year_to=version.year_to,
        max=float(version.max),
        questions_known=version.has_questions,
        summary=local(version.summary, language),
    )


def change_out(found: Differing, language: str) -> ChangeOut:
    change = found.change
    return ChangeOut(
        kind=change.kind,
        key=change.key,
        change=change.change,
        release=change.release,
        figures=[_figure_change(figure, language) for figure in found.figures],
    )


def _figure_change(change: FigureChange, language: str) -> FigureChangeOut:
    return FigureChangeOut(
        measure=change.code,
        text=translate(what_words(change.code), language),
        old=_figure(change.old, language),
        new=_figure(change.new, language),
    )


def _figure(figure: Figure | None, language: str) -> FigureOut | None:
    return None if figure is None else FigureOut(**figure_fields(figure, language))
