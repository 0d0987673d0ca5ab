"""The data set in the words of schema.org, for search engines."""

from app.config import settings
from app.domain.language import LANGUAGES
from app.features.data.about_dataset import KEYWORDS, dataset_address, identifier
from app.features.data.content import DataContent
from app.features.data.downloads import downloads
from app.web.addresses import whole_address
from app.web.api.attribution import LICENCE_URL
from app.web.page.structured import Document
from app.web.words.languages import translate


def dataset_document(content: DataContent, language: str) -> Document:
    """A `Dataset` with the places it can be fetched from."""
    release = content.release
    publisher = {"@type": "Organization", "name": settings().publisher_name}
    found: Document = {
        "@type": "Dataset",
        "@id": dataset_address(),
        "name": translate(content.dataset_title, language),
        "description": translate(content.description, language),
        "url": whole_address("/data", language),
        "identifier": identifier(release),
        "version": str(release.number),
        "datePublished": content.first_published.isoformat(),
        "dateModified": release.published_at.isoformat(),
        "license": LICENCE_URL,
        "isAccessibleForFree": True,
        "inLanguage": list(LANGUAGES),
        "keywords": list(KEYWORDS),
        "creator": publisher,
        "publisher": publisher,
        "spatialCoverage": [{"@type": "Country", "name": name} for name in ("Norge", "Sverige")],
        "distribution": [
            _download(found.media_type, found.url, translate(found.title, language))
            for found in downloads(content)
        ],
    }
    if content.made is not None:
        found["distribution"][0] |= {
            "contentSize": f"{content.made.bytes} B",
            "sha256": content.made.sha256,
        }
    if content.years is not None:
        first, last = content.years
        found["temporalCoverage"] = f"{first.year}/{last.year}"
    return found


def _download(media_type: str, url: str, name: str) -> Document:
    return {
        "@type": "DataDownload",
        "name": name,
        "encodingFormat": media_type,
        "contentUrl": url,
    }
