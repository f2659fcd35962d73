"""The fit check plays every card as players meet it, and tells of itself in words."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.cards.format import Card, Deck
from game.cards.load import load_deck
from game.client.fit import Renderer
from game.client.preview.places import by_place, telling
from game.client.preview.round import played
from tests.client.preview.bench import copied
from tests.client.tables import deck

LONG = "Ordförandeskapsberedningsarbetsgruppssammanträdesprotokollsutdrag" * 2


def first(slug: str, kind: str) -> tuple[Deck, Card]:
    found = deck(slug)
    return found, next(card for card in found.cards if card.kind == kind)


@pytest.mark.parametrize(
    ("slug", "kind", "phases"),
    [
        ("motet", "dilemma", "draw read vote reveal talk vote compare perspective note"),
        ("coach", "exercise", "draw read talk perspective note"),
        ("incheckning", "scale", "draw read vote reveal talk vote compare note checkin checkin"),
        ("tank-om", "twist", "talk"),
        ("lofte", "pledge", "pledge"),
    ],
)
def test_a_card_is_played_through_every_phase_it_is_seen_in(slug: str, kind: str, phases: str) -> None:
    seen = list(dict.fromkeys((moment.phase, moment.round) for moment in played(*first(slug, kind))))
    assert [phase for phase, _round in seen] == phases.split()


def test_a_talk_is_shown_at_its_own_first_question() -> None:
    moments = by_place(played(*first("motet", "dilemma")))["talk"]
    talk = moments[telling(moments)].views["own"]["talk"]
    prompt = talk["prompts"][talk["shown"]]
    assert (prompt["kind"], prompt["index"], talk["twist"]) == ("question", 0, True)


def test_drafts_and_retired_cards_are_played_too() -> None:
    whole, card = first("motet", "dilemma")
    for status in ("draft", "retired"):
        assert list(played(whole, card.model_copy(update={"status": status})))


def test_a_card_without_the_deck_s_own_language_is_played() -> None:
    whole, card = first("motet", "dilemma")
    english = card.model_copy(update={"text": {"en": card.text["en"]}})
    assert Renderer()(whole, english, "en") == []


def test_what_does_not_fit_is_found_at_its_place() -> None:
    whole, card = first("motet", "dilemma")
    text = card.text["sv"].model_copy(update={"situation": f"Du ser {LONG} {LONG}."})
    problems = Renderer()(whole, card.model_copy(update={"text": {**card.text, "sv": text}}), "sv")
    assert any(problem.startswith("read 1, egen skärm / own screen, 150 %: ") for problem in problems)


def test_a_changed_card_is_looked_at_anew() -> None:
    whole, card = first("motet", "dilemma")
    renderer = Renderer()
    assert renderer(whole, card, "sv") == []
    text = card.text["sv"].model_copy(update={"situation": f"Du ser {LONG} {LONG}."})
    assert renderer(whole, card.model_copy(update={"text": {**card.text, "sv": text}}), "sv") != []


def test_a_language_that_no_window_speaks_is_left_alone() -> None:
    assert Renderer()(*first("motet", "dilemma"), "fi") == []


def check(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """`bemot deck check` as a process, whose pygame may say what it likes."""
    env = {**os.environ, "BEMOT_LANGUAGE": "sv", **environment}
    env.pop("PYGAME_HIDE_SUPPORT_PROMPT", None)
    return subprocess.run(
        [sys.executable, "-m", "game", "deck", "check", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        env=env,
        check=False,
    )


def test_the_check_says_nothing_but_its_findings(tmp_path: Path) -> None:
    done = check("--json", copied(tmp_path, "lofte"))
    assert json.loads(done.stdout) == []
    assert done.stderr == ""


def test_the_check_counts_in_words_how_many_cards_it_has_drawn(tmp_path: Path) -> None:
    count = len(deck("lofte").cards)
    done = check(copied(tmp_path, "lofte"), TTY_COMPATIBLE="1", TERM="xterm")
    assert f"lofte: ritar kort {count} av {count}" in done.stderr


def test_a_card_that_lacks_the_source_language_is_told_of_by_the_check(tmp_path: Path) -> None:
    path = copied(tmp_path, "lofte")
    card = min((path / "cards").iterdir())
    text = card.read_text(encoding="utf-8")
    card.write_text(text[: text.index("  sv:")] + text[text.index("  en:") :], encoding="utf-8")
    assert load_deck(path).deck is None
    done = check(path)
    assert done.returncode == 1
    assert f"{card.name}:" in done.stdout
    assert "Traceback" not in done.stderr
