"""The questions: what each asks, and how the points for it are spread."""

from app.features.questions import api, embeds, pages

routers = (pages.router, embeds.router, api.router)
