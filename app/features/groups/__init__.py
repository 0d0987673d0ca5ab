"""Groups of municipalities: what each is, who is in it, and what those evaluated got."""

from app.features.groups import embeds, pages

routers = (pages.router, embeds.router)
