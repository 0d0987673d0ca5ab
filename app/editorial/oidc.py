"""Signing in by a provider (OpenID Connect, authorization code with PKCE).

Who comes back is believed where the token is signed by a key of the provider's, is meant for this
site and for this visit, and has not run out. The groups that it names decide the role, anew each
time.
"""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import sha256
from hmac import compare_digest
from typing import Any, Final

from authlib.oauth2.auth import ClientAuth
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri, prepare_token_request
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry
from sqlmodel import Session

from app.config import Settings, role_groups, settings
from app.domain.editing import Actor, Role
from app.domain.message import say
from app.editorial import accounts
from app.editorial.accounts import LOGIN, LONGEST_OFFICE, Account
from app.editorial.provider import Patience, Provider, ProviderSilent, answer_of
from app.editorial.tokens import derived
from app.errors import KompassError

BACK: Final = "/redaksjon/oidc/tilbake"
"""Where the provider sends back whoever has signed in there."""
ALGORITHMS: Final = (
    "RS256",
    "RS384",
    "RS512",
    "PS256",
    "PS384",
    "PS512",
    "ES256",
    "ES384",
    "EdDSA",
)
"""What a token may be signed with: keys that the provider keeps to itself."""
LEEWAY_SECONDS: Final = 60
"""By how much clocks may differ."""


class NotVouchedFor(KompassError):
    """Who came back cannot be believed; `why` is for the log, and says nothing of who it is."""

    status = 403
    slug = "not-allowed"

    def __init__(self, why: str) -> None:
        super().__init__(say("The sign-in could not be completed. Begin anew."))
        self.why = why


class NoRole(KompassError):
    """Who signed in is in no group that has a role here, or the account is closed."""

    status = 403
    slug = "not-allowed"

    def __init__(self) -> None:
        super().__init__(
            say("You are signed in there, but have no access here. Who runs the site can give it.")
        )


@dataclass(frozen=True, slots=True)
class Vouched:
    """Whom a provider vouches for."""

    subject: str
    login: str
    office: str
    role: Role


@lru_cache(maxsize=4)
def provider(issuer: str) -> Provider:
    """The provider at an address, with what is known of it in this process."""
    return Provider(issuer)


def state_of(secret: str, next_path: str) -> str:
    """What goes to the provider and comes back: bound to the browser, and to where it goes on."""
    written = base64.urlsafe_b64encode(next_path.encode()).decode().rstrip("=")
    return f"{derived(secret, f'state {next_path}')}.{written}"


def next_of(secret: str, state: str) -> str:
    """Where somebody goes on who has come back.

    Raises:
        NotVouchedFor: it was not begun by this browser.
    """
    written = state.partition(".")[2]
    try:
        path = base64.urlsafe_b64decode(written + "=" * (-len(written) % 4)).decode()
    except (ValueError, binascii.Error):
        path = ""
    if not secret or not compare_digest(state.encode(), state_of(secret, path).encode()):
        raise NotVouchedFor("the state is another")
    return path


def leading_there(secret: str, next_path: str) -> str:
    """The address of the provider that somebody is sent to.

    Raises:
        ProviderSilent: it does not answer.
    """
    chosen = settings()
    metadata = provider(chosen.oidc_issuer).metadata(Patience())
    found: str = prepare_grant_uri(
        metadata["authorization_endpoint"],
        chosen.oidc_client_id,
        "code",
        redirect_uri=_back(chosen),
        scope=chosen.oidc_scopes,
        state=state_of(secret, next_path),
        nonce=derived(secret, "nonce"),
        code_challenge=create_s256_code_challenge(derived(secret, "verifier")),
        code_challenge_method="S256",
    )
    return found


def vouched_for(secret: str, code: str, issuer: str, now: datetime) -> Vouched:
    """Whom the provider vouches for, who has come back with a code, and with the name of the
    `issuer` where it says that.

    Raises:
        NotVouchedFor: nobody.
        NoRole: they have no role here.
        ProviderSilent: it does not answer.
    """
    chosen, patience = settings(), Patience()
    one = provider(chosen.oidc_issuer)
    metadata = one.metadata(patience)
    says_so = metadata.get("authorization_response_iss_parameter_supported") is True
    if issuer != chosen.oidc_issuer and (issuer or says_so):
        raise NotVouchedFor("another provider has answered")  # RFC 9207
    token = _token(metadata, chosen, secret, code, patience)
    claims = _claims(one, metadata, token, derived(secret, "nonce"), patience, now)
    root = chosen.oidc_groups_claim.partition(".")[0]
    if root not in claims and metadata.get("userinfo_endpoint"):
        claims = {**_told_besides(metadata, token, claims["sub"], patience), **claims}
    return _vouched(claims, chosen)


def account_of(session: Session, vouched: Vouched, now: datetime) -> Account:
    """The account of whom a provider vouches for: made when they first sign in, and brought in step
    with what it says each time.

    Raises:
        NoRole: the account is closed.
    """
    known = accounts.of_subject(session, vouched.subject)
    if known is None:
        login = _free_login(session, vouched)
        maker = Actor(None, vouched.office, vouched.role, at_terminal=True)
        return accounts.add(
            session,
            maker,
            login,
            vouched.office,
            vouched.role,
            subject=vouched.subject,
            now=now,
        )
    if not known.enabled:
        raise NoRole
    by_provider = Actor(None, vouched.office, vouched.role, at_terminal=True)
    accounts.set_role(session, by_provider, known.id, vouched.role, now)
    return accounts.set_office(session, by_provider, known.id, vouched.office, now)


