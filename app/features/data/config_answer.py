"""What a program has to know before it asks: versions, languages, formats, limits and licence."""

from app.config import Settings
from app.domain.language import LANGUAGES
from app.domain.method import Instrument
from app.domain.release import Release
from app.domain.statistics import MINIMUM_FOR_QUARTILES, MINIMUM_MEMBERS
from app.features.data.about_dataset import TITLE
from app.features.data.licences import LICENCE_ID
from app.features.data.schemas import (
    ConfigAnswer,
    ContactOut,
    FormatOut,
    LanguageOut,
    LicenceOut,
    LimitsOut,
    release_out,
    version_out,
)
from app.web.api.attribution import CAVEAT, LICENCE_NAME, LICENCE_URL, attribution
from app.web.api.csv_files import Dialect
from app.web.api.description import VERSION
from app.web.api.formats import API_ROOT, Format
from app.web.api.parameters import DEFAULT_LIMIT, HIGHEST_LIMIT
from app.web.api.schemas import released
from app.web.languages import translate
from app.web.parameters import LONGEST_QUERY


def config_answer(
    release: Release, instrument: Instrument, chosen: Settings, language: str
) -> ConfigAnswer:
    """All of it, in a language."""
    site = chosen.site_address
    return ConfigAnswer(
        **released(release),
        name=translate(TITLE, language),
        api_version=VERSION,
        release_info=release_out(release),
        method_versions=[version_out(v, language) for v in instrument.versions.values()],
        languages=[
            LanguageOut(code=o.code, name=o.title, prefix=o.prefix) for o in LANGUAGES.values()
        ],
        formats=[FormatOut(suffix=f.suffix, media_type=f.media_type) for f in Format],
        dialects=[dialect.value for dialect in Dialect],
        limits=LimitsOut(
            default_limit=DEFAULT_LIMIT,
            highest_limit=HIGHEST_LIMIT,
            longest_query=LONGEST_QUERY,
            fewest_for_average=MINIMUM_MEMBERS,
            fewest_for_quartiles=MINIMUM_FOR_QUARTILES,
        ),
        licence=LicenceOut(name=LICENCE_NAME, id=LICENCE_ID, url=LICENCE_URL),
        cite=translate(attribution(release), language),
        caveat=translate(CAVEAT, language),
        contact=ContactOut(publisher=chosen.publisher_name, email=chosen.contact_email or None),
        addresses={
            "openapi": f"{site}{API_ROOT}/openapi.json",
            "documentation": f"{site}/data/api",
            "data": f"{site}/data",
            "changes": f"{site}/data/endringer",
            "catalogue": f"{site}/dcat",
            "feed": f"{site}/feed.atom",
        },
    )
