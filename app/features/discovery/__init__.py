"""What machines find the site by: site map, robots.txt and llms.txt."""

from app.features.discovery import pages

routers = (pages.router,)
