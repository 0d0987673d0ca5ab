"""The first page."""

from app.features.home import embeds, pages

routers = (pages.router, embeds.router)
