"""Counties: how many of their municipalities are evaluated, and what those got."""

from app.features.counties import embeds, pages

routers = (pages.router, embeds.router)
