"""What those who run a server are told and given: true of the code, and fit to be used as it is."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from game.cli import app
from server.config import Limits, Settings
from server.metrics import Metrics

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "assets" / "deploy"
GUIDE = ROOT / "docs" / "OPERATIONS.md"
BESIDE = {"BEMOT_LANGUAGE"}
"""Read by the command line, not by the server."""


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [GUIDE, *sorted(DEPLOY.iterdir())], ids=lambda path: path.name)
def test_every_setting_that_is_named_exists(path: Path) -> None:
    named = set(re.findall(r"\bBEMOT_[A-Z_]+[A-Z]", read(path))) - BESIDE - {"BEMOT_LIMITS__NAME"}
    assert named <= {f"BEMOT_{field.upper()}" for field in Settings.model_fields}


def test_the_limits_are_those_of_the_server() -> None:
    rows = re.findall(r"^\| (`[A-Z_`, ]+) \|", read(GUIDE).split("## Limits")[1], re.MULTILINE)
    names = {name.lower() for row in rows for name in re.findall(r"`([A-Z_]+)`", row)}
    assert names - {"name"} <= set(Limits.model_fields)
    text = re.sub(r"(?<=\d) (?=\d)", "", read(GUIDE).split("## Limits")[1].split("## Numbers")[0])
    for name in (
        "sockets",
        "connections",
        "commands",
        "command_burst",
        "tries_burst",
        "join_within",
        "backlog",
    ):
        assert re.search(rf"`{name.upper()}`.*\b{Limits.model_fields[name].default}\b", text), name


def test_every_command_that_is_named_exists() -> None:
    known = set(re.findall(r"│ ([a-z-]+) ", CliRunner().invoke(app, ["--help"]).output))
    given = "\n".join(read(path) for path in (GUIDE, *DEPLOY.iterdir()))
    assert set(re.findall(r"bin/bemot ([a-z]+)|`bemot ([a-z-]+)", given)) - {("", "")} <= {
        pair for name in known for pair in ((name, ""), ("", name))
    }


def test_every_metric_that_is_told_of_exists_and_every_one_of_ours_is_told_of() -> None:
    counted = Metrics()
    counted.files(ROOT / "none.sqlite")
    real = set(re.findall(r"^# HELP (bemot_\w+)", counted.text().decode(), re.MULTILINE))
    source = read(ROOT / "server" / "metrics.py")
    real |= set(re.findall(r'metrics\.gauge\("(bemot_\w+)"', source))
    real |= {f"{name}_total" for name in re.findall(r'metrics\.counter\("(bemot_\w+)"', source)}
    told = set(re.findall(r"`(bemot_[a-z_]+)", read(GUIDE)))
    assert told == {name for name in real if not name.endswith("_created")}


def test_links_lead_somewhere() -> None:
    for path in (GUIDE, ROOT / "docs/adr/0023-backups-hold-nothing-sealed.md"):
        for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", read(path)):
            assert (path.parent / link).exists(), link
    for given in re.findall(r"assets/deploy/[A-Za-z.-]+[a-z]", read(GUIDE)):
        assert (ROOT / given).exists(), given


def test_the_image_is_made_of_what_is_there() -> None:
    text = read(DEPLOY / "Containerfile")
    copied = [
        line.split()[1:-1] for line in text.splitlines() if line.startswith("COPY ") and "--from" not in line
    ]
    assert all((ROOT / name).exists() for names in copied for name in names)
    assert re.search(r"^USER 10001$", text, re.MULTILINE)


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is missing here")
def test_systemd_understands_the_units(tmp_path: Path) -> None:
    units = []
    for path in sorted([*DEPLOY.glob("*.service"), *DEPLOY.glob("*.timer")]):
        unit = tmp_path / path.name  # with a program that is there, in place of the installed one
        unit.write_text(read(path).replace("/opt/bemot/.venv/bin/bemot", "/bin/true"), encoding="utf-8")
        units.append(str(unit))
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    ours = [line for line in done.stderr.splitlines() if "bemot" in line]
    assert (done.returncode, ours) == (0, [])
