"""Every operation of the API against its description, with input that fits it and that does not.

What is answered has a documented status, type and shape, and nothing is ever an error of ours.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.checks import (
    content_type_conformance,
    negative_data_rejection,
    not_a_server_error,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)
from schemathesis.config import SchemathesisConfig
from schemathesis.schemas import BaseSchema

from app.main import create_app
from app.publishing.demo import publish_demo
from app.publishing.seed import seed
from app.web.api.formats import split_suffix
from tests import databases
from tests.conftest import UseDatabase
from tests.databases import SEED, Backend
from tests.pages.client import opened

DESCRIPTION: Final = "/api/v1/openapi.json"
CHECKS: Final = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
    unsupported_method,
]
CONFIG: Final = SchemathesisConfig.from_dict(
    {"checks": {"negative_data_rejection": {"expected-statuses": [300, 307, 308, 400, 404, 414]}}}
)
"""What does not fit the description is refused, with one of the refusals that it names, or led to
the one way of writing its address, where it is refused."""

ONLY_DATA_KNOW: Final = {
    "code",
    "county",
    "cursor",
    "e",
    "family",
    "from",
    "question",
    "scheme",
    "since",
    "size_group",
    "group",
    "measure",
    "municipality",
    "version",
    "w1",
    "w_population",
    "without",
}
"""Parameters whose description cannot tell every value that is refused: which there are depends on
what is published, on what was answered before, or on the other parameters."""

LEAST_EXAMPLES: Final = 20
"""Of an operation. Those of the formats take the same in the same way, so a few will do."""
LEAST_OF_A_FORMAT: Final = 4

PATHS: Final[dict[str, Any]] = create_app().openapi()["paths"]
OPERATIONS: Final = [
    pytest.param(path, id=methods["get"]["operationId"])
    for path, methods in PATHS.items()
    if split_suffix(path)[1] is None
]
"""By the addresses without a suffix; what is tried of one is tried of its formats."""


def readable(text: object) -> bool:
    """Whether a text has only what is written. No address takes control characters in a value."""
    return not any(unicodedata.category(c) in ("Cc", "Cn", "Cs") for c in str(text))


@dataclass(frozen=True)
class Api:
    """The API of one database. `known` are values for paths that lead somewhere."""

    schema: BaseSchema
    known: dict[str, str]

    def cases(self, path: str, mode: GenerationMode) -> st.SearchStrategy[Case[Any]]:
        """Cases of an operation: about half of them of things that are there."""
        operation = self.schema[path]["GET"]
        there = {name: value for name, value in self.known.items() if f"{{{name}}}" in path}
        anything = operation.as_strategy(generation_mode=mode)
        if not there or mode is GenerationMode.NEGATIVE:
            return anything
        return anything | operation.as_strategy(generation_mode=mode, path_parameters=there)


@pytest.fixture(scope="module", params=["real", "demo"])
def api(request: pytest.FixtureRequest, sqlite_backend: Backend) -> Iterator[Api]:
    """The API on the real and on the made-up data, one after the other."""
    fill = {"real": seed, "demo": publish_demo}[request.param]
    url = sqlite_backend.new(f"described-{request.param}")
    with databases.writing(url) as engine:
        databases.migrate(engine)
        fill(engine, SEED)
    with pytest.MonkeyPatch.context() as patched:
        # No release comes meanwhile, and a busy machine may be late in looking for one.
        patched.setenv("RELEASE_TTL_SECONDS", "3600")
        chosen = UseDatabase(patched)
        chosen(url)
        with opened() as client:
            query = "?detail=questions&version=2.1&limit=1"
            (first,) = client.json(f"/api/v1/evaluations{query}")["items"]
            yield Api(
                schemathesis.openapi.from_asgi(DESCRIPTION, client.http.app, config=CONFIG),
                {
                    "id": first["id"],
                    "slug": first["municipality"]["slug"],
                    "version": "2.1",
                    "no": "5",
                    "code": "5.1",
                },
            )
        chosen.close()


@pytest.mark.hypothesis
@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("path", OPERATIONS)
def test_what_is_answered_is_what_is_described(
    api: Api, path: str, mode: GenerationMode, subtests: pytest.Subtests
) -> None:
    for asked in PATHS:
        if split_suffix(asked)[0] == path:
            with subtests.test(asked):
                holds(api, asked, mode)


def holds(api: Api, path: str, mode: GenerationMode) -> None:
    least = LEAST_OF_A_FORMAT if split_suffix(path)[1] else LEAST_EXAMPLES

    @settings(
        max_examples=max(least, settings().max_examples // (len(PATHS) * len(GenerationMode))),
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=api.cases(path, mode))
    def holds_of(case: Case[Any]) -> None:
        response = case.call()
        case.validate_response(response, checks=CHECKS)
        if response.status_code == 400 and mode is GenerationMode.POSITIVE:
            refused = response.json()["parameter"]
            assert refused in ONLY_DATA_KNOW or not readable((case.query or {}).get(refused)), (
                response.text
            )

    holds_of()
