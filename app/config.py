"""Settings, read from the environment. Each has a default that suits a machine of one's own."""

import contextlib
import re
from decimal import Decimal
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any, Final, Literal, Self, TypeAlias
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, ValidationInfo, field_validator, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent

_DATABASE: Final = re.compile(r"(sqlite|postgres(ql)?(\+psycopg)?)://")
_ANYWHERE: Final = ("", "0.0.0.0", "::")  # noqa: S104 - it is compared, not listened on
_ROOT_PATH: Final = re.compile(r"(/(?!\.{1,2}(/|$))[\w.~-]+)*", re.ASCII)

LogFormat: TypeAlias = Literal["text", "json"]
PublisherType: TypeAlias = Literal[
    "",
    "Academia-ScientificOrganisation",
    "Company",
    "IndustryConsortium",
    "LocalAuthority",
    "NationalAuthority",
    "NonGovernmentalOrganisation",
    "NonProfitOrganisation",
    "PrivateIndividual(s)",
    "RegionalAuthority",
    "StandardisationBody",
    "SupraNationalAuthority",
]
Network: TypeAlias = IPv4Network | IPv6Network


class BadSettings(ValueError):
    """Settings with values that they cannot have; a line for each."""


class Settings(BaseSettings):
    """Every setting there is. Names in the environment are the same in capitals."""

    model_config = SettingsConfigDict(env_file=None, extra="ignore")

    database_url: str = f"sqlite:///{ROOT / 'var' / 'kompass.db'}"
    """SQLite file or PostgreSQL (`postgresql+psycopg://…`)."""

    read_database_url: str = ""
    """Where readers read, if elsewhere than at `database_url`: a replica, for instance."""

    read_only: bool = False
    """Serves from a place that cannot be written to. Nothing is migrated or published there."""

    four_eyes: bool = True
    """Whether what one has written has to be approved by another before it becomes public."""

    host: str = "127.0.0.1"
    port: int = Field(8000, ge=0, le=65_535)
    """Where the site listens."""

    site_url: str = ""
    """The host that readers know the site by, with its scheme: for canonical addresses and
    citations. `root_path` is put behind it, once, whether or not it stands there already. Without,
    it is where the site listens."""

    root_path: str = ""
    """The path under which a proxy shows the site, such as `/kompass`; empty at the top."""

    trusted_proxies: str = ""
    """Addresses or networks of proxies whose `X-Forwarded-For` is believed, with commas between."""

    rate_limit: int = Field(1200, ge=0)
    """Requests that one address may make in a minute; 0 sets no limit. Many readers may share an
    address, and every process counts for itself."""

    rate_limit_exempt: str = "127.0.0.0/8,::1"
    """Addresses or networks that are not limited, with commas between; empty exempts nobody."""

    log_format: LogFormat = "text"
    """`text` for people, `json` for machines."""

    publisher_name: str = "Kommunekompasset, åpne resultater"
    """Who publishes the site, shown on every page."""

    publisher_organisation_number: str = ""
    """The number of the publisher in the official register of its country, for the catalogue: nine
    digits in Norway, ten in Sweden."""

    publisher_type: PublisherType = ""
    """What kind of organisation publishes, by the names of ADMS, for the catalogue; left out where
    empty."""

    contact_email: str = ""
    """Where errors are reported; shown on every page when set."""

    release_ttl_seconds: float = Field(1.0, ge=0, allow_inf_nan=False)
    """How often the newest release is looked up; 0 looks whenever somebody asks, and only then."""

    cache_megabytes: int = Field(64, ge=0)
    """Memory for answers that are kept ready; 0 keeps none."""

    cache_folder: str = ""
    """Where files of a release are kept once they are made; without, `cache` beside the SQLite
    file, or in `var`."""

    least_likeness_percent: int = Field(50, ge=0, le=100)
    """Under this many per cent of likeness, by our own measure, nobody is called alike or named as
    one to learn from. Half: whoever is less than half alike is more different than alike."""

    small_difference_area: int = Field(3, ge=0)
    """Under this many points on an area the words say "about the same". Our editorial choice."""

    small_difference_total: int = Field(10, ge=0)
    """The same for a total."""

    small_difference_over_time: Decimal = Field(Decimal("1.4"), ge=1, le=10, allow_inf_nan=False)
    """What both limits are multiplied by for a change over time, where two evaluations err."""

    least_coverage_percent: int = Field(50, ge=1, le=100)
    """How many of a hundred known to be evaluated must have a figure before an average, a place or
    a record stands for a country or a size group. Our editorial choice."""

    workspace: bool = True
    """Whether there is a workspace at `/redaksjon`, where results are brought in and published. A
    site that is `read_only` has none."""

    tips: bool = False
    """Whether anybody may tell the editors of an evaluation or an error, by a form without an
    account."""

    session_hours: int = Field(12, ge=1, le=168)
    """For how long somebody stays signed in to the workspace at most; without doing anything, for a
    sixth of that."""

    oidc_issuer: str = ""
    """The provider (OpenID Connect) where those of the workspace sign in, such as
    `https://login.example`; none without."""

    oidc_client_id: str = ""
    oidc_client_secret: str = ""
    """What the provider knows this site by."""

    oidc_name: str = ""
    """What the provider is called on the button; its host without."""

    oidc_scopes: str = "openid profile"
    """What is asked of the provider, with spaces between."""

    oidc_groups_claim: str = "groups"
    """Where in what the provider says the groups of an account stand; a full stop leads further in
    (`realm_access.roles`)."""

    oidc_roles: str = ""
    """Which group has which role: `kompass-editors=editor, kompass-evaluators=evaluator`. Who is in
    none of them is refused; of several, the role that may do most counts."""

    oidc_office_claim: str = "office"
    """Where the office of an account stands, which the public may see; without one, the provider's
    host stands there."""

    @field_validator(
        "read_only",
        "four_eyes",
        "workspace",
        "tips",
        "session_hours",
        "log_format",
        mode="before",
    )
    @classmethod
    def _empty_is_unset(cls, given: Any, info: ValidationInfo) -> Any:
        return given or cls.model_fields[str(info.field_name)].default

    @field_validator("database_url", "read_database_url")
    @classmethod
    def _only_databases(cls, given: str) -> str:
        """Says nothing of what was given: there may be a password in it."""
        with contextlib.suppress(ValueError):
            _ = urlsplit(given).port  # which has to be a number
            if not given or _DATABASE.match(given):
                return given
        raise ValueError(
            "it is like sqlite:////folder/kompass.db or postgresql://user:password@host/name"
        )

    @field_validator("site_url")
    @classmethod
    def _only_addresses(cls, given: str) -> str:
        """Without a slash at the end."""
        if not given.strip():
            return ""
        address = given.strip().rstrip("/")
        site = urlsplit(address)
        if site.scheme not in ("http", "https") or not site.hostname or site.query or site.fragment:
            raise ValueError(f"“{given}” is not an address such as https://kompass.example")
        return address

    @field_validator("oidc_issuer")
    @classmethod
    def _only_issuers(cls, given: str) -> str:
        """As it is written: an issuer is compared letter by letter. HTTPS, but on the machine
        itself."""
        issuer = given.strip()
        if not issuer:
            return ""
        found = urlsplit(issuer)
        local = found.hostname in ("localhost", "127.0.0.1", "::1")
        allowed = found.scheme == "https" or (found.scheme == "http" and local)
        if not allowed or not found.hostname or found.query or found.fragment:
            raise ValueError(f"“{given}” is not an address such as https://login.example")
        return issuer

    @field_validator("oidc_roles")
    @classmethod
    def _only_roles(cls, given: str) -> str:
        """Refuses what is no list of groups and roles."""
        role_groups(given)
        return given

    @field_validator("publisher_organisation_number")
    @classmethod
    def _only_numbers_that_are_given(cls, given: str) -> str:
        """Without the spaces and the hyphen that they are written with."""
        digits = re.sub(r"[\s-]", "", given)
        if digits and not (_is_norwegian(digits) or _is_swedish(digits)):
            raise ValueError(f"“{given}” is not an organisation number of Norway or Sweden")
        return digits

    @field_validator("root_path")
    @classmethod
    def _as_addresses_begin(cls, given: str) -> str:
        """`kompass/` is meant as `/kompass`, and `/` as nothing."""
        stripped = given.strip().strip("/")
        path = f"/{stripped}" if stripped else ""
        if not _ROOT_PATH.fullmatch(path):
            raise ValueError(f"“{given}” is not a path such as /kompass")
        return path

    @model_validator(mode="after")
    def _known_by_where_it_listens(self) -> Self:
        self.site_url = self.site_url or f"http://{_reachable(self.host)}:{self.port}"
        return self

    @property
    def takes_tips(self) -> bool:
        """Whether tips can be given, and somebody can read them."""
        return self.tips and self.workspace and not self.read_only

    @property
    def origin(self) -> str:
        """What stands before the root path in a whole address, without a slash at the end."""
        return self.site_url.removesuffix(self.root_path)

    @property
    def site_address(self) -> str:
        """Where the site begins, as a whole address without a slash at the end."""
        return self.origin + self.root_path

    @field_validator("trusted_proxies", "rate_limit_exempt")
    @classmethod
    def only_networks(cls, value: str) -> str:
        """Refuses what is no list of addresses and networks."""
        networks(value)
        return value


