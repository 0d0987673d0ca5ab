"""The addresses of the application."""

from collections.abc import Iterator
from dataclasses import dataclass

from fastapi.routing import APIRoute, iter_route_contexts

from app.features.dependencies import reading
from app.main import create_app
from app.web.addresses import is_private
from app.web.parameters import declared_parameters


@dataclass(frozen=True)
class Address:
    """An address that is answered: its methods, its form, and what it takes after the `?`."""

    methods: tuple[str, ...]
    path: str
    parameters: tuple[str, ...]
    reads: bool
    """Whether it reads a release."""


def addresses() -> tuple[Address, ...]:
    """Every public address with a method of its own, by path. Those that answer one reader alone
    are promised to nobody; who may ask them stands in `tests/features/editorial`."""
    public = (address for address in _addresses() if not is_private(address.path))
    return tuple(sorted(public, key=lambda address: address.path))


def _addresses() -> Iterator[Address]:
    for context in iter_route_contexts(create_app().routes):
        route = context.original_route
        if isinstance(route, APIRoute):
            yield Address(
                tuple(sorted(context.methods or ())),
                context.path or "",
                tuple(declared_parameters(route)),
                _reads(route),
            )


def _reads(route: APIRoute) -> bool:
    waiting = [route.dependant]
    while waiting:
        dependant = waiting.pop()
        if dependant.call is reading:
            return True
        waiting += dependant.dependencies
    return False
