"""What typer itself says around help and refusals, in Swedish when the command line speaks Swedish.

Its titles are constants and can be set; the rest is exchanged phrase by phrase. What another version of typer
words in another way stays English.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_type_hints

import typer
from typer.core import TyperCommand, TyperGroup
from typer.models import ParameterInfo

from game.words import say, tongue

F = TypeVar("F", bound=Callable[..., Any])

TITLES = {
    "ARGUMENTS_PANEL_TITLE": "Argument",
    "OPTIONS_PANEL_TITLE": "Val",
    "COMMANDS_PANEL_TITLE": "Kommandon",
    "ERRORS_PANEL_TITLE": "Fel",
    "DEFAULT_STRING": "[annars: {}]",
    "REQUIRED_LONG_STRING": "[krävs]",
    "ABORTED_TEXT": "Avbrutet.",
    "RICH_HELP": "Hjälp: [blue]{command_path} {help_option}[/]",
}
PHRASES = {
    "Usage: ": "Användning: ",
    "Show this message and exit.": "Visa den här hjälpen.",
    "Install completion for the current shell.": "Lägg in komplettering i det här skalet.",
    "Show completion for the current shell, to copy it or customize the installation.": (
        "Visa kompletteringen för det här skalet, att kopiera eller ändra."
    ),
    "No such option: ": "Valet finns inte: ",
    "(Possible options: ": "(Liknande: ",
    "No such command ": "Kommandot finns inte: ",
    "Did you mean ": "Menade du ",
    "Missing argument ": "Argument saknas: ",
    "Missing option ": "Val saknas: ",
    "Got unexpected extra argument(s) ": "För många argument: ",
    "Option '": "Valet '",
    "' requires an argument": "' behöver ett värde",
    "' does not take a value": "' tar inget värde",
    "Invalid value for ": "Fel värde för ",
    " is not one of ": " är inte något av ",
}
JUDGED = {
    "Value error, ": ("", ""),
    "Input should be a valid integer, unable to parse string as an integer": (
        "det ska vara ett heltal",
        "it must be a whole number",
    ),
    "Input should be greater than or equal to ": ("det ska vara minst ", "it must be at least "),
    "Input should be less than or equal to ": ("det ska vara högst ", "it must be at most "),
}
"""What is said of a value, in Swedish and in plainer English."""


def framed(text: str) -> str:
    """One of typer's own sentences in the terminal's language.

    >>> framed("No such option: --prot (Possible options: --port)")
    'Valet finns inte: --prot (Liknande: --port)'
    """
    for english, words in PHRASES.items() if tongue() == "sv" else ():
        text = text.replace(english, words)
    for judged, plain in JUDGED.items():
        text = text.replace(judged, say(*plain))
    return text


@contextmanager
def _spoken() -> Iterator[None]:
    """Titles are set just before they are needed: the module that holds them is slow to load. A file that no
    command has asked about, as in a folder that may not be entered, ends in a sentence too.
    """
    try:
        yield
    except OSError as error:
        if error.filename is None:
            raise
        from game.commands.sheettalk import unusable

        unusable(Path(os.fsdecode(error.filename)), error)
    except Exception as refusal:
        _set_titles()
        if hasattr(refusal, "format_message"):
            said = framed(refusal.format_message())
            refusal.format_message = lambda: said
        raise


def _set_titles() -> None:
    from typer import rich_utils

    for name, words in TITLES.items() if tongue() == "sv" else ():
        setattr(rich_utils, name, words)


class _Frames(TyperCommand if TYPE_CHECKING else object):  # type: ignore[misc]
    def get_params(self, ctx: Any) -> Any:
        params = super().get_params(ctx)
        for param in params:
            param.help = framed(getattr(param, "help", None) or "")
        return params

    def get_usage(self, ctx: Any) -> str:
        return framed(super().get_usage(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _set_titles()
        super().format_help(ctx, formatter)


class Command(_Frames, TyperCommand):
    """A command whose help is framed in the terminal's language."""


class Group(_Frames, TyperGroup):
    """The same for a group; the outermost one hears every refusal on its way out."""

    def make_context(self, *given: Any, **named: Any) -> Any:
        with _spoken():
            return super().make_context(*given, **named)

    def invoke(self, ctx: Any) -> Any:
        with _spoken():
            return super().invoke(ctx)


class App(typer.Typer):
    """A part of the command line."""

    def __init__(self, **named: Any) -> None:
        super().__init__(cls=Group, **named)

    def command(self, *given: Any, **named: Any) -> Callable[[F], F]:
        register = super().command(*given, cls=Command, **named)
        return lambda function: register(_judging_paths(function))


def _judging_paths(function: F) -> F:
    """The command, which says itself what is wrong with a file; typer would do so in English, and first."""
    function.__annotations__ = get_type_hints(function, include_extras=True)
    for hint in function.__annotations__.values():
        for info in getattr(hint, "__metadata__", ()):
            if isinstance(info, ParameterInfo):
                info.readable = False
    return function
