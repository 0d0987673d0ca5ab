"""Evaluated municipalities on a map."""

from app.features.map import pages

routers = (pages.router,)
