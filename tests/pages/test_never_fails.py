"""Whatever is asked for, the answer is never an error of ours, and always a right page."""

from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.main import create_app
from app.web.site import Site
from tests.conftest import UseDatabase
from tests.contract.routes import Address, addresses
from tests.pages.checks import parsed, problems
from tests.web.asking import ask

ROUTES = addresses()
NAMES = sorted({name for route in ROUTES for name in route.parameters} | {"x", "", "e[]", "__"})
WORDS = """
    hemne heim vallentuna oslo 1612 0301 9999 2018 2021 2018-v2.1 spider bars history cake NO SE
    small large 1 2 2.0 2.1 2020 questions none total name year 3 5.1 hemne-2018 hareid-2019
    vallentuna-2021 computed published named combined -1 0 1e9 99999999999 abc en nb .json .csv
"""
ODD = ["", " ", ".", "..", "\x00", "\n", "\x7f", "%", "%2F", "'", '"', "<b>", "\\", "\ufffe", "🧭"]

value = st.one_of(st.sampled_from(WORDS.split()), st.sampled_from(ODD), st.text(max_size=20))
query = st.lists(st.tuples(st.sampled_from(NAMES), value), max_size=4)
accept = st.sampled_from(["text/html", "application/json", "", "*/*", "\x00"])
CALMLY = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def app(use_database: UseDatabase, real_url: str) -> Site:
    use_database(real_url)
    return create_app()


def asked(app: Site, path: str, query: bytes, accepted: str) -> None:
    """Asks, and checks what comes back."""
    answered = ask(app, path, query, headers=(("Accept", accepted),))
    assert answered.status < 500, f"{path}?{query!r}: {answered.text[:300]}"
    if answered.headers.get("content-type", "").startswith("text/html"):
        wrong = problems(parsed(path, answered.headers, answered.text))
        assert not wrong, f"{path}?{query!r}: {wrong}"
    elif answered.status >= 400:
        assert answered.headers["content-type"] == "application/problem+json"


@CALMLY
@given(
    st.sampled_from(ROUTES), st.data(), query, accept, st.sampled_from(["", "/nn", "/sv", "/en"])
)
def test_every_address_with_anything_in_it(
    app: Site,
    route: Address,
    data: st.DataObject,
    pairs: list[tuple[str, str]],
    accepted: str,
    prefix: str,
) -> None:
    parts = [
        data.draw(value) if part.startswith("{") else part
        for part in route.path.strip("/").split("/")
    ]
    path = (prefix + "/" + "/".join(quote(part, safe="") for part in parts)).rstrip("/") or "/"
    asked(app, path, urlencode(pairs).encode(), accepted)


@CALMLY
@given(st.text(max_size=60), st.binary(max_size=60), accept)
def test_any_address_at_all(app: Site, path: str, raw: bytes, accepted: str) -> None:
    asked(app, "/" + quote(path, safe="/"), raw, accepted)


@CALMLY
@given(st.sampled_from([r.path for r in ROUTES if "{" not in r.path]), st.binary(max_size=80))
def test_any_bytes_after_the_question_mark(app: Site, path: str, raw: bytes) -> None:
    asked(app, path, raw, "text/html")