def _token(
    metadata: Mapping[str, Any], chosen: Settings, secret: str, code: str, patience: Patience
) -> dict[str, Any]:
    """What the provider gives for a code."""
    body = prepare_token_request(
        "authorization_code",
        redirect_uri=_back(chosen),
        code=code,
        code_verifier=derived(secret, "verifier"),
    )
    offered = metadata.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
    method = "client_secret_basic" if "client_secret_basic" in offered else "client_secret_post"
    client = ClientAuth(
        chosen.oidc_client_id,
        chosen.oidc_client_secret,
        method if chosen.oidc_client_secret else "none",
    )
    headers = {
        "Accept": "application/json",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    url, headers, body = client.prepare("POST", metadata["token_endpoint"], headers, body)
    token = answer_of("POST", url, patience, headers=headers, body=body)
    if not isinstance(token.get("id_token"), str):
        raise NotVouchedFor("the provider gives no token for the code")
    return token


def _claims(
    one: Provider,
    metadata: Mapping[str, Any],
    token: Mapping[str, Any],
    nonce: str,
    patience: Patience,
    now: datetime,
) -> dict[str, Any]:
    """What a token says, where it can be believed."""
    offered = metadata.get("id_token_signing_alg_values_supported", ALGORITHMS)
    registry = JWSRegistry(algorithms=[a for a in ALGORITHMS if a in offered])
    try:
        try:
            keys = KeySet.import_key_set(one.keys(patience))  # type: ignore[arg-type]
            read = jwt.decode(token["id_token"], keys, registry=registry)
        except InvalidKeyIdError:  # it signs with a new one
            keys = KeySet.import_key_set(one.keys(patience, anew=True))  # type: ignore[arg-type]
            read = jwt.decode(token["id_token"], keys, registry=registry)
        client = settings().oidc_client_id
        claims = CodeIDToken(
            read.claims,
            read.header,
            {
                "iss": {"essential": True, "value": one.issuer},
                "aud": {"essential": True, "value": client},
            },
            {"nonce": nonce, "client_id": client, "access_token": token.get("access_token")},
        )
        claims.validate(int(now.timestamp()), LEEWAY_SECONDS)
    except (JoseError, ValueError, TypeError, KeyError) as error:
        raise NotVouchedFor(type(error).__name__) from error
    if not isinstance(claims["sub"], str) or not claims["sub"]:
        raise NotVouchedFor("the token names nobody")
    return dict(claims)


def _told_besides(
    metadata: Mapping[str, Any], token: Mapping[str, Any], subject: str, patience: Patience
) -> dict[str, Any]:
    """What the provider says besides, of the same one: some keep groups out of the token."""
    headers = {"Authorization": f"Bearer {token.get('access_token')}", "Accept": "application/json"}
    found = answer_of("GET", metadata["userinfo_endpoint"], patience, headers=headers)
    if found.get("sub") != subject:
        raise NotVouchedFor("the provider speaks of somebody else")
    return found


def _vouched(claims: Mapping[str, Any], chosen: Settings) -> Vouched:
    groups = _groups(claims, chosen.oidc_groups_claim)
    given = {role for group, role in role_groups(chosen.oidc_roles) if group in groups}
    roles = [role for role in Role if role in given]
    if not roles:
        raise NoRole
    office = claims.get(chosen.oidc_office_claim)
    named = " ".join(office.split())[:LONGEST_OFFICE] if isinstance(office, str) else ""
    host = chosen.oidc_issuer.partition("://")[2].partition("/")[0]
    return Vouched(
        f"{chosen.oidc_issuer}|{claims['sub']}",
        str(claims.get("preferred_username") or "").strip().lower(),
        named if named and named.isprintable() else host,
        roles[-1],
    )


def _groups(claims: Mapping[str, Any], path: str) -> frozenset[str]:
    """The groups at a claim, which may lie within others; a name with full stops in it is looked
    for whole first."""
    found: Any = claims.get(path)
    if found is None:
        found = claims
        for part in path.split("."):
            found = found.get(part) if isinstance(found, Mapping) else None
    if isinstance(found, str):
        return frozenset({found})
    if not isinstance(found, list | tuple):
        return frozenset()
    return frozenset(one for one in found if isinstance(one, str))


def _free_login(session: Session, vouched: Vouched) -> str:
    """What an account is called: as the provider has it, where nobody else is called so."""
    own = sha256(vouched.subject.encode()).hexdigest()[:12]
    wanted = vouched.login if LOGIN.fullmatch(vouched.login) else f"oidc-{own}"
    return wanted if accounts.is_free(session, wanted) else f"{wanted[:60]}-{own}"


def _back(chosen: Settings) -> str:
    return chosen.site_address + BACK


__all__ = [
    "BACK",
    "NoRole",
    "NotVouchedFor",
    "ProviderSilent",
    "Vouched",
    "account_of",
    "leading_there",
    "next_of",
    "state_of",
    "vouched_for",
]
