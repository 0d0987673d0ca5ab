"""For those who run the site."""

from app.features.operations import metrics, pages

routers = (pages.router, metrics.router)
