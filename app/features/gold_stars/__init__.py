"""Gullstjerner: practices that most other municipalities can learn from."""

from app.features.gold_stars import api, embeds, pages

routers = (pages.router, embeds.router, api.router)
