"""How to use the API, for people."""

from app.features.api_docs import pages

routers = (pages.router,)
