"""What is held of every answer, however badly things stand."""

from tests.serving.client import Answer

SECURITY = (
    "content-security-policy",
    "x-content-type-options",
    "referrer-policy",
    "permissions-policy",
)


def is_secured(answer: Answer) -> None:
    """The headers that no answer goes without."""
    assert [name for name in SECURITY if name not in answer.headers] == [], answer.address


def is_unavailable(answer: Answer) -> None:
    """503 as it is promised: in the shape of the address, with a time to come back at."""
    assert answer.status == 503, f"{answer.address}: {answer.status} {answer.body[:200]!r}"
    assert int(answer.headers["retry-after"]) > 0
    assert answer.headers["cache-control"] == "no-store"
    api = answer.address.startswith("/api/")
    wanted = "application/problem+json" if api else "text/html; charset=utf-8"
    assert answer.headers["content-type"] == wanted, answer.address
    if api:
        assert answer.json()["status"] == 503
    is_secured(answer)


def is_not_ready(answer: Answer) -> None:
    """What `/readyz` says where the site cannot do its work: JSON that names each cause."""
    assert answer.status == 503, f"/readyz: {answer.status} {answer.body[:200]!r}"
    assert "json" in answer.headers["content-type"]
    said = answer.json()
    assert said["status"] != "ready"
    assert said["causes"]
    assert all(cause["cause"] and " " in cause["detail"] for cause in said["causes"]), said
    is_secured(answer)
