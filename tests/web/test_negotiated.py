"""One address in several forms: which one is answered follows from `Accept`."""

import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from app.web.answering.negotiated import Forms, Negotiated
from tests.web.asking import ask

FORMS = Forms(
    {
        "text/turtle": "/it.ttl",
        "application/ld+json": "/it.jsonld",
        "application/rdf+xml": "/it.rdf",
    },
    {"application/json": "application/ld+json"},
)
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


async def inner(scope: Scope, receive: Receive, send: Send) -> None:
    headers = {"Vary": "Accept-Encoding"}
    await Response(Request(scope).url.path, headers=headers)(scope, receive, send)


def site() -> Negotiated:
    found = Negotiated(inner)
    found.forms["/it"] = FORMS
    return found


@pytest.mark.parametrize(
    "accept, path",
    [
        ("", "/it"),
        ("*/*", "/it"),
        (BROWSER, "/it"),
        ("text/turtle", "/it"),
        ("text/*", "/it"),
        ("application/ld+json", "/it.jsonld"),
        ("APPLICATION/LD+JSON", "/it.jsonld"),
        ("application/json, */*;q=0.1", "/it.jsonld"),
        ("application/rdf+xml", "/it.rdf"),
        ("application/rdf+xml;q=0.5, application/ld+json;q=0.4", "/it.rdf"),
        ("text/turtle;q=0.1, application/rdf+xml;q=0.9, */*;q=0.2", "/it.rdf"),
        ("text/turtle;q=0, */*", "/it.jsonld"),
        ("application/*", "/it.jsonld"),
        ("image/png", "/it"),
        ("application/rdf+xml;q=x", "/it"),
        ('application/ld+json; profile="a"; q=1', "/it.jsonld"),
        ("x/y, " * 200 + "application/rdf+xml", "/it"),
    ],
)
def test_the_form_that_is_wanted_most_is_answered(accept: str, path: str) -> None:
    answered = ask(site(), "/it", headers=(("Accept", accept),))
    assert answered.text == path
    assert answered.headers["vary"] == "Accept-Encoding, Accept"


def test_an_address_of_one_form_does_not_depend_on_it() -> None:
    answered = ask(site(), "/it.ttl", headers=(("Accept", "application/ld+json"),))
    assert answered.text == "/it.ttl"
    assert answered.headers["vary"] == "Accept-Encoding"
