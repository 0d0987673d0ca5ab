"""Feeds of what came, was corrected and was withdrawn."""

from app.features.feeds import pages

routers = (pages.router,)
