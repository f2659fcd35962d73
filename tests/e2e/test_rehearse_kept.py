"""A rehearsal beside a host, whose server and bots are processes: what happens when one of them dies."""

from __future__ import annotations

import errno
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from game.cli import app
from game.client.pilot import Pilot
from game.client.serving import Company
from game.commands.ownserver import OwnRehearsal
from game.process import unstarted
from tests.client.running import Run, a_run

LOST = "Robotarna är borta: deras program har stannat."

pytestmark = pytest.mark.slow


class Started(list[OwnRehearsal]):
    """Starts rehearsals, and has them at hand."""

    def __call__(self) -> OwnRehearsal:
        self.append(OwnRehearsal())
        return self[-1]


def rehearse(run: Run) -> Pilot:
    """A room with bots on their way to its tables, led from a window."""
    pilot = run.open()
    booth = run.booth()
    booth.errands.rehearse(booth.make.request(), Company(2, 3, "fast"))
    run.until(lambda: booth.play.host is not None)
    return pilot


def seated(run: Run) -> Callable[[], bool]:
    return lambda: sum(tile["seats"] for tile in run.booth().play.tiles) == 6


def test_a_rehearsals_server_that_is_killed_comes_back_and_so_does_everybody(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    started = Started()
    with a_run(tmp_path / "me", start_rehearsal=started) as run:
        pilot = rehearse(run)
        run.until(seated(run))
        play, keeper = run.booth().play, run.session.rehearsing.keeper
        pilot.press("return")
        run.until(lambda: all(tile["phase"] != "lobby" for tile in play.tiles))
        first = started[0].server
        assert first.process is not None
        first.process.kill()
        run.until(lambda: bool(keeper.waiting))
        pilot.pane.refresh()
        assert pilot.see("Servern stannade och startas om. Allt sparat finns kvar.")
        run.until(lambda: play.status.state == "online" and play.may("resume"))
        assert started[0].server is not first
        assert started[0].server.url == first.url
        before = [tile["step"] for tile in play.tiles]
        pilot.pane.refresh()
        pilot.click("resume")
        run.until(lambda: all(tile["step"] > step for tile, step in zip(play.tiles, before, strict=True)))
        assert seated(run)()
    assert started[0].server.wait()
    assert LOST not in capfd.readouterr().err


def test_bots_that_are_killed_are_told_of_in_the_window_and_in_the_terminal(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    started = Started()
    with a_run(tmp_path / "me", start_rehearsal=started) as run:
        pilot = rehearse(run)
        run.until(seated(run))
        assert not pilot.see(LOST)
        assert started[0].bots is not None
        started[0].bots.kill()
        run.until(lambda: bool(run.booth().board.bots_news()))
        pilot.pane.refresh()
        assert pilot.see(f"{LOST} Led vidare utan dem, eller stäng fönstret och börja om repetitionen.")
        assert pilot.problems() == []
    assert LOST in capfd.readouterr().err


@pytest.fixture
def no_scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine whose folder for temporary files is gone."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))


@pytest.mark.usefixtures("no_scratch")
def test_a_rehearsal_that_cannot_start_says_why_and_leads_back(tmp_path: Path) -> None:
    with a_run(tmp_path / "me", start_rehearsal=OwnRehearsal) as run:
        pilot = run.open()
        booth = run.booth()
        booth.show("make")
        booth.errands.rehearse(booth.make.request(), Company(2, 3, "fast"))
        pilot.pane.refresh()
        assert pilot.see("Startar servern")
        run.until(lambda: bool(booth.notice.trouble))
        pilot.pane.refresh()
        assert pilot.see("Datorns mapp för tillfälliga filer, eller Bemöts egen, går inte att använda")
        assert not pilot.see("Startar servern")
        pilot.press("escape")
        assert pilot.see("Starta en session här")


@pytest.mark.usefixtures("no_scratch")
def test_a_rehearsal_that_cannot_start_says_why_in_the_terminal_too() -> None:
    done = CliRunner().invoke(app, ["rehearse"], env={"BEMOT_LANGUAGE": "en"})
    assert done.exit_code == 2
    assert "folder for temporary files" in " ".join(done.output.split())


@pytest.mark.parametrize(
    ("number", "told"),
    [(errno.ENOSPC, "Disken är full"), (errno.EROFS, "rättigheter"), (errno.ENOMEM, "Stäng andra program")],
)
def test_what_the_system_refuses_a_server_is_told_with_what_to_do(number: int, told: str) -> None:
    assert told in unstarted(OSError(number, "")).message["sv"]


def test_bots_that_do_not_even_start_are_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def without_bots() -> OwnRehearsal:
        begun = OwnRehearsal()
        monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
        return begun

    with a_run(tmp_path / "me", start_rehearsal=without_bots) as run:
        pilot = rehearse(run)
        run.until(lambda: bool(run.booth().board.bots_news()))
        pilot.pane.refresh()
        assert pilot.see(LOST)
