"""How this station looks and sounds: the same dialog in every window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from game.client.settings import TEXTS, Language, Settings
from game.client.ui import (
    Button,
    Choice,
    Column,
    Ctx,
    Dialog,
    Node,
    Row,
    Scroll,
    Text,
    Toggle,
    flexible,
)

Configure = Callable[[Settings], object]


def preferences(ctx: Ctx, configure: Configure, close: Callable[[], object]) -> Node:
    """The settings, in a dialog; every change takes effect and is kept at once."""
    _, now = ctx._, ctx.settings

    def change(**values: object) -> None:
        configure(replace(now, **values))  # type: ignore[arg-type]

    sizes = [(str(size), f"{round(size * 100)} %") for size in TEXTS]
    rows = [
        _row(ctx, _("Språk"), language_choice(ctx, configure)),
        _row(
            ctx,
            _("Text"),
            Choice(sizes, str(now.text), lambda size: change(text=float(size)), key="text size"),
        ),
        Toggle(_("Hög kontrast"), now.contrast, lambda on: change(contrast=on), key="contrast"),
        Toggle(_("Rörelser"), now.motion, lambda on: change(motion=on), key="motion"),
        Toggle(_("Ljud"), now.sound, lambda on: change(sound=on), key="sound"),
        Toggle(
            _("Göm klockor"),
            now.hide_timers,
            lambda on: change(hide_timers=on),
            key="hide timers",
            note=_("Tiden räknas ändå, men syns inte här."),
        ),
        Toggle(_("Läs upp korten"), now.read_aloud, lambda on: change(read_aloud=on), key="read aloud"),
    ]
    body = [
        Text(_("Inställningar"), "title"),
        Text(
            _(
                "Språk, text, kontrast och rörelser följer dig på den här datorn. "
                "Ljud, klockor och uppläsning gäller bara skärmar av det här slaget."
            ),
            "small",
            colour="soft",
        ),
        Scroll(Column(rows, gap=18), key="settings list", grow=1),
        Row([flexible(), Button(_("Klar"), close, "primary", shortcut="return", key="close settings")]),
    ]
    return Dialog(Column(body, gap=20), close, span=1080)


def language_choice(ctx: Ctx, configure: Configure) -> Node:
    """Swedish or English, each in its own language."""

    def pick(code: str) -> None:
        configure(replace(ctx.settings, language=cast(Language, code)))

    return Choice([("sv", "Svenska"), ("en", "English")], ctx.settings.language, pick, key="language")


def _row(ctx: Ctx, label: str, control: Node) -> Node:
    words = Text(label)
    if ctx.wide:
        return Row([Text(label, grow=1), control])
    return Column([words, control], gap=8, align="start")
