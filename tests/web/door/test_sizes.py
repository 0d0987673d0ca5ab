"""What is too long or too much is refused while it arrives, in a form that can be read."""

import json
import time
from random import Random

import pytest

from app import bounds
from app.web.headers import HEADERS
from tests.web.door.clients import GET, Answered, Client, Site

MB = 1_000_000


def request(
    target: bytes = b"/", *headers: bytes, method: bytes = b"GET", body: bytes = b""
) -> bytes:
    lines = [method + b" " + target + b" HTTP/1.1", b"Host: localhost", *headers]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def chunked(body: bytes) -> bytes:
    pieces = [body[n : n + 1000] for n in range(0, len(body), 1000)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


LONG_HEADER = b"X-Long: " + b"a" * bounds.HEADER_BYTES
MANY_HEADERS = [b"X-%d: a" % n for n in range(bounds.HEADER_COUNT)]

REFUSED = {
    "long header": (431, request(b"/", LONG_HEADER)),
    "long name": (431, request(b"/", b"X" * bounds.HEADER_BYTES + b": a")),
    "long header without end": (431, GET[:-2] + LONG_HEADER),
    "many headers": (431, request(b"/", *MANY_HEADERS)),
    "many long headers": (431, request(b"/", *(b"X-%d: %s" % (n, b"a" * 500) for n in range(90)))),
    "folded headers": (400, request(b"/", b"A: b", b" c")),
    "long path": (414, request(b"/" + b"a" * bounds.ADDRESS_BYTES)),
    "long query": (414, request(b"/?" + b"a" * bounds.ADDRESS_BYTES)),
    "long address without end": (414, b"GET /" + b"a" * 3 * bounds.HEADER_BYTES),
    "empty lines": (431, b"\r\n" * bounds.HEADER_BYTES),
    "large body": (
        413,
        request(b"/", b"Content-Length: 50000000", method=b"POST", body=b"a" * 50_000_000),
    ),
    "body announced": (413, request(b"/", b"Content-Length: 65537", method=b"PUT")),
    "letters in the path": (400, request("/kommuner/bærum".encode())),
    "no HTTP": (400, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 10),
    "no HTTP in words": (400, b"hello, is anybody there?\r\n\r\n"),
    "two lengths": (400, request(b"/", b"Content-Length: 1", b"Content-Length: 2", method=b"POST")),
    "length and chunks": (
        400,
        request(b"/", b"Content-Length: 1", b"Transfer-Encoding: chunked", method=b"POST"),
    ),
    "another protocol": (400, b"CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_with_a_page_and_the_connection_ends(site: Site, name: str) -> None:
    status, sent = REFUSED[name]
    client = site.connect().send(sent)
    answered = client.answer()
    assert answered.status == status
    assert answered.headers["content-type"] == "text/html; charset=utf-8"
    assert b"<h1>" in answered.body
    assert_bears_what_all_answers_bear(answered)
    assert client.is_closed()


def assert_bears_what_all_answers_bear(answered: Answered) -> None:
    for header, value in HEADERS.items():
        assert answered.headers[header.lower()] == value
    assert answered.headers["connection"] == "close"
    assert answered.headers["cache-control"] == "no-store"
    assert "date" in answered.headers


@pytest.mark.parametrize(
    "target, header",
    [(b"/", b"Accept: application/json"), (b"/api/v1/municipalities", b"Accept: text/html")],
)
@pytest.mark.parametrize("status, more", [(431, LONG_HEADER), (400, b"no colon")])
def test_programs_are_told_as_programs(
    site: Site, target: bytes, header: bytes, status: int, more: bytes
) -> None:
    answered = site.ask(request(target, header, more))
    assert answered.status == status
    assert answered.problem["instance"] == target.decode()
    assert_bears_what_all_answers_bear(answered)


@pytest.mark.parametrize(
    "prefix, language, title",
    [
        ("", "nb", "Forespørselen har for mange HTTP-headere"),
        ("/nn", "nn", "Førespurnaden har for mange HTTP-headerar"),
        ("/sv", "sv", "Förfrågan har för många HTTP-headrar"),
        ("/en", "en", "The request has too many HTTP headers"),
    ],
)
def test_the_address_says_in_which_language(
    site: Site, prefix: str, language: str, title: str
) -> None:
    answered = site.ask(request(f"{prefix}/kommuner".encode(), LONG_HEADER))
    assert answered.headers["content-language"] == language
    assert f"<h1>{title}</h1>" in answered.body.decode()


def test_an_address_that_cannot_be_parsed_still_says_in_which_language(site: Site) -> None:
    answered = site.ask(request("/en/bærum".encode()))
    assert (answered.status, answered.headers["content-language"]) == (400, "en")
    told = site.ask(request("/en/bærum".encode(), b"accept: application/json"))
    assert told.problem["title"] == "The request could not be understood"


def test_a_head_has_no_body(site: Site) -> None:
    client = site.connect().send(request(b"/", LONG_HEADER, method=b"HEAD"))
    client.socket.settimeout(5)
    received = b""
    while more := client.socket.recv(65536):
        received += more
    head, _, body = received.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 431 ")
    assert body == b""


ALLOWED = {
    "long header": request(b"/", b"X-Long: " + b"a" * (bounds.HEADER_BYTES - 100)),
    "many headers": request(b"/", *MANY_HEADERS[:-1]),
    "long address": request(b"/" + b"a" * (bounds.ADDRESS_BYTES - 1)),
    "empty lines first": b"\r\n\r\n" + GET,
    "no value": request(b"/", b"X-Empty:", b"X-Blank: "),
    "another protocol offered": request(b"/", b"Connection: upgrade", b"Upgrade: h2c"),
    "body": request(b"/", b"Content-Length: 3", body=b"abc"),
}


@pytest.mark.parametrize("name", ALLOWED)
@pytest.mark.parametrize("step", [0, 997])
def test_what_is_within_the_bounds_is_answered_however_it_comes(
    site: Site, name: str, step: int
) -> None:
    sent = ALLOWED[name]
    client = site.connect()
    for n in range(0, len(sent), step or len(sent)):
        client.send(sent[n : n + (step or len(sent))])
    assert client.answer().status == 200


def test_byte_by_byte(site: Site) -> None:
    client = site.connect()
    for byte in request(b"/slowly", b"Accept: text/html"):
        client.send(bytes([byte]))
    assert client.answer().body == b"hello /slowly"


def test_what_is_sent_to_an_address_is_refused_by_the_application(site: Site) -> None:
    client = site.connect()
    for sent in (
        request(b"/", b"Content-Length: 1000", method=b"POST", body=b"a" * 1000),
        request(b"/", b"Transfer-Encoding: chunked", method=b"POST", body=chunked(b"a" * 60_000)),
    ):
        assert client.send(sent).answer().status == 405
    assert client.send(GET).answer().status == 200


def test_an_endless_body_ends_the_connection(site: Site) -> None:
    before = site.memory
    sent = request(
        b"/", b"Transfer-Encoding: chunked", method=b"POST", body=chunked(b"a" * 20 * MB)
    )
    client = site.connect().send(sent)
    assert client.answer().status == 405
    assert client.is_closed()
    assert site.memory - before < 20 * MB


def test_endless_trailers_are_refused(site: Site) -> None:
    head = request(b"/wait", b"Transfer-Encoding: chunked", method=b"POST")
    client = site.connect().send(head + b"1\r\na\r\n0\r\n" + b"X-Trailer: abc\r\n" * 10_000)
    assert client.answer().status == 405
    assert client.answer().status == 431
    assert client.is_closed()


def numbered(count: int) -> bytes:
    return b"".join(request(b"/%d" % n) for n in range(count))


def bodies(client: Client, count: int) -> list[bytes]:
    return [client.answer().body for _ in range(count)]


def test_what_is_asked_ahead_is_answered_in_order(site: Site) -> None:
    client = site.connect().send(numbered(bounds.PIPELINED))
    expected = [b"hello /%d" % n for n in range(bounds.PIPELINED)]
    assert bodies(client, bounds.PIPELINED) == expected
    assert client.send(GET).answer().status == 200


def test_many_requests_in_one_segment_are_no_long_head(site: Site) -> None:
    sent = b"".join(request(b"/%d" % n, b"X-Filler: " + b"a" * 2000) for n in range(40))
    assert len(sent) > 2 * bounds.HEADER_BYTES
    client = site.connect().send(sent)
    assert bodies(client, 40) == [b"hello /%d" % n for n in range(40)]


def test_whoever_asks_too_far_ahead_is_answered_so_far(site: Site) -> None:
    client = site.connect().send(numbered(20_000))
    first = bodies(client, bounds.PIPELINED)
    assert first == [b"hello /%d" % n for n in range(bounds.PIPELINED)]
    rest = 0
    try:
        while client.answer().status == 200:
            rest += 1
    except (EOFError, ConnectionError):
        assert rest < 1000


@pytest.mark.parametrize(
    "status, bad", [(431, request(b"/", 2 * LONG_HEADER)), (400, b"?\r\n\r\n")]
)
def test_a_refusal_waits_for_the_answers_before_it(site: Site, status: int, bad: bytes) -> None:
    client = site.connect().send(request(b"/a") + request(b"/b") + bad)
    assert bodies(client, 2) == [b"hello /a", b"hello /b"]
    assert client.answer().status == status
    assert client.is_closed()


def test_what_follows_an_offer_of_another_protocol_is_not_taken_for_a_request(site: Site) -> None:
    offer = request(b"/a", b"Connection: upgrade", b"Upgrade: h2c", b"Content-Length: 40")
    client = site.connect().send(offer).send(request(b"/smuggled"))
    answered = client.answer()
    assert (answered.body, answered.headers["connection"]) == (b"hello /a", "close")
    assert client.is_closed()


def test_bytes_at_random_do_no_harm(site: Site) -> None:
    random = Random(11)
    whole = [request(b"/a?b=c", b"A: b"), request(b"/", b"Content-Length: 3", body=b"abc")]
    whole += [
        *(sent for _, sent in REFUSED.values()),
        request(b"/", b"Transfer-Encoding: chunked", body=chunked(b"a")),
    ]
    for _ in range(200):
        sent = bytearray(b"".join(random.choices(whole, k=random.randint(1, 4)))[:5000])
        for _ in range(random.randint(0, 8)):
            at = random.randrange(len(sent))
            sent[at : at + random.randint(0, 3)] = random.randbytes(random.randint(0, 3))
        client = site.connect()
        cut = random.randrange(len(sent))
        client.send(bytes(sent[:cut])).send(bytes(sent[cut:]))
        client.close()


def test_giant_headers_leave_no_trace_in_memory(site: Site) -> None:
    site.ask(request(b"/", LONG_HEADER))
    before = site.memory
    began = time.monotonic()
    giant = request(b"/", b"Accept-Encoding: " + b"a" * 2 * MB)
    statuses = [site.ask(giant).status for _ in range(110)]
    statuses.append(site.ask(request(b"/", b"Accept-Encoding: " + b"a" * 50 * MB)).status)
    assert statuses == [431] * 111
    assert site.memory - before < 20 * MB
    assert time.monotonic() - began < 20


def test_giant_headers_at_once_are_not_collected(site: Site) -> None:
    before = site.memory
    clients = [site.connect() for _ in range(50)]
    for client in clients:
        client.send(GET[:-2] + b"X-Long: " + b"a" * 2 * MB)
    assert [client.answer().status for client in clients] == [431] * 50
    assert site.memory - before < 20 * MB


def test_problems_name_what_is_wrong() -> None:
    """The slugs are part of the API."""
    from app.web.errors.refusals import RefusedRequest, refusal

    asked = RefusedRequest("/api/v1/municipalities", b"lang=en")
    told = {status: json.loads(refusal(status, asked).body) for status in (400, 408, 413, 414)}
    told |= {status: json.loads(refusal(status, asked, 7).body) for status in (429, 431, 503)}
    assert {status: problem["type"].rpartition("#")[2] for status, problem in told.items()} == {
        400: "malformed-request",
        408: "request-timeout",
        413: "content-too-large",
        414: "address-too-long",
        429: "too-many-requests",
        431: "headers-too-large",
        503: "busy",
    }
    assert dict(refusal(429, asked, 7).headers)[b"retry-after"] == b"7"
    assert b"retry-after" not in dict(refusal(431, asked, 7).headers)


SESSION = b"Cookie: kompass-sesjon=x"


def sent(path: bytes, length: int, *headers: bytes) -> bytes:
    return request(path, b"Content-Length: %d" % length, *headers, method=b"POST")


@pytest.mark.parametrize(
    "path, length, headers, status",
    [
        (b"/redaksjon/filer", 200 * MB, (SESSION,), 413),
        (b"/en/redaksjon/filer?x=1", 200 * MB, (SESSION,), 413),
        (b"/redaksjon/filer", bounds.UPLOAD_FORM_BYTES + 1, (SESSION,), 413),
        (b"/redaksjon/filer", MB, (), 413),
        (b"/redaksjon/utkast/1", bounds.DESK_BODY_BYTES + 1, (SESSION,), 413),
        (b"/redaksjon/utkast/1", MB, (), 413),
        (b"/mcp", MB, (SESSION,), 413),
        (b"/redaksjon/filerne", bounds.DESK_BODY_BYTES + 1, (SESSION,), 413),
    ],
)
def test_a_file_is_taken_from_who_brings_a_session_and_nowhere_else(
    site: Site, path: bytes, length: int, headers: tuple[bytes, ...], status: int
) -> None:
    """It is refused by what is said of it: none of it has to be sent."""
    answered = site.ask(sent(path, length, *headers))
    assert answered.status == status
    said = answered.body.decode()
    assert ("20 MB" in said) == (b"redaksjon/filer" in path and b"filerne" not in path)


@pytest.mark.parametrize(
    "path", [b"/redaksjon/filer", b"/nn/redaksjon/%66iler/3", b"/redaksjon/utkast/1"]
)
def test_a_file_or_a_form_of_all_texts_gets_in(site: Site, path: bytes) -> None:
    body = bytes(MB)
    assert site.ask(sent(path, MB, SESSION) + body).status == 405  # what the small site answers
    more = request(path, SESSION, b"Transfer-Encoding: chunked", method=b"POST") + chunked(body)
    assert site.ask(more).status == 405


def test_what_a_connection_may_send_is_that_of_each_request(site: Site) -> None:
    """A file that was let in lets in nothing after it."""
    client = site.connect().send(sent(b"/redaksjon/filer", MB, SESSION) + bytes(MB))
    assert client.answer().status == 405
    assert client.send(sent(b"/mcp", MB)).answer().status == 413
