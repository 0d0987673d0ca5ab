"""About the site: who is behind it, where the data come from, and how it is built."""

from app.features.about import pages

routers = (pages.router,)
