"""The workspace: where results are brought in, written, reviewed and published, and by whom."""

from app.features.editorial.desk import pages as desk
from app.features.editorial.editing import pages as editing
from app.features.editorial.history import figure_pages
from app.features.editorial.history import pages as history
from app.features.editorial.replies import link_pages
from app.features.editorial.replies import pages as replies
from app.features.editorial.review import pages as review
from app.features.editorial.review import preview_pages
from app.features.editorial.signing_in import accounts_pages, provider_pages
from app.features.editorial.signing_in import pages as signing_in
from app.features.editorial.tips import form_pages
from app.features.editorial.tips import pages as tips
from app.features.editorial.uploads import pages as uploads

routers = (
    signing_in.router,
    provider_pages.router,
    accounts_pages.router,
    desk.router,
    uploads.router,
    editing.router,
    review.router,
    preview_pages.router,
    history.router,
    figure_pages.router,
    tips.router,
    form_pages.router,
    link_pages.router,
    replies.router,
)
