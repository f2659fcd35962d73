"""The environment and the command line of a server: settings, or a sentence in two languages."""

from __future__ import annotations

import asyncio
import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any, Final

from aiohttp import web
from typer.testing import CliRunner

from server.chosen import PREFIX, chosen
from server.config import Keep, Limits, Settings
from server.errors import StartError
from server.library import deck_folders
from server.listening import listen, own_addresses
from tests.fuzz.mutate import ODD_TEXTS, ODD_VALUES, dumps, spoil_bytes
from tests.fuzz.said import in_both

HOSTS: Final = (
    "",
    "127.0.0.1",
    "::1",
    "0.0.0.0",
    "999.1.1.1",
    "x" * 300,
    "a..b",
    "ö" * 70,
    "[::1]",
    "fe80::1%9",
    "1",
)
GOOD: Final[Mapping[str, str]] = {
    "PORT": "0",
    "TRUSTED_PROXIES": '["127.0.0.1", "10.0.0.0/8"]',
    "DECKS": '["/nowhere"]',
    "HIDDEN": "true",
    "LOG_LEVEL": "info",
    "LIMITS": '{"commands": 20, "tries_burst": 60}',
    "LIMITS__SOCKETS": "50",
    "KEEP__CLOSED": "30",
    "TLS_CERT": "/nowhere.pem",
    "SOCKET": "stock",
}
OPTIONS: Final = (
    "--port",
    "--host",
    "--database",
    "--decks",
    "--url",
    "--tls-cert",
    "--tls-key",
    "--hidden",
    "--no",
    "",
)


def setting(dice: Random) -> bytes:
    """Up to three variables, or an odd command line."""
    if dice.random() < 0.3:
        words = [
            dice.choice((*OPTIONS, *ODD_TEXTS, "0", "-1", "8765", "/nowhere"))
            for _ in range(dice.randrange(1, 5))
        ]
        return dumps({"line": ["serve", *words]}).encode()
    names = [name.upper() for name in Settings.model_fields if name != "database"]
    names += [f"LIMITS__{name.upper()}" for name in Limits.model_fields] + ["LIMITS__", "KEEP"]
    names += [f"KEEP__{name.upper()}" for name in Keep.model_fields]
    return dumps(
        {"env": {name: _value(dice, name) for name in dice.sample(names, dice.randrange(1, 4))}}
    ).encode()


def _value(dice: Random, name: str) -> str:
    if name == "HOST":
        return dice.choice(HOSTS)
    shape = dice.random()
    if shape < 0.3 and name in GOOD:
        return spoil_bytes(dice, GOOD[name].encode()).decode("utf-8", "replace")
    if shape < 0.6:
        return dumps(dice.choice(ODD_VALUES))
    return dice.choice((*ODD_TEXTS, "inf", "-0", "1_0", "٣", "0x10", "[1]", '{"a":1}', '["::/0"]'))


def settle_setting(data: bytes) -> str:
    """ "settings" or "refused"."""
    given = json.loads(data)
    return _line(given["line"]) if "line" in given else _environment(given["env"])


def _environment(env: Mapping[str, str]) -> str:
    with _set(env):
        try:
            settings = chosen({})
            deck_folders(settings.decks)
            own_addresses(settings.host)
            asyncio.run(_listened(settings.model_copy(update={"port": 0})))
        except StartError as refused:
            in_both(refused.message)
            return "refused"
    return "settings"


async def _listened(settings: Settings) -> None:
    runner = web.AppRunner(web.Application())
    await runner.setup()
    try:
        await listen(runner, settings)
    finally:
        await runner.cleanup()


def _line(words: list[str]) -> str:
    """A server that cannot start here: its database is a folder."""
    from game.cli import app  # all of the command line, which the other inputs need not wait for

    with (
        tempfile.TemporaryDirectory() as folder,
        _set({"DATABASE": folder, "HOST": "127.0.0.1", "PORT": "0"}),
    ):
        safe = [word for word in words if word not in ("--database", "--host")]
        done = CliRunner().invoke(app, [*safe, "--database", folder])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert done.exit_code != 0, done.output
    assert "Traceback" not in done.output
    assert done.output.strip(), "nothing was said"
    return "refused"


@contextmanager
def _set(env: Mapping[str, str]) -> Iterator[None]:
    """The environment as it is, with these and no other settings of ours."""
    before = dict(os.environ)
    kept: dict[str, Any] = {name: value for name, value in before.items() if not name.startswith(PREFIX)}
    new = {
        PREFIX + name: value.encode("utf-8", "replace").decode().replace("\0", "?")
        for name, value in env.items()
    }
    try:
        os.environ.clear()
        os.environ.update({**kept, "BEMOT_DATABASE": str(Path(tempfile.gettempdir(), "none.sqlite")), **new})
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
