"""Scenarios: an area with other points, areas with other weights. Never a result."""

from app.features.what_if import api, pages

routers = (pages.router, api.router)
