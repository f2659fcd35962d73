"""The wire as a target among the others: its loop stands still between two inputs."""

from __future__ import annotations

import asyncio
from typing import Any

from tests.fuzz.wire import Wire


class Wired:
    """A server for as long as the block lasts; gives what puts an input in."""

    def __enter__(self) -> Any:
        self._runner = asyncio.Runner()
        self._wire = Wire()
        self._runner.run(self._wire.__aenter__())
        return self._settle

    def __exit__(self, *error: object) -> None:
        self._runner.run(self._wire.__aexit__(*error))
        self._runner.close()

    def _settle(self, data: bytes) -> str:
        return self._runner.run(self._wire.settle(data))
