"""The page of each municipality."""

from app.features.municipalities import api, embeds, pages

routers = (pages.router, embeds.router, api.router)
