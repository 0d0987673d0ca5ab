"""The instrument and its versions: what is measured, and what may be compared."""

from app.features.methods import api, pages

routers = (pages.router, api.router)
