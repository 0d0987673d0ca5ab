"""The data as a whole: the data set, its releases and changes, and its catalogue."""

from app.features.data import api, pages

routers = (pages.router, api.router)
