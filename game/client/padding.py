"""What a client sends, in messages of one length, whatever is chosen in it.

Encryption hides what a message says and not how long it is: a pass would be told from a letter, and a letter
from an answer in one's own words. So blanks follow, which JSON takes no notice of. The library is imported by
whoever opens a line.
"""

from __future__ import annotations

import json
from typing import Any, Final

FRAME: Final = 4096
"""Bytes: a message is as long as this, or twice as long, and so on. Every secret has room in one."""


class Json:
    """Without spaces, letters as they are: no letter takes more than four bytes."""

    @staticmethod
    def dumps(value: Any, **_: Any) -> str:
        """The text."""
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    @staticmethod
    def loads(text: str, **_: Any) -> Any:
        """Raises `ValueError`."""
        return json.loads(text)


def padded(text: str) -> str:
    """A call with blanks before its last bracket.

    >>> len(padded('421["command",{"id":"å"}]').encode()), padded('421["command",{}]')[-2:]
    (4096, ' ]')
    """
    return text[:-1] + " " * (-len(text.encode()) % FRAME) + text[-1]


def packets() -> type:
    """What the library makes its packets of, in place of its own."""
    import socketio

    class Padded(socketio.packet.Packet):  # type: ignore[misc]
        json = Json

        def encode(self) -> Any:
            text = super().encode()
            return padded(text) if self.packet_type == socketio.packet.EVENT else text

    return Padded
