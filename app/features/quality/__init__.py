"""`/om/kvalitet`: what the figures can carry, as the statistical offices ask."""

from app.features.quality import api, pages

routers = (pages.router, api.router)
