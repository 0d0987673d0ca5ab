"""Averages, records and the number evaluated, over time."""

from app.features.averages import api, embeds, pages

routers = (pages.router, embeds.router, api.router)
