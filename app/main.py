"""Builds the application, and does nothing else."""

from sqlalchemy.exc import SQLAlchemyError

from app.bounds import FILE_AT_ONCE
from app.config import settings
from app.database import BACKGROUND, open_session
from app.features.about.pages import router as about
from app.features.api_docs.pages import router as api_docs
from app.features.areas.api import router as areas_api
from app.features.areas.embeds import router as area_embeds
from app.features.areas.pages import router as areas
from app.features.averages.api import router as averages_api
from app.features.averages.pages import router as averages
from app.features.compare.api import router as compare_api
from app.features.compare.embeds import router as compare_embeds
from app.features.compare.pages import router as compare
from app.features.data.api import router as data_api
from app.features.data.package_files import prepare
from app.features.data.pages import router as data
from app.features.discovery.pages import router as discovery
from app.features.evaluations.api import router as evaluations_api
from app.features.evaluations.embeds import router as evaluation_embeds
from app.features.evaluations.pages import router as evaluations
from app.features.feeds.pages import router as feeds
from app.features.gold_stars.api import router as gold_stars_api
from app.features.gold_stars.embeds import router as gold_star_embeds
from app.features.gold_stars.pages import router as gold_stars
from app.features.home.embeds import router as home_embeds
from app.features.home.pages import router as home
from app.features.map.pages import router as map_
from app.features.methods.api import router as methods_api
from app.features.methods.pages import router as methods
from app.features.municipalities.api import router as municipalities_api
from app.features.municipalities.embeds import router as municipality_embeds
from app.features.municipalities.list_pages import router as municipality_list
from app.features.municipalities.pages import router as municipality
from app.features.operations.metrics import router as metrics
from app.features.operations.pages import router as operations
from app.features.questions.api import router as questions_api
from app.features.questions.pages import router as questions
from app.features.twins.api import router as twins_api
from app.features.twins.pages import router as twins
from app.features.what_if.api import router as what_if_api
from app.features.what_if.pages import router as what_if
from app.queries.evaluations import summaries
from app.queries.reading import open_reading
from app.queries.warming import warm
from app.queries.watching import Watch
from app.web import error_pages
from app.web.api.description import work_out_fields
from app.web.measures import measure
from app.web.newest import Newest
from app.web.root_path import root_fault
from app.web.site import Site


def create_app() -> Site:
    """The site with its pages and its errors.

    Raises:
        ValueError: the settings cannot be meant.
    """
    chosen = settings()
    if fault := root_fault(chosen.root_path):
        raise ValueError(fault)
    site = Site(Newest(Watch(), chosen.release_ttl_seconds, _make_ready), chosen)
    # The list comes before the single municipality: its addresses are not names. Feeds, twins and
    # what-if come before evaluations: theirs are not years.
    for router in (
        operations,
        metrics,
        home,
        municipality_list,
        municipality,
        feeds,
        twins,
        what_if,
        evaluations,
        compare,
        gold_stars,
        areas,
        questions,
        map_,
        averages,
        methods,
        data,
        api_docs,
        discovery,
        about,
        home_embeds,
        municipality_embeds,
        evaluation_embeds,
        compare_embeds,
        gold_star_embeds,
        area_embeds,
    ):
        site.include_router(router, include_in_schema=False)
    for router in (
        municipalities_api,
        evaluations_api,
        compare_api,
        gold_stars_api,
        methods_api,
        areas_api,
        questions_api,
        averages_api,
        twins_api,
        what_if_api,
        data_api,
    ):
        site.include_router(router)
    work_out_fields(site.routes)
    measure(site)
    error_pages.install(site, (SQLAlchemyError,))
    return site


def _make_ready() -> None:
    """Reads what every page of a new release needs. The file of a large one is begun: that of a
    small one is made in no time when somebody asks for it."""
    with open_session(BACKGROUND) as session:
        reading = open_reading(session)
        warm(reading)
        if len(summaries(reading)) > FILE_AT_ONCE:
            prepare(reading.release)
