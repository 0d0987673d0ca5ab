"""The data as a whole: the data set, its releases and changes, and its catalogue."""

from app.features.data import api, pages, table_pages

routers = (pages.router, table_pages.router, api.router)
