"""What one operator needs to run the site says the same as the site itself."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from app import bounds
from app.config import ROOT, Settings
from app.web.answering.cache_headers import FROZEN, REVALIDATED, SHARED

SETTINGS = {name.upper() for name in Settings.model_fields}
OF_THE_COMMAND = {"HOST", "PORT"}
OF_PYTHON = {"PATH", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"}
START = ["kompass", "start"]
SECONDS = {"s": 1, "m": 60}
BYTES = {"": 1, "k": 1024, "m": 1024**2}


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.fixture
def services() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(text("deploy/compose.yaml"))
    return found


def seconds(written: str) -> int:
    number, unit = re.fullmatch(r"(\d+)([sm])", written).groups()  # type: ignore[union-attr]
    return int(number) * SECONDS[unit]


def test_compose_names_only_settings_that_there_are(services: dict[str, Any]) -> None:
    named = set(services["services"]["site"]["environment"])
    assert {"DATABASE_URL", "SITE_URL", "TRUSTED_PROXIES"} <= named
    assert named - SETTINGS == set()


def test_compose_fits_together(services: dict[str, Any]) -> None:
    everything, networks = services["services"], services["networks"]
    site, proxy, database = (everything[name] for name in ("site", "proxy", "database"))
    # The proxy is believed, and no one else is.
    assert site["environment"]["TRUSTED_PROXIES"] == proxy["networks"]["inside"]["ipv4_address"]
    (subnet,) = networks["inside"]["ipam"]["config"]
    inside = subnet["subnet"].removesuffix(".0/24")
    for one in (site, proxy):
        assert one["networks"]["inside"]["ipv4_address"].rpartition(".")[0] == inside
    user, host, name = re.search(  # type: ignore[union-attr]
        r"//(\w+):.*@(\w+)/(\w+)$", site["environment"]["DATABASE_URL"]
    ).groups()
    assert host in everything
    assert database["environment"]["POSTGRES_USER"] == user
    assert database["environment"]["POSTGRES_DB"] == name
    mounted = [volume.split(":") for one in everything.values() for volume in one["volumes"]]
    assert {source for source, *_ in mounted if "." not in source} == set(services["volumes"])
    assert "ports" not in site
    assert "ports" not in database


def test_what_is_stopped_may_finish(services: dict[str, Any]) -> None:
    grace = seconds(services["services"]["site"]["stop_grace_period"])
    unit = dict(re.findall(r"^(\w+)=(.*)$", text("deploy/kompass.service"), re.MULTILINE))
    assert min(grace, int(unit["TimeoutStopSec"])) > bounds.SHUTDOWN_SECONDS + 5


def test_nothing_is_allowed_that_is_not_needed(services: dict[str, Any]) -> None:
    for name in ("site", "proxy"):
        service = services["services"][name]
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert "no-new-privileges:true" in service["security_opt"]


def test_the_unit_starts_the_same_and_names_only_settings_that_there_are() -> None:
    unit = text("deploy/kompass.service")
    (command,) = re.findall(r"^ExecStart=(.*)$", unit, re.MULTILINE)
    assert [Path(command.split()[0]).name, *command.split()[1:]] == START
    lines = re.findall(r"^Environment=(.*)$", unit, re.MULTILINE)
    named = {pair.partition("=")[0] for line in lines for pair in line.split()}
    assert named - SETTINGS - OF_THE_COMMAND - OF_PYTHON == set()
    assert "DATABASE_URL=sqlite:////var/lib/kompass/" in unit
    assert "\nStateDirectory=kompass\n" in unit


def test_the_image_runs_as_a_number_and_without_a_shell() -> None:
    last = text("Dockerfile").rpartition("\nFROM ")[2]
    assert re.findall(r"^USER (.*)$", last, re.MULTILINE) == ["10001:10001"]
    (command,) = re.findall(r"^CMD (\[.*\])$", last, re.MULTILINE)
    assert yaml.safe_load(command) == START
    (healthy,) = re.findall(r"^HEALTHCHECK .*\\\n\s+CMD (\[.*\])$", last, re.MULTILINE)
    program = yaml.safe_load(healthy)[2]
    compile(program, "HEALTHCHECK", "exec")
    assert "/healthz" in program


def test_the_base_of_the_image_can_be_named_by_digest() -> None:
    lines = text("Dockerfile").splitlines()
    bases = [line.split()[1] for line in lines if line.startswith("FROM ")]
    assert lines.index("ARG BASE=python:3.13-slim") < lines.index("FROM ${BASE} AS base")
    assert set(bases) == {"${BASE}", "base", "build"}


def test_what_the_image_copies_is_there_and_is_not_ignored() -> None:
    allowed = {line[1:] for line in text(".dockerignore").splitlines() if line.startswith("!")}
    copied = [
        source
        for line in text("Dockerfile").splitlines()
        if line.startswith("COPY ") and "--from" not in line
        for source in line.split()[1:-1]
    ]
    assert copied
    for source in copied:
        assert (ROOT / source).exists(), source
        assert source.split("/")[0] in allowed, source


FOR_ONE_READER = re.compile(r"location [^{]*redaksjon[^{]*\{[^}]*\}")
"""What the proxy does with the workspace."""


def directives(configuration: str) -> dict[str, str]:
    return dict(re.findall(r"^\s*(\w+) ([^;{}\n]+);", configuration, re.MULTILINE))


def test_the_proxy_keeps_nothing_of_the_workspace_and_lets_files_by() -> None:
    (block,) = FOR_ONE_READER.findall(text("deploy/nginx.conf"))
    said = directives(block)
    assert size(said["client_max_body_size"]) >= bounds.UPLOAD_FORM_BYTES
    assert seconds(said["proxy_read_timeout"]) > bounds.DESK_SECONDS
    assert said["proxy_next_upstream"] == "off"
    assert "cache" not in block
    matching = re.compile(block.split()[2].removesuffix("{"))
    for path in ("/redaksjon", "/en/redaksjon/filer/3", "/tips", "/kompass/sv/tilsvar/0a"):
        assert matching.search(path), path
    for path in ("/", "/kommuner/hemne/2018", "/tipsene", "/redaksjonen", "/api/v1/x/y/tips"):
        assert not matching.search(path), path


def test_the_proxy_has_the_bounds_of_the_site() -> None:
    said = directives(FOR_ONE_READER.sub("", text("deploy/nginx.conf")))
    assert seconds(said["client_header_timeout"]) == bounds.HEADER_SECONDS
    assert seconds(said["send_timeout"]) == bounds.SEND_SECONDS
    assert seconds(said["keepalive_timeout"]) == bounds.KEEP_ALIVE_SECONDS
    assert size(said["client_max_body_size"]) == bounds.BODY_BYTES
    count, each = said["large_client_header_buffers"].split()
    assert size(each) == bounds.ADDRESS_BYTES
    assert int(count) * size(each) == bounds.HEADER_BYTES
    assert seconds(said["proxy_read_timeout"]) > bounds.PROMISE_SECONDS
    assert said["proxy_cache_valid"] == f"200 {bounds.SHARED_SECONDS}s"


def size(written: str) -> int:
    number, unit = re.fullmatch(r"(\d+)([km]?)", written).groups()  # type: ignore[union-attr]
    return int(number) * BYTES[unit]


def test_the_proxy_finds_the_site_where_compose_puts_it(services: dict[str, Any]) -> None:
    configuration = text("deploy/nginx.conf")
    (server,) = re.findall(r"^\s*server (\w+):(\d+);", configuration, re.MULTILINE)
    assert server[0] in services["services"]
    assert f"PORT={server[1]}" in text("Dockerfile")
    (listens,) = re.findall(r"^\s*listen (\d+)", configuration, re.MULTILINE)
    (published,) = services["services"]["proxy"]["ports"]
    assert published.endswith(f":{listens}")


def test_the_documents_say_what_is_sent() -> None:
    operations = text("docs/operations.md")
    for header in (REVALIDATED, FROZEN, f"CDN-Cache-Control: {SHARED}"):
        assert header in operations
    unknown = set(re.findall(r"`([A-Z]+_[A-Z_]+)(?:=[^`]*)?`", operations)) - SETTINGS
    assert unknown == {"BASE_IMAGE", "NGINX_IMAGE", "POSTGRES_IMAGE"}
