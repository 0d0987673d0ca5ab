"""Feeds as Atom (RFC 4287), written by a library."""

from datetime import datetime
from typing import Final

from feedgenerator import Atom1Feed
from markupsafe import Markup
from starlette.requests import Request

from app.config import settings
from app.domain.wording.changes import event_lines, event_title, reason_words
from app.features.feeds.content import FeedContent, entry_id, feed_id
from app.web.addresses import whole_address
from app.web.api.attribution import LICENCE_NAME, LICENCE_URL
from app.web.made_up import described, titled
from app.web.words.languages import translate, translate_marked

MEDIA_TYPE: Final = "application/atom+xml"


class _Feed(Atom1Feed):  # type: ignore[misc]
    """A feed whose time follows from the data, also where it has no entry."""

    def latest_post_date(self) -> datetime:
        found: datetime = self.feed["last_change"]
        return found


def atom(request: Request, content: FeedContent, language: str) -> str:
    """The feed in a language."""
    feed = _Feed(
        title=translate(titled(content.title, content.release), language),
        link=whole_address(content.page, language),
        description=translate(described(content.description, content.release), language),
        language=language,
        author_name=settings().publisher_name,
        author_email=settings().contact_email or None,
        feed_url=whole_address(content.path, language, request.query_params.multi_items()),
        feed_guid=feed_id(content, language),
        feed_copyright=f"{LICENCE_NAME}, {LICENCE_URL}",
        last_change=content.updated,
    )
    for entry in content.entries:
        event = entry.event
        last = event.last_release
        frozen = [("release", str(last))] if last else []
        why = event.release.reason
        told = (*event_lines(event), *((reason_words(why),) if why else ()))
        lines = (translate_marked(line, language) for line in told)
        feed.add_item(
            title=translate(titled(event_title(event), content.release), language),
            link=whole_address(event.page, language, frozen),
            description=None,
            content=Markup("").join(Markup("<p>{}</p>").format(line) for line in lines),
            unique_id=entry_id(event, language),
            pubdate=entry.moment,
            updateddate=entry.moment,
            categories=(event.change.kind.value, event.change.change.value),
        )
    written: str = feed.writeString("utf-8")
    return written
