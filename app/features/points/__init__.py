"""Every figure of every evaluation in a row of its own, as data."""

from app.features.points import api

routers = (api.router,)
