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

    read_database_url: str = ""
    """Where readers read, if elsewhere than at `database_url`: a replica, for instance."""

    read_only: bool = False
    """Serves from a place that cannot be written to. Nothing is migrated or published there."""

    site_url: str = "http://127.0.0.1:8000"
    """Where the site is reached from outside; used in canonical addresses and citations."""

    root_path: str = ""
    """The path under which a proxy shows the site, such as `/kompass`; empty at the top."""

    trusted_proxies: str = ""
    """Addresses or networks of proxies whose `X-Forwarded-For` is believed, with commas between."""

    rate_limit: int = 600
    """Requests that one address may make in a minute; 0 sets no limit."""

    log_format: str = "text"
    """`text` for people, `json` for machines."""

    publisher_name: str = "Kommunekompasset, åpne resultater"
    """Who publishes the site, shown on every page."""

    contact_email: str = ""
    """Where errors are reported; shown on every page when set."""

    release_ttl_seconds: float = 1.0
    """How often the newest release is looked up."""

    cache_megabytes: int = 64
    """Memory for answers that are kept ready; 0 keeps none."""

    cache_folder: str = ""
    """Where files of a release are kept once they are made; without, `cache` beside the SQLite
    file, or in `var`."""

    small_difference_area: int = 3
    """Under this many points on an area the words say "about the same". Our editorial choice."""

    small_difference_total: int = 10
    """The same for a total."""


@lru_cache
def settings() -> Settings:
    """The settings of this process."""
    return Settings()
