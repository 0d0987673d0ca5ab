"""Reports: as pages, and as files that are made beside the site."""

from app.features.reports import pages

routers = (pages.router,)
