"""Where bots beside people find the room."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
import typer

from game.client.nearby import Server
from game.commands.beside import room_at
from tests.e2e.service import Service

NOBODY = "http://127.0.0.1:9"
"""Where no server answers, and nothing else either."""


def unheard() -> Sequence[Server]:
    raise AssertionError("the network is asked only for a code that is not on this machine")


def test_a_code_alone_is_a_room_on_this_machine_or_on_the_one_server_in_the_network(service: Service) -> None:
    room = f"{service.url}/j/FKT-482"
    assert room_at("fkt 482", None, service.url, unheard) == room
    assert room_at("FKT-482", None, NOBODY, lambda: [Server("salen", service.url)]) == room


def test_an_address_goes_before_what_is_here(service: Service) -> None:
    room = f"{service.url}/j/FKT-482"
    assert room_at("FKT-482", service.url, NOBODY, unheard) == room
    assert room_at(room, None, NOBODY, unheard) == room


@pytest.mark.parametrize(("language", "told"), [("sv", "svarar inte"), ("en", "does not answer")])
@pytest.mark.parametrize(("given", "server"), [("FKT-482", NOBODY), (f"{NOBODY}/j/FKT-482", None)])
def test_a_server_that_does_not_answer_is_told_of(
    given: str,
    server: str | None,
    language: str,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("BEMOT_LANGUAGE", language)
    with pytest.raises(typer.Exit):
        room_at(given, server, NOBODY, unheard)
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("found", [[], [Server("salen", NOBODY), Server("hallen", "http://192.0.2.7:8765")]])
def test_none_or_several_in_the_network_ask_for_the_address(
    found: list[Server], language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BEMOT_LANGUAGE", language)
    with pytest.raises(typer.Exit):
        room_at("FKT-482", None, NOBODY, lambda: found)
    told = capsys.readouterr().err
    assert "--server" in told
    assert all(server.url in told for server in found)


def test_an_address_without_a_code_is_no_room(service: Service, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit):
        room_at(service.url, None, NOBODY, unheard)
    assert f"{service.url}/j/FKT-482" in capsys.readouterr().err
