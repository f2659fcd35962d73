"""How the server is set up: from the command line, the environment (`BEMOT_…`) or these defaults."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from platformdirs import user_data_path
from pydantic import BaseModel, ConfigDict, Field, IPvAnyNetwork, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


def default_database() -> Path:
    """The file in the user's own data folder, where the operating system keeps such things."""
    return user_data_path("bemot", appauthor=False) / "bemot.sqlite"


class Limits(BaseModel):
    """How much one socket, address or room may ask for. Rates are per second, times in milliseconds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    commands: Annotated[float, Field(gt=0)] = 20
    command_burst: Annotated[int, Field(ge=1)] = 40
    tries: Annotated[float, Field(gt=0)] = 1
    """Wrong codes per address. Once they are used up its right codes wait too, or guessing would go on; a
    whole hall may sit behind one address, so there are many and they come back fast. Returns cost nothing.
    """
    tries_burst: Annotated[int, Field(ge=1)] = 60
    all_tries: Annotated[float, Field(gt=0)] = 5
    """Wrong codes over all addresses. While there are more, somebody is guessing from many of them: an
    address that nobody has come in from then has the tries of a stranger, and the others keep theirs.
    """
    all_tries_burst: Annotated[int, Field(ge=1)] = 600
    wary_tries: Annotated[float, Field(gt=0)] = 0.1
    """Those of a stranger."""
    wary_tries_burst: Annotated[int, Field(ge=1)] = 5
    keys: Annotated[float, Field(gt=0)] = 0.1
    """Wrong host keys per address that are told apart from too many; a right one always opens."""
    keys_burst: Annotated[int, Field(ge=1)] = 10
    rooms: Annotated[float, Field(gt=0)] = 0.1
    """New rooms per address."""
    rooms_burst: Annotated[int, Field(ge=1)] = 10
    sockets: Annotated[int, Field(ge=1)] = 5000
    connections: Annotated[int, Field(ge=1)] = 2500
    """Open connections from one address, sockets and requests together. A hall of a thousand machines may sit
    behind one address, and for half a minute after a lost network each of them may be counted twice; half of
    all the sockets that there can be are left for everybody else. Trusted proxies are not counted, and of
    those they speak for only the sockets.
    """
    join_within: Annotated[int, Field(ge=1)] = 10_000
    """A socket that has not joined by then is closed."""
    backlog: Annotated[int, Field(ge=1)] = 200
    """Messages waiting for a slow reader before it is cut off; it comes back to a whole view."""
    backlog_bytes: Annotated[int, Field(ge=1)] = 256 * 1024


class Keep(BaseModel):
    """How long a room is kept. Times are days; one that has passed is acted on at the next daily sweep."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    closed: Annotated[int, Field(ge=1, le=3650)] = 30
    """From its closing until a room is erased: its log with all texts and counts, and its decks."""
    pledges: Annotated[int, Field(ge=1, le=3650)] = 42
    """The same for pledges under their receipts: a follow-up comes two to four weeks later, or a little
    after that.
    """
    begun: Annotated[int, Field(ge=1, le=3650)] = 7
    """Without a sign of anybody, until a session that has begun is closed as a host would close it."""
    unused: Annotated[int, Field(ge=1, le=3650)] = 60
    """The same for a room whose session never began: it may be made weeks before the day."""


class Settings(BaseSettings):
    """Everything that can be chosen. The command line's choices are given as arguments and win over the
    environment.
    """

    model_config = SettingsConfigDict(
        env_prefix="BEMOT_", env_nested_delimiter="__", frozen=True, extra="ignore"
    )

    host: str = "0.0.0.0"
    port: Annotated[int, Field(ge=0, le=65535)] = 8765
    """0 takes any free one."""
    database: Path = Field(default_factory=default_database)
    decks: tuple[Path, ...] = ()
    """Folders with decks, or decks in a folder or package (.zip), besides those that come with the game.
    When two sound decks share a slug the later one wins.
    """
    public_url: str | None = None
    """The address people are told, when it is not this machine's own."""
    tls_cert: Path | None = None
    """The certificate's whole chain in PEM; with it and `tls_key` the server speaks HTTPS alone."""
    tls_key: Path | None = None
    """Its private key, without a password."""
    hidden: bool = False
    """Whether the network is not told of the server. It never is where people are told another address, or
    where only this machine can reach it, or where it speaks HTTPS: no certificate bears the numbers by which
    the network would find it.
    """
    trusted_proxies: tuple[IPvAnyNetwork, ...] = ()
    """Addresses or networks of proxies before this server, like `["127.0.0.1"]`. Of a request that comes from
    one of them the last address in `X-Forwarded-For` counts as the visitor's, for every limit per address;
    the header is not read otherwise. Without this everybody behind a proxy shares its limits. A proxy that
    is named here must set the header itself, or anybody could choose an address to be counted by.
    """
    socket: Literal["fast", "stock"] = "fast"
    """The same protocol either way. "stock" leaves every message to the socket library: several times the
    work for the machine, and nothing in it that a new version of the library could move.
    """
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["text", "json"] = "text"
    metrics: Literal["local", "open", "off"] = "local"
    """Who may read `/metrics`: this machine alone and not through a proxy, everybody, or nobody."""
    metrics_token: Annotated[SecretStr, Field(min_length=16)] | None = None
    """Who bears it may read them, from wherever; nobody else then."""
    limits: Limits = Limits()
    keep: Keep = Keep()
    trend: bool = True
    """Whether sums of closed rooms are kept when the rooms are erased, and shown to hosts month by month. A
    server that several organisations share has no trend that is anybody's.
    """
    contact: Annotated[str, Field(max_length=200)] = ""
    """Who answers for what is kept here, and how they are reached: told on `/privacy`."""

    @property
    def scheme(self) -> Literal["http", "https"]:
        """How the server is spoken to without a proxy."""
        return "https" if self.tls_cert else "http"

    @property
    def secret_for_metrics(self) -> str:
        """The token for the metrics; empty when there is none."""
        return self.metrics_token.get_secret_value() if self.metrics_token else ""
