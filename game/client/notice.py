"""What is said on the pages before a room: what is waited for, or what did not succeed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.client.news import NO_WORDS
from game.client.ui import Ctx, Node, Status

Words = Mapping[str, str]
"""language -> sentence"""

CONNECTING: Words = {"sv": "Ansluter till {url} …", "en": "Connecting to {url} …"}
TRYING: Words = {"sv": " Försöker igen av sig själv.", "en": " Trying again by itself."}


@dataclass
class Notice:
    """One of the two at a time; the pages of a window share it."""

    waiting: Words = field(default_factory=dict)
    trouble: Words = field(default_factory=dict)

    def wait(self, words: Words) -> None:
        """Something has been asked for, and nothing is wrong so far."""
        self.waiting, self.trouble = words, NO_WORDS

    def complain(self, words: Words) -> None:
        """It did not succeed."""
        self.waiting, self.trouble = NO_WORDS, words

    def clear(self) -> None:
        """Nothing is waited for, and nothing is wrong."""
        self.wait(NO_WORDS)

    def nodes(self, ctx: Ctx) -> list[Node]:
        """At most one line."""
        if self.trouble:
            return [Status("warning", ctx._.pick(dict(self.trouble)))]
        return [Status("waiting", ctx._.pick(dict(self.waiting)))] if self.waiting else []
