"""The municipalities: the list and the search, and the page of each."""

from app.features.municipalities import api, embeds, list_pages, pages

routers = (pages.router, list_pages.router, embeds.router, api.router)
