"""For those who run the site."""

from app.features.operations import metrics, pages, security

routers = (pages.router, metrics.router, security.router)
