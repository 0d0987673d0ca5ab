"""The list of municipalities, and the search for one."""

from app.features.municipality_list import api, embeds, geojson, pages

routers = (pages.router, api.router, geojson.router, embeds.router)
