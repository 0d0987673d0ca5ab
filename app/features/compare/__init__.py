"""Evaluations side by side."""

from app.features.compare import api, embeds, pages

routers = (pages.router, embeds.router, api.router)
