"""Mistakes in our own code: caught at the edges, answered as "internal", logged by their place and never
their words.
"""

from __future__ import annotations

import logging
from contextlib import suppress
from types import TracebackType
from typing import Any, Final

FAULTS: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NameError,
    RecursionError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What a mistake raises. Cancellation, a full memory and the end of the program are not among them."""


def log_fault(log: logging.Logger, what: str, error: BaseException) -> None:
    """One line with the kind of the error and where it arose. Its text may quote what somebody chose, so it
    is left out.
    """
    log.error("%s: %s at %s", what, type(error).__name__, _place(error.__traceback__))


class Terse(logging.Formatter):
    """What libraries log of an error: one line as well, for the same reason. People read a terminal."""

    def formatException(self, ei: Any) -> str:
        return f"  {ei[0].__name__} at {_place(ei[2])}" if ei[0] else ""


def leave_no_dump() -> None:
    """Should this process crash, the system does not write its memory, with the open ballots' secrets, to the
    disk.
    """
    with suppress(ImportError, ValueError, OSError):  # Windows has no such limits
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _place(trace: TracebackType | None) -> str:
    places: list[str] = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{'/'.join(code.co_filename.replace(chr(92), '/').split('/')[-3:])}:{trace.tb_lineno}")
        trace = trace.tb_next
    return " < ".join(reversed(places[-6:]))
