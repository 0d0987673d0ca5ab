"""Strengths, challenges and weaknesses of all reports, as data."""

from app.features.findings import api

routers = (api.router,)
