"""A whole session on a server that says all it ever says: its log holds nothing of what went on."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from game.process import announced
from game.rehearse import Options, Progress, rehearse
from game.rules import PHASES

ENV = {"BEMOT_LOG_LEVEL": "debug", "BEMOT_HOST": "127.0.0.1"}
PLAIN = re.compile(r"^[a-z0-9_:/.-]{0,3}$")


def quiet(progress: Progress) -> None:
    """Nobody watches."""


def asked(url: str) -> None:
    """A request with something in its address, as a browser or a scanner makes it."""
    for path in ("/j/FKT-482?kod=hemlig-fraga", "/nowhere?token=hemlig-fraga", "/api/rooms/FKT-482/left"):
        try:
            urllib.request.urlopen(url + path, timeout=10).close()
        except urllib.error.HTTPError as refused:
            refused.close()


def words(value: Any) -> Iterator[str]:
    """Every text in a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from words(one)
    elif isinstance(value, list):
        for one in value:
            yield from words(one)


def told(database: Path) -> set[str]:
    """Whatever people and their machines said, and what opens a door. Names of commands and ids of rooms are
    nobody's secret.
    """
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as raw:
        events = [json.loads(body) for (body,) in raw.execute("SELECT body FROM events")]
        rooms = raw.execute("SELECT id, code, host_key FROM rooms").fetchall()
        ids = [row[0] for row in raw.execute("SELECT id FROM outcomes")]
        tokens = [row[0] for row in raw.execute("SELECT hash FROM tokens")]
        pledges = {word for row in raw.execute("SELECT mark, sealed FROM pledges") for word in row}
    found = {word for event in events for word in words({**event, "type": ""})}
    found |= {*pledges, *ids, *tokens}
    found |= {secret for row in rooms for secret in row[1:]} | {"FKT-482", "hemlig-fraga", "127.0.0.1"}
    return {word for word in found - {row[0] for row in rooms} - set(PHASES) if not PLAIN.match(word)}


@pytest.mark.skipif(sys.platform == "win32", reason="the shell that keeps the log is not on Windows")
@pytest.mark.parametrize("form", ["json", "text"])
def test_a_whole_session_at_debug_level_leaves_no_content_in_the_log(tmp_path: Path, form: str) -> None:
    database, log = tmp_path / "bemot.sqlite", tmp_path / "server.log"
    serve = [sys.executable, "-m", "game", "serve", "--announce", "--port", "0", "--log-format", form]
    kept = ["sh", "-c", 'exec "$@" 2>"$0"', str(log), *serve, "--database", str(database)]
    with announced(kept, {**os.environ, **ENV}) as (url, _):
        asked(url)
        options = Options(server=url, tables=2, rooms=1, seats=4, seed=7, preset="APT 60", decks=("motet",))
        assert rehearse(options, quiet).wrong == []
    text = log.read_text(encoding="utf-8")
    lines = text.splitlines()
    assert sum("version" in line for line in lines) > 50
    assert sum("a room has closed" in line for line in lines) == 1
    secrets = told(database)
    assert len(secrets) > 100
    assert [word for word in secrets if word in text] == []
    if form == "json":
        assert all({"at", "level", "logger", "event"} <= set(json.loads(line)) for line in lines)
