"""What the server writes about itself, and what it does not, whoever says it."""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from collections.abc import Iterator
from io import StringIO

import pytest

from server.faults import log_fault
from server.logs import ROOM, Form, loop_fault, set_up

SECRET = "Sekretessprov-4711"


class Written:
    """The log of a server, as it stands in its terminal."""

    def __init__(self) -> None:
        self.stream = StringIO()

    def set_up(self, form: Form, level: str = "debug") -> None:
        set_up(level, form, self.stream)

    @property
    def text(self) -> str:
        return self.stream.getvalue()

    @property
    def lines(self) -> list[dict[str, str]]:
        return [json.loads(line) for line in self.text.splitlines()]


@pytest.fixture
def written() -> Iterator[Written]:
    root, ours = logging.getLogger(), logging.getLogger("server")
    before = (root.handlers[:], root.level, ours.level, sys.excepthook)
    yield Written()
    root.handlers, root.level, sys.excepthook = before[0], before[1], before[3]
    ours.setLevel(before[2])
    logging.captureWarnings(False)


def test_a_line_for_machines_tells_when_what_and_which_room(written: Written) -> None:
    written.set_up("json")
    logging.getLogger("server.prov").info("something %d", 7, extra={ROOM: "r1"})
    (line,) = written.lines
    assert line.pop("at").endswith("+00:00")
    assert line == {"level": "info", "logger": "server.prov", "event": "something 7", "room": "r1"}


def test_a_line_for_people_tells_the_same(written: Written) -> None:
    written.set_up("text")
    logging.getLogger("server.prov").info("something", extra={ROOM: "r1"})
    assert written.text.endswith("INFO server.prov something room=r1\n")


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("name", ["aiohttp.server", "asyncio", "zeroconf", "server.transport", "py.warnings"])
def test_what_a_library_says_is_told_by_its_place_alone(written: Written, form: Form, name: str) -> None:
    written.set_up(form)
    speaker = logging.getLogger(name)
    speaker.warning("heard %s", SECRET)
    speaker.error(f"could not take {SECRET} from 192.0.2.7")
    try:
        raise ValueError(SECRET)
    except ValueError:
        speaker.exception("broken: %s", SECRET)
    assert SECRET not in written.text
    assert "192.0.2.7" not in written.text
    assert written.text.count("test_logs") == (4 if speaker.isEnabledFor(logging.WARNING) else 3)
    assert "ValueError" in written.text


@pytest.mark.parametrize("form", ["text", "json"])
def test_our_own_mistakes_are_told_by_kind_and_place(written: Written, form: Form) -> None:
    written.set_up(form)
    try:
        raise KeyError(SECRET)
    except KeyError as error:
        log_fault(logging.getLogger("server.prov"), "something went wrong", error)
        loop_fault(None, {"message": f"Task {SECRET} failed", "exception": error})
    loop_fault(None, {"message": f"Task {SECRET} was destroyed"})
    assert SECRET not in written.text
    assert written.text.count("KeyError") == 2
    assert len(written.text.splitlines()) == 3


async def test_the_event_loops_own_words_are_not_written(written: Written) -> None:
    written.set_up("json")
    loop = asyncio.get_running_loop()
    before = loop.get_exception_handler()
    loop.set_exception_handler(loop_fault)

    async def fail() -> None:
        raise RuntimeError(SECRET)

    task = loop.create_task(fail(), name=SECRET)
    await asyncio.wait([task])
    del task  # nobody asks for its outcome
    await asyncio.sleep(0)
    loop.set_exception_handler(before)
    assert [line["event"].split(":")[0] for line in written.lines] == ["a task went wrong"]
    assert SECRET not in written.text
