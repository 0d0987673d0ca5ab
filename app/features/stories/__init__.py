"""Stories that the figures of a release tell, found by fixed rules."""

from app.features.stories import embeds, pages

routers = (pages.router, embeds.router)
