"""The list of municipalities, and the search for one."""

from app.features.municipality_list import api, embeds, pages

routers = (pages.router, api.router, embeds.router)
