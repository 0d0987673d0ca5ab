"""The page of one evaluation."""

from app.features.evaluations import api, embeds, pages

routers = (pages.router, embeds.router, api.router)
