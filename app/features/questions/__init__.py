"""The questions: what each asks, and how the points for it are spread."""

from app.features.questions import api, pages

routers = (pages.router, api.router)
