"""Public addresses are promises: what was there once stays, or leads on to where it went."""

import random
from collections.abc import Callable, Sequence
from pathlib import Path

from fastapi import APIRouter
from fastapi.routing import iter_route_contexts
from starlette.routing import Match

from app.main import ROUTERS, create_app
from tests.contract.routes import addresses

FROZEN = Path(__file__).with_name("addresses.txt")
WITHOUT_DATA = {
    "/.well-known/api-catalog",
    "/.well-known/security.txt",
    "/api/v1/openapi.json",
    "/docs",
    "/healthz",
    "/mcp",
    "/metrics",
    "/openapi.json",
    "/readyz",
}
"""Addresses that say nothing of any release."""
OF_ONE_RELEASE = {"/data/kommunekompasset-r{number}.zip"}
"""Addresses that name their release themselves."""


def frozen() -> set[str]:
    lines = FROZEN.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def test_no_address_is_taken_away() -> None:
    gone = frozen() - {address.path for address in addresses()}
    assert not gone, f"a redirect is needed from each of these: {sorted(gone)}"


def test_every_new_address_is_written_down() -> None:
    new = {address.path for address in addresses()} - frozen()
    assert not new, f"these are promises now, add them to {FROZEN.name}: {sorted(new)}"


def test_the_list_is_in_order_and_says_each_once() -> None:
    lines = [
        line
        for line in FROZEN.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    assert lines == sorted(set(lines))


ASKED = {"/mcp": ("GET", "POST")}
"""Addresses that answer what is sent to them. Nothing is changed by that, here as elsewhere."""


def test_addresses_can_only_be_read() -> None:
    for address in addresses():
        assert address.methods == ASKED.get(address.path, ("GET",)), address.path


def test_what_shows_data_reads_one_release_and_can_be_frozen_at_it() -> None:
    for address in addresses():
        if address.path in WITHOUT_DATA:
            assert not address.reads, address.path
        elif address.path in OF_ONE_RELEASE:
            assert "release" not in address.parameters, address.path
        else:
            assert address.reads, address.path
            assert "release" in address.parameters, address.path


def answering(routers: Sequence[APIRouter]) -> dict[str, Callable[..., object]]:
    """What answers each address, with its parameters filled in by their names."""
    contexts = list(iter_route_contexts(create_app(routers).routes))
    found = {}
    for path in frozen():
        scope = {"type": "http", "method": "GET", "path": path.replace("{number}", "1")}
        matching = (c for c in contexts if c.methods and c.matches(scope)[0] is Match.FULL)
        found[path] = next(context.endpoint for context in matching if context.endpoint)
    return found


def test_who_answers_does_not_depend_on_the_order_of_features() -> None:
    usual = answering(ROUTERS)
    assert answering(ROUTERS[::-1]) == usual
    for seed in range(3):
        assert answering(random.Random(seed).sample(ROUTERS, len(ROUTERS))) == usual, seed


def test_every_address_is_answered_by_its_own_route() -> None:
    own = {c.path: c.endpoint for c in iter_route_contexts(create_app().routes)}
    assert answering(ROUTERS) == {path: own[path] for path in frozen()}
