"""Settings that cannot be are told by name and by what they should have been, never by what stood there."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from game.cli import app
from game.client.api import healthz
from game.commands.ownserver import rehearsal_server
from server.chosen import chosen
from server.errors import StartError


@pytest.mark.parametrize(
    ("name", "value", "sv", "en"),
    [
        ("PORT", "dörren", "ska vara ett tal", "must be a number"),
        ("PORT", "70000", "ska vara högst 65535", "must be at most 65535"),
        ("LIMITS__COMMANDS", "-1", "ska vara större än 0", "must be greater than 0"),
        ("LIMITS__SOCKETS", "0", "ska vara minst 1", "must be at least 1"),
        ("LIMITS__SOCKTES", "1", "finns inte", "does not exist"),
        ("LIMITS", "5", "har ett värde som inte går att använda", "has a value that cannot be used"),
        ("DECKS", "/srv/decks", "ska vara skriven som JSON", "must be written as JSON"),
        ("TRUSTED_PROXIES", "127.0.0.1", "ska vara skriven som JSON", "must be written as JSON"),
        (
            "TRUSTED_PROXIES",
            '["proxy.example"]',
            "ska vara adresser eller nätverk",
            "must be addresses or networks",
        ),
        (
            "LOG_LEVEL",
            "loud",
            "ska vara debug, info, warning eller error",
            "must be debug, info, warning or error",
        ),
        ("HIDDEN", "kanske", "ska vara true eller false", "must be true or false"),
        (
            "METRICS_TOKEN",
            "kort",
            "har ett värde som inte går att använda",
            "has a value that cannot be used",
        ),
    ],
)
def test_a_setting_that_cannot_be_is_told_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, sv: str, en: str
) -> None:
    monkeypatch.setenv(f"BEMOT_{name}", value)
    with pytest.raises(StartError) as refused:
        chosen({})
    told = refused.value.message
    assert told["sv"].startswith(f"Inställningen BEMOT_{name} {sv}")
    assert told["en"].startswith(f"The setting BEMOT_{name} {en}")


def test_a_secret_that_is_too_short_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEMOT_METRICS_TOKEN", "hemlig")
    with pytest.raises(StartError) as refused:
        chosen({})
    assert "hemlig" not in str(refused.value.message)
    assert refused.value.__suppress_context__


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_server_that_cannot_start_says_one_sentence_and_no_more(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, language: str
) -> None:
    monkeypatch.setenv("BEMOT_LANGUAGE", language)
    none = str(tmp_path / "none.pem")
    ways = (["--tls-cert", none, "--tls-key", none], ["--tls-cert", none], ["--host", "a..b", "--port", "0"])
    for given in ways:
        done = CliRunner().invoke(app, ["serve", "--database", str(tmp_path / "b.sqlite"), *given])
        assert done.exit_code == 2
        assert "Traceback" not in done.output
        assert done.output.count(".") >= 2, done.output
    monkeypatch.setenv("BEMOT_PORT", "dörren")
    done = CliRunner().invoke(app, ["serve", "--database", str(tmp_path / "b.sqlite")])
    assert (done.exit_code, "BEMOT_PORT" in done.output, "Traceback" in done.output) == (2, True, False)


def test_ones_own_server_does_without_the_certificate_of_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEMOT_TLS_CERT", "/nowhere.pem")
    with rehearsal_server() as url:
        assert healthz(url)


def test_what_the_command_line_says_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEMOT_PORT", "1234")
    assert chosen({}).port == 1234
    assert chosen({"port": 5678}).port == 5678
