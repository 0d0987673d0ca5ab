"""The list of municipalities, and the search for one."""

from app.features.municipality_list import api, pages

routers = (pages.router, api.router)
