"""What holds for every test."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

os.environ["BEMOT_HIDDEN"] = (
    "1"  # servers of tests that run side by side would find each other in the network
)


@pytest.fixture
def network(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nobody else's test tells or hears anything in the network meanwhile, in this process or another."""
    shared = tmp_path_factory.getbasetemp().parent / "network.lock"
    with closing(sqlite3.connect(shared, timeout=100, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield
