"""The focus areas: what each asks, and how the points for it are spread."""

from app.features.areas import api, embeds, pages

routers = (pages.router, embeds.router, api.router)
