"""What assistants ask by the Model Context Protocol: the same answers as the API, as tools."""

from app.features.assistants import pages

routers = (pages.router,)
