"""Averages, records and the number evaluated, over time."""

from app.features.averages import api, pages

routers = (pages.router, api.router)
