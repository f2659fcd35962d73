"""What stands over the columns of a translator's work list."""

from functools import cache

from game.cards.tables.columns import key

TEXT, STATE, SOURCE, TRANSLATION, MOST, NAME = range(6)
"""The columns. The last is for the computer, and tells which text a row is about and what its text was."""


def headings(source: str, language: str, tongue: str) -> tuple[str, ...]:
    """The work list's headings."""
    if tongue == "sv":
        return (
            "Text", "Läge", f"Källtext ({source})", f"Översättning ({language})", "Högst tecken", "Fält",
        )  # fmt: skip
    return ("Text", "State", f"Source text ({source})", f"Translation ({language})", "At most", "Field")


def is_list_heading(heading: str) -> bool:
    """True for a heading of a work list in whatever languages."""
    return key(heading.partition("(")[0][:40]) in _names()


@cache
def _names() -> frozenset[str]:
    return frozenset(
        key(name.partition("(")[0]) for tongue in ("sv", "en") for name in headings("", "", tongue)
    )
