"""The shape of one kind of finding's wording."""

from typing import Literal, NamedTuple


class Rule(NamedTuple):
    """A severity, what is wrong and what to do. Names in braces are blanks that the finder fills."""

    severity: Literal["error", "warning"]
    what_sv: str
    do_sv: str
    what_en: str
    do_en: str
