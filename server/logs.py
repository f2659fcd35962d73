"""What the server writes about itself: one line an event, as text for people or as JSON for machines.

A line of ours holds what happened and perhaps a room's id, which opens nothing; never a code, an address or
anything that somebody chose or wrote. What a library would like to say may hold all of that, even in its
warnings, so of such a line only the place remains where it was said and, of an error, its kind. Requests are
not logged at all.
"""

from __future__ import annotations

import json
import logging
import sys
import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Final, Literal, TextIO

from server.faults import Terse, log_fault
from server.store.contract import Committed

Form = Literal["text", "json"]
OURS: Final = "server"
LENT: Final = ("server.transport", "server.http")
"""Loggers of ours that libraries speak through."""
ROOM: Final = "room"

log = logging.getLogger(__name__)


def set_up(level: str, form: Form, stream: TextIO | None = None) -> None:
    """From now on our own lines from this level on are written, and of libraries only their warnings."""
    terminal = logging.StreamHandler(stream)
    terminal.setFormatter(JsonLine() if form == "json" else TextLine())
    logging.basicConfig(level=logging.WARNING, handlers=[terminal], force=True)
    logging.getLogger(OURS).setLevel(level.upper())
    logging.captureWarnings(True)
    sys.excepthook = _fallen
    threading.excepthook = _thread_fallen
    sys.unraisablehook = _unraisable


def loop_fault(_loop: object, context: Mapping[str, Any]) -> None:
    """For `loop.set_exception_handler`: the event loop's own words quote what it held."""
    error = context.get("exception")
    if isinstance(error, BaseException):
        log_fault(log, "a task went wrong", error)
    else:
        log.error("the event loop complains")


def note(outcome: Committed) -> None:
    """What a room has come to, without a word of what was said in it."""
    room = outcome.room
    if room.closed:
        log.info("a room has closed", extra={ROOM: room.id})
    else:
        log.debug("version %d", outcome.version, extra={ROOM: room.id})


class TextLine(Terse):
    """2030-03-17 18:46:40,000 INFO server.app said something room=r1"""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(told)s")

    def format(self, record: logging.LogRecord) -> str:
        room = getattr(record, ROOM, None)
        record.told = _told(record) + (f" room={room}" if room else "")
        return super().format(record)


class JsonLine(logging.Formatter):
    """{"at", "level", "logger", "event"} and, where there are any, "room" and "fault"."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, str] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": _told(record),
        }
        if room := getattr(record, ROOM, None):
            line[ROOM] = str(room)
        if record.exc_info and record.exc_info[0]:
            line["fault"] = Terse().formatException(record.exc_info).strip()
        return json.dumps(line, ensure_ascii=False)


def _told(record: logging.LogRecord) -> str:
    """Our own sentence, or where a library said something."""
    if record.name.partition(".")[0] == OURS and record.name not in LENT:
        return record.getMessage()
    return f"said at {record.module}:{record.lineno}"


def _fallen(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    log_fault(log, "the server has fallen", error)


def _thread_fallen(fallen: threading.ExceptHookArgs) -> None:
    if fallen.exc_value is not None:
        log_fault(log, "a thread has fallen", fallen.exc_value)


def _unraisable(fallen: Any) -> None:
    if fallen.exc_value is not None:
        log_fault(log, "an error could not be raised", fallen.exc_value)
