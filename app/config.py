"""Settings, read from the environment. Each has a default that suits a machine of one's own."""

from functools import lru_cache
from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Every setting there is. Names in the environment are the same in capitals."""

    model_config = SettingsConfigDict(env_file=None, extra="ignore")

    database_url: str = f"sqlite:///{ROOT / 'var' / 'kompass.db'}"
    """SQLite file or PostgreSQL (`postgresql+psycopg://…`)."""

    site_url: str = "http://127.0.0.1:8000"
    """Where the site is reached from outside; used in canonical addresses and citations."""

    publisher_name: str = "Kommunekompasset, åpne resultater"
    """Who publishes the site, shown on every page."""

    contact_email: str = ""
    """Where errors are reported; shown on every page when set."""

    release_ttl_seconds: float = 1.0
    """For how long the number of the newest release may be remembered between requests."""

    cache_megabytes: int = 64
    """Memory for answers that are kept ready; 0 keeps none."""

    small_difference_area: int = 3
    """Under this many points on an area the words say "about the same". Our editorial choice."""

    small_difference_total: int = 10
    """The same for a total."""


@lru_cache
def settings() -> Settings:
    """The settings of this process."""
    return Settings()