def _is_norwegian(digits: str) -> bool:
    """Whether the last of nine digits follows from the others (modulus 11)."""
    if re.fullmatch(r"[0-9]{9}", digits) is None:
        return False
    weighed = zip((3, 2, 7, 6, 5, 4, 3, 2, 1), map(int, digits), strict=True)
    return sum(weight * digit for weight, digit in weighed) % 11 == 0


def _is_swedish(digits: str) -> bool:
    """Whether the last of ten digits follows from the others (modulus 10)."""
    if re.fullmatch(r"[0-9]{10}", digits) is None:
        return False
    weighed = (int(d) * (2 - n % 2) for n, d in enumerate(digits))
    return sum(n // 10 + n % 10 for n in weighed) % 10 == 0


def _reachable(host: str) -> str:
    """The host to write in an address of a site that listens there: this machine for all of them,
    IPv6 in brackets."""
    if host in _ANYWHERE:
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


def networks(text: str) -> tuple[Network, ...]:
    """The networks in a list with commas between. An address is a network of its own.

    Raises:
        ValueError: something in it is neither.
    """
    found = []
    for part in filter(None, map(str.strip, text.split(","))):
        try:
            found.append(ip_network(part))
        except ValueError:
            raise ValueError(
                f"“{part}” is not an address or a network such as 10.0.0.0/8"
            ) from None
    return tuple(found)


ROLES: Final = ("evaluator", "editor", "administrator")
"""Who may do what in the workspace, the least first."""


def role_groups(text: str) -> tuple[tuple[str, str], ...]:
    """The groups of a provider, each with the role that it gives. A group may hold `=`: the role
    stands behind the last one.

    Raises:
        ValueError: it is no list like `group=role, other=role`.
    """
    found = []
    for part in filter(None, map(str.strip, text.split(","))):
        group, _, role = (piece.strip() for piece in part.rpartition("="))
        if not group or role not in ROLES:
            raise ValueError(f"“{part}” is not a group and a role such as editors=editor")
        found.append((group, role))
    return tuple(found)


@lru_cache
def settings() -> Settings:
    """The settings of this process.

    Raises:
        BadSettings: one has a value that it cannot have.
    """
    try:
        return Settings()
    except ValidationError as error:
        raise BadSettings("\n".join(map(_told, error.errors()))) from None


def _told(fault: ErrorDetails) -> str:
    """What is wrong with a setting, under the name that it has in the environment."""
    reason = fault.get("ctx", {}).get("error", fault["msg"])
    return f"{str(fault['loc'][0]).upper()}: {reason}"
