"""Settings that contradict each other, or that cannot be meant."""

import os
from collections.abc import Iterator
from urllib.parse import urlsplit

from app.config import Settings, networks
from app.upkeep.causes import Cause
from app.web.root_path import root_fault

_LOCAL = frozenset({"127.0.0.1", "::1", "localhost", ""})


def setting_faults(chosen: Settings) -> Iterator[Cause]:
    """What is wrong with the settings; HOST is that of the command that serves."""
    site = urlsplit(chosen.site_url)
    open_to_others = os.environ.get("HOST", "") not in _LOCAL
    if open_to_others and site.hostname in _LOCAL:
        yield _wrong(
            "SITE_URL leads to this machine alone, and HOST lets others in: citations, feeds and "
            "embeds lead readers to their own machines.",
            "Set SITE_URL to the address that readers use.",
        )
    if fault := root_fault(chosen.root_path):
        yield _wrong(f"{fault}.", "Choose another path, in the proxy as well.")
    yield from _proxies(chosen, behind_proxy=site.scheme == "https")
    if chosen.read_database_url and _kind(chosen.read_database_url) != _kind(chosen.database_url):
        yield _wrong(
            "READ_DATABASE_URL is of another kind than DATABASE_URL.",
            "Name a replica of the same database, or leave it empty.",
        )


def _kind(url: str) -> str:
    return "sqlite" if url.startswith("sqlite") else "postgresql"


def _proxies(chosen: Settings, *, behind_proxy: bool) -> Iterator[Cause]:
    named = networks(chosen.trusted_proxies)
    for network in named:
        if network.prefixlen == 0:
            yield _wrong(
                f"TRUSTED_PROXIES names {network}: every client may say who it is.",
                "Name the proxy alone.",
            )
    if behind_proxy and chosen.rate_limit and not named:
        yield _wrong(
            "SITE_URL is https, so a proxy stands before the site, and TRUSTED_PROXIES is empty: "
            "all readers count as the proxy. RATE_LIMIT holds for all of them together, or for "
            "nobody where the proxy is on this machine (RATE_LIMIT_EXEMPT).",
            "Set TRUSTED_PROXIES to the proxy's address, or RATE_LIMIT to 0.",
        )


def _wrong(detail: str, remedy: str) -> Cause:
    return Cause("settings", detail, remedy)
