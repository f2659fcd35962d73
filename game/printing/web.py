"""What the web pages share: the page round a body, sections, notes and tables. Nothing is fetched, nothing
runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from game.places import assets
from game.printing.look import look
from game.printing.words import Language


def document(name: str, body: Sequence[str], language: Language) -> bytes:
    """The whole page, UTF-8."""
    page = (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(name)}</title>\n<style>{_style()}</style>\n</head>\n<body>\n"
        + "\n".join(body)
        + "\n</body>\n</html>\n"
    )
    return page.encode()


def section(title: str, parts: Iterable[str]) -> str:
    """A heading, and what is under it."""
    return f"<section><h2>{escape(title)}</h2>{''.join(parts)}</section>"


def note(text: str) -> list[str]:
    """Why something is missing; nothing where nothing is."""
    return [f'<p class="note">{escape(text)}</p>'] if text else []


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The first column names the row; the others are set as numbers."""
    top = "".join(f'<th scope="col"{_numbers(n)}>{escape(head)}</th>' for n, head in enumerate(heads))
    lines = "".join(
        f'<tr><th scope="row">{escape(first)}</th>'
        + "".join(f'<td class="n">{escape(cell)}</td>' for cell in cells)
        + "</tr>"
        for first, *cells in rows
    )
    return (
        f'<div class="wide"><table><caption>{escape(caption)}</caption><thead><tr>{top}</tr></thead>'
        f"<tbody>{lines}</tbody></table></div>"
    )


def _style() -> str:
    ink: Mapping[str, str] = look()["ink"]
    colours = "".join(f"--{name}:{ink[name]};" for name in ("ink", "accent", "soft", "line", "tint"))
    rest = (assets() / "print" / "report.css").read_text(encoding="utf-8")
    return f":root{{{colours}}}\n{rest}"


def _numbers(column: int) -> str:
    return ' class="n"' if column else ""
