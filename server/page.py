"""The one page a browser gets: how to join with the app, in Swedish and English. No script, nothing from
elsewhere.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template

EXAMPLE = "FKT-482"


class Page:
    """The page and the headers that keep it harmless. Reads its files once."""

    def __init__(self) -> None:
        folder = files("server")
        self._template = Template(folder.joinpath("page.html").read_text("utf-8"))
        self.style = folder.joinpath("page.css").read_text("utf-8")
        digest = b64encode(sha256(self.style.encode()).digest()).decode()
        self.headers: Mapping[str, str] = {
            "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; "
            "form-action 'none'; frame-ancestors 'none'",
        }

    def about(self, address: str, code: str | None) -> str:
        """The page for people who came to this address, perhaps with a code."""
        shown = f'<p class="code">{escape(code)}</p>' if code else ""
        return self._template.substitute(
            style=self.style,
            code=shown,
            address=escape(address),
            server=escape(address.removeprefix("http://")),
            example=escape(code or EXAMPLE),
        )
