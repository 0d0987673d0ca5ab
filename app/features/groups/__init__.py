"""Groups of municipalities: what each is, who is in it, and of whom an evaluation is known."""

from app.features.groups import pages

routers = (pages.router,)
