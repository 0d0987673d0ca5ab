"""Secrets that somebody is known by: made here, kept as their SHA-256 alone."""

import re
import secrets
from hashlib import sha256
from typing import Final

TOKEN: Final = re.compile(r"[0-9a-f]{64}")
"""256 bits, in digits that stay what they are in an address."""


def new_token() -> str:
    """A secret that nobody can guess."""
    return secrets.token_hex(32)


def kept_token(token: str) -> str:
    """What is kept of a secret: whoever reads it can do nothing with it."""
    return sha256(token.encode()).hexdigest()


def derived(secret: str, purpose: str) -> str:
    """Another secret, which says nothing of the one that it is made from."""
    return sha256(f"{purpose}:{secret}".encode()).hexdigest()
