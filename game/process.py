"""A server as a process of its own, which tells where it listens on its first line."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

PATIENCE = 10.0
"""Seconds a server may take to end when asked to."""


class NotStarted(Exception):
    """The server ended before it was up. `message` is why, a sentence per language."""

    def __init__(self, message: Mapping[str, str]) -> None:
        super().__init__(message["en"])
        self.message = dict(message)


def unstarted(error: OSError) -> NotStarted:
    """What to tell when the operating system would not even let a server be started."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return NotStarted(_FULL)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.ENOTDIR):
        return NotStarted(_CLOSED)
    return NotStarted(_REFUSED)


@contextmanager
def announced(
    command: Sequence[str], env: Mapping[str, str] | None = None
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Run a server for as long as the block lasts; gives its address and its process.

    The command's first line on standard output must be JSON with `url`. Raises NotStarted. Its standard input
    is a pipe that closes with this process, however this process ends: see `when_orphaned`.
    """
    try:
        started = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env, text=True, encoding="utf-8"
        )
    except OSError as error:
        raise unstarted(error) from error
    with started as process:
        try:
            yield _address(process), process
        finally:
            _end(process)


@contextmanager
def tied(command: Sequence[str]) -> Iterator[subprocess.Popen[str]]:
    """Run a program that says nothing for as long as the block lasts, and no longer than this process: see
    `when_orphaned`.
    """
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, encoding="utf-8"
    ) as process:
        try:
            yield process
        finally:
            _end(process)


def when_orphaned(call: Callable[[], object]) -> None:
    """In the process that was started: call this, in a thread of its own, when whoever started it is gone."""

    def wait() -> None:
        # The file descriptor itself: a buffered reader would be locked while this process ends.
        while os.read(0, 4096):
            pass
        call()

    threading.Thread(target=wait, name="starter", daemon=True).start()


def _end(process: subprocess.Popen[str]) -> None:
    if process.stdin is not None:
        process.stdin.close()
    if sys.platform != "win32":  # where to terminate is to kill; the closed pipe asks in good order
        process.terminate()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()


def _address(process: subprocess.Popen[str]) -> str:
    if process.stdout is None:
        raise NotStarted(_SILENT)
    first = process.stdout.readline()
    try:
        told = json.loads(first)
        if "error" in told:
            raise NotStarted(told["error"]["message"])
        url = told["url"]
    except (ValueError, TypeError, KeyError) as strange:
        raise NotStarted(_SILENT) from strange
    # A pipe that nobody empties would stop a talkative server.
    threading.Thread(target=process.stdout.read, name="server-output", daemon=True).start()
    return str(url)


_SILENT = {
    "sv": "Servern startade inte och sa inte varför. Kör bemot doctor för att se vad som saknas.",
    "en": "The server did not start and did not say why. Run bemot doctor to see what is missing.",
}
_FULL = {
    "sv": "Disken är full, så servern kunde inte starta. Frigör utrymme och prova igen.",
    "en": "The disk is full, so the server could not start. Free some space and try again.",
}
_CLOSED = {
    "sv": "Datorns mapp för tillfälliga filer, eller Bemöts egen, går inte att använda, så servern kunde "
    "inte starta. Kontrollera mapparnas rättigheter och prova igen.",
    "en": "This computer's folder for temporary files, or Bemöt's own, cannot be used, so the server could "
    "not start. Check the folders' permissions and try again.",
}
_REFUSED = {
    "sv": "Datorn lät inte servern starta. Stäng andra program, eller starta om datorn, och prova igen.",
    "en": "This computer did not let the server start. Close other programs, or restart the computer, and "
    "try again.",
}
