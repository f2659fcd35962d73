"""Dialogs, all of them: what cannot be undone is never what lies nearest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest

from game.client.pilot import Pilot
from game.client.ui import Button, Ctx, Dialog, Node
from game.client.ui.fonts import Fonts
from tests.client.looks import Look, Shot
from tests.client.pictures_hall import hall_shots
from tests.client.pictures_team import team_shots

ASKING = (
    "leave",
    "host-remove",
    "host-table",
    "host-ask-",
    "seats",
    "menu",
    "settings",
    "host-lead",
    "host-plan-kept",
    "host-plan-forget",
    "make-room-own-remove",
)
SHOTS = [shot for shot in (*team_shots(), *hall_shots()) if shot.name.startswith(ASKING)]


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts()


def within(node: Node) -> Iterator[Node]:
    """The node and everything in it, in the order in which Tab goes."""
    yield node
    for field in fields(node):
        value: Any = getattr(node, field.name)
        for child in value if isinstance(value, list | tuple) else (value,):
            if isinstance(child, Node):
                yield from within(child)


def rows(node: Node) -> Iterator[list[Button]]:
    """The buttons that stand together, row by row."""
    for each in within(node):
        children: Any = getattr(each, "children", ())
        buttons = [child for child in children if isinstance(child, Button)]
        if buttons:
            yield buttons


def tree_of(pilot: Pilot) -> Node:
    """What the window shows, as nodes."""
    scene, trees = pilot.pane.scene, []

    def kept(ctx: Ctx) -> Node:
        trees.append(scene(ctx))
        return trees[-1]

    pilot.pane.show(kept)
    pilot.settle()
    return trees[-1]


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_in_every_dialog_the_safe_choice_comes_first_and_takes_enter(shot: Shot, fonts: Fonts) -> None:
    dialogs = [node for node in within(tree_of(shot.take(Look(), fonts))) if isinstance(node, Dialog)]
    assert dialogs
    for buttons in (row for dialog in dialogs for row in rows(dialog)):
        kinds = [button.kind for button in buttons]
        assert "danger" not in kinds[:-1], [button.label for button in buttons]
        assert kinds != ["danger"], "nothing safe stands beside it"
    heavy = [
        button for dialog in dialogs for row in rows(dialog) for button in row if button.kind == "danger"
    ]
    assert [button.label for button in heavy if button.shortcut == "return"] == []
    deeds = [b for dialog in dialogs for row in rows(dialog) for b in row if b.key.startswith("yes")]
    assert [button.label for button in deeds if button.kind != "danger"] == []


def test_the_dialogs_that_ask_about_something_heavy_are_among_them() -> None:
    names = {shot.name for shot in SHOTS}
    assert {"leave-table", "leave-solo", "host-remove", "host-ask-close", "host-ask-more"} <= names
    assert {"host-ask-skip", "host-ask-leave", "host-ask-next"} <= names
