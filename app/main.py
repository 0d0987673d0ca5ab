"""Builds the application, and does nothing else."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from fastapi import APIRouter
from sqlalchemy.exc import SQLAlchemyError

from app.bounds import DUE_SECONDS, FILE_AT_ONCE, FORGET_SECONDS
from app.config import settings
from app.database import BACKGROUND, engine_for, open_desk, open_session, session_factory
from app.domain.language import LANGUAGES
from app.editorial.due import due, publish_due
from app.editorial.forgetting import forget, is_due
from app.features import (
    about,
    api_docs,
    areas,
    assistants,
    averages,
    compare,
    counties,
    data,
    discovery,
    editorial,
    evaluation_list,
    evaluations,
    feeds,
    findings,
    gold_stars,
    groups,
    home,
    methods,
    municipalities,
    municipality_list,
    operations,
    points,
    quality,
    questions,
    reports,
    stories,
    twins,
    what_if,
)
from app.features import map as map_
from app.features.data.package_files import prepare
from app.features.data.vocabulary import ALSO_CALLED, CATALOGUE, CATALOGUE_FORMS
from app.features.dependencies import MOST_NEARBY
from app.features.editorial.access import brings_known_session
from app.queries.evaluations import summaries
from app.queries.reading import open_reading
from app.queries.search import nearest
from app.queries.warming import warm
from app.queries.watching import ReleaseWatch
from app.reports.making import REPORT_FILES
from app.upkeep.opening import up_to_date
from app.web.answering.negotiated import Forms
from app.web.answering.newest import Newest
from app.web.api.description import work_out_fields
from app.web.errors import pages as error_pages
from app.web.measures import measure
from app.web.observing.metrics import gauge
from app.web.repeating import Repeating
from app.web.root_path import root_fault
from app.web.site import Site

FEATURES: Final = (
    home,
    municipality_list,
    municipalities,
    evaluation_list,
    evaluations,
    points,
    compare,
    findings,
    gold_stars,
    counties,
    groups,
    methods,
    areas,
    questions,
    averages,
    stories,
    reports,
    twins,
    what_if,
    map_,
    data,
    quality,
    api_docs,
    feeds,
    discovery,
    assistants,
    about,
    operations,
    editorial,
)
"""In the order in which the API is described. Which of them answers depends on addresses alone."""

ROUTERS: Final = tuple(router for feature in FEATURES for router in feature.routers)


def create_app(routers: Sequence[APIRouter] = ROUTERS) -> Site:
    """The site with its pages and its errors.

    Raises:
        ValueError: the settings cannot be meant.
    """
    chosen = settings()
    if fault := root_fault(chosen.root_path):
        raise ValueError(fault)
    site = Site(Newest(ReleaseWatch(), chosen.release_ttl_seconds, _make_ready), chosen)
    site.include_routers(routers)
    site.private.admits = brings_known_session
    site.negotiated.forms[CATALOGUE] = Forms(CATALOGUE_FORMS, ALSO_CALLED)
    work_out_fields(site.routes)
    measure(site)
    gauge("program_exchanged", lambda: REPORT_FILES.is_outdated)
    error_pages.install(site, (SQLAlchemyError,), _may_mean)
    site.beside.append(REPORT_FILES)
    if not chosen.read_only:
        site.beside.append(Repeating(_publish_due, DUE_SECONDS))
        site.beside.append(Repeating(forget_in_time, FORGET_SECONDS))
    return site


def _publish_due() -> None:
    """Publishes what an embargo held back until now. Where nothing is due, one statement says so,
    and nobody who writes is waited for."""
    now = datetime.now(UTC)
    with session_factory(engine_for(settings().database_url, purpose=BACKGROUND))() as session:
        waiting = due(session, now)
    if waiting:
        publish_due(up_to_date(), now)


def forget_in_time() -> None:
    """Deletes what is not public and has been kept for its time: files, links, sessions, tips."""
    now = datetime.now(UTC)
    with session_factory(engine_for(settings().database_url, purpose=BACKGROUND))() as session:
        found = is_due(session, now)
    if found:
        with open_desk(writes=True) as session:
            forget(session, now)


def _may_mean(words: str, language: str) -> list[tuple[str, str]]:
    """The municipalities that the words of an address with no page may mean."""
    with open_session() as session:
        reading = open_reading(session, collation=LANGUAGES[language].collation)
        found = nearest(reading, words, MOST_NEARBY)
    return [(one.label, f"/kommuner/{one.slug}") for one in found]


def _make_ready() -> None:
    """Reads what every page of a new release needs. The file of a large one is begun: that of a
    small one is made in no time when somebody asks for it."""
    with open_session(BACKGROUND) as session:
        reading = open_reading(session)
        warm(reading)
        if len(summaries(reading)) > FILE_AT_ONCE:
            prepare(reading.release)
