"""Municipalities that are alike, and what one can learn from the other."""

from app.features.twins import api, pages

routers = (pages.router, api.router)
