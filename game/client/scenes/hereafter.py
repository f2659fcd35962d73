"""How the pledges went, over the whole room: for a table's talk, the host's board and the hall."""

from __future__ import annotations

from collections.abc import Sequence

from game.client.ui import Bar, Bars, Ctx, Node


def went(ctx: Ctx, counts: Sequence[int], size: float = 30, key: str = "recalled") -> Node:
    """Done, partly, not yet."""
    _ = ctx._
    names = (_("Gjort"), _("Delvis"), _("Inte än"))
    rows = [Bar("", name, count, None) for name, count in zip(names, counts, strict=True)]
    return Bars(rows, sum(counts), "", "", size=size, key=key)
