"""All evaluations as data."""

from app.features.evaluation_list import api

routers = (api.router,)
