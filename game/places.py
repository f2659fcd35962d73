"""Where the project's data folders are, in a source checkout and when installed; and a person's own."""

from importlib.resources import files
from pathlib import Path


def assets() -> Path:
    """The folder with themes, icons, sounds and languages.

    Raises FileNotFoundError when neither the checkout nor the installed package holds it.
    """
    return _folder("assets")


def decks() -> Path:
    """The folder with the decks that come with the game.

    Raises FileNotFoundError when neither the checkout nor the installed package holds it.
    """
    return _folder("decks")


def documents() -> Path:
    """Where a person looks for a file that a program has made."""
    home = Path.home()
    folders = (home / name for name in ("Documents", "Dokument"))
    return next((folder for folder in folders if folder.is_dir()), home)


def _folder(name: str) -> Path:
    package = Path(str(files("game")))
    for candidate in (package.parent / name, package / "_data" / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"the folder {name!r} is missing beside {package} and in {package / '_data'}")
