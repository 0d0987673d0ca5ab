"""Providers on loopback: one that others wrote, in a process of its own, and one that can be told
to answer wrongly."""

import base64
import hmac
import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, RSAKey

from tests.serving.process import free_port

CLIENT = "kompass"
SECRET = "hemmelig"
SECONDS_TO_START = 60


@contextmanager
def provider_of_others(*people: dict[str, Any]) -> Iterator[str]:
    """The address of a provider that knows some people."""
    port = free_port()
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port)]
    for one in people:
        command += ["--user-claims", json.dumps(one)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    issuer = f"http://127.0.0.1:{port}"
    try:
        ending = time.monotonic() + SECONDS_TO_START
        while True:
            try:
                httpx2.get(f"{issuer}/.well-known/openid-configuration", trust_env=False)
                break
            except httpx2.HTTPError:
                assert process.poll() is None, "it has not started"
                assert time.monotonic() < ending
                time.sleep(0.1)
        yield issuer
    finally:
        process.terminate()
        process.wait()


@dataclass
class OwnProvider:
    """Signs in whoever it is told to, and keeps to the protocol but where it is told not to.

    `claims` change what the token says, `metadata` what it says of itself; `sign` signs otherwise;
    `answers` are what it answers at some paths instead.
    """

    issuer: str = ""
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(parameters={"kid": "1"}))
    published: list[Any] = field(default_factory=list)
    claims: dict[str, Any] = field(default_factory=dict)
    userinfo: dict[str, Any] = field(default_factory=dict)
    metadata: dict[str, Any] = field(default_factory=dict)
    answers: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    sign: Callable[[dict[str, Any]], str] | None = None
    begun: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    sent: dict[str, str] = field(default_factory=dict)
    authorization: str = ""

    def visit(self, address: str, **changed: str) -> str:
        """Signs somebody in who was sent here; gives the address that they are sent back to."""
        found = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        assert address.startswith(f"{self.issuer}/authorize?")
        assert (found["response_type"], found["client_id"]) == ("code", CLIENT)
        assert found["code_challenge_method"] == "S256"
        self.begun = found
        back = {"code": "abc", "state": found["state"], **changed}
        return f"{found['redirect_uri']}?{httpx2.QueryParams(back)}"

    def answer(self, path: str, body: bytes, authorization: str) -> tuple[int, bytes]:
        self.asked.append(path)
        if path in self.answers:
            return self.answers[path]
        match path:
            case "/.well-known/openid-configuration":
                return 200, json.dumps(self._described()).encode()
            case "/jwks":
                keys = self.published or [self.key]
                return 200, json.dumps(KeySet(keys).as_dict(private=False)).encode()
            case "/userinfo":
                return 200, json.dumps(self.userinfo).encode()
            case "/token":
                self.sent = {n: v[0] for n, v in parse_qs(body.decode()).items()}
                self.authorization = authorization
                return self._token()
            case _:
                return 404, b"{}"

    def _described(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/jwks",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "id_token_signing_alg_values_supported": ["RS256", "none", "HS256", "ES256"],
        } | self.metadata

    def _token(self) -> tuple[int, bytes]:
        challenge = sha256(self.sent.get("code_verifier", "").encode()).digest()
        written = base64.urlsafe_b64encode(challenge).decode().rstrip("=")
        if self.sent.get("code") != "abc" or written != self.begun["code_challenge"]:
            return 400, b'{"error": "invalid_grant"}'
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "sub": "17",
            "aud": CLIENT,
            "exp": now + 300,
            "iat": now,
            "nonce": self.begun["nonce"],
        } | self.claims
        claims = {name: value for name, value in claims.items() if value is not None}
        token = (self.sign or self.signed)(claims)
        given = {"access_token": "at", "token_type": "Bearer", "id_token": token}
        return 200, json.dumps(given).encode()

    def signed(self, claims: dict[str, Any]) -> str:
        return jwt.encode({"alg": "RS256", "kid": self.key.kid}, claims, self.key)

    def signed_by(self, key: RSAKey) -> Callable[[dict[str, Any]], str]:
        return lambda claims: jwt.encode({"alg": "RS256", "kid": "1"}, claims, key)

    def unsigned(self, claims: dict[str, Any]) -> str:
        parts = ({"alg": "none"}, claims)
        return ".".join([*(_written(json.dumps(part).encode()) for part in parts), ""])

    def signed_with_what_all_know(self, claims: dict[str, Any]) -> str:
        """By the public key as if it were a secret."""
        parts = ({"alg": "HS256", "kid": "1"}, claims)
        written = ".".join(_written(json.dumps(part).encode()) for part in parts)
        seal = hmac.new(self.key.as_pem(private=False), written.encode(), sha256).digest()
        return f"{written}.{_written(seal)}"

    def with_another_end(self, claims: dict[str, Any]) -> str:
        return self.signed(claims)[:-4] + "AAAA"

    def signed_by_another_kind(self, claims: dict[str, Any]) -> str:
        key = ECKey.generate_key(parameters={"kid": "1"})
        return jwt.encode({"alg": "ES256", "kid": "1"}, claims, key)


def _written(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).decode().rstrip("=")


@contextmanager
def own_provider() -> Iterator[OwnProvider]:
    """A provider that runs in a thread."""
    own = OwnProvider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(b"")

        def do_POST(self) -> None:
            self._answer(self.rfile.read(int(self.headers["Content-Length"])))

        def _answer(self, body: bytes) -> None:
            path = urlsplit(self.path).path
            status, said = own.answer(path, body, self.headers.get("Authorization", ""))
            self.send_response(status)
            self.send_header("Content-Length", str(len(said)))
            if 300 <= status < 400:
                self.send_header("Location", said.decode())
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_rest: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    own.issuer = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield own
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
