"""The catalogues of translations: gettext files, read as they are when first needed."""

from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from app.config import ROOT
from app.domain.language import SOURCE

LOCALES: Final = ROOT / "app" / "web" / "locales"


def catalogue_file(language: str) -> Path:
    """Where a language's translations are kept."""
    return LOCALES / language / "LC_MESSAGES" / "messages.po"


@lru_cache
def catalogue(language: str) -> NullTranslations:
    """The translations of a language."""
    if language == SOURCE:
        return NullTranslations()
    compiled = BytesIO()
    with catalogue_file(language).open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)
