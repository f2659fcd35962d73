"""Words in the person's language. Swedish is in the code; other languages are gettext catalogues in
assets.
"""

from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from game.places import assets

DOMAIN = "bemot"


class Language:
    """Called with a Swedish text it answers the text in `code`; what has no translation stays Swedish.

    Values are put in by name: `_("{n} av {m} klara", n=3, m=5)`.
    """

    def __init__(self, code: str, folder: Path | None = None) -> None:
        self.code = code
        path = (folder or assets() / "i18n") / code / "LC_MESSAGES" / f"{DOMAIN}.mo"
        self._words: NullTranslations = NullTranslations()
        if code != "sv" and path.is_file():
            self._words = _catalogue(path, path.stat().st_mtime_ns)

    def __call__(self, text: str, **values: object) -> str:
        words = self._words.gettext(text) if text else ""
        return words.format(**values) if values else words

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """`one` or `many`, by `n`; `{n}` may stand in the text."""
        return self._words.ngettext(one, many, n).format(n=n, **values)

    def pick(self, texts: dict[str, str]) -> str:
        """The text in this language out of one per language; Swedish, or the first, when it is missing."""
        return texts.get(self.code) or texts.get("sv") or next(iter(texts.values()), "")


@lru_cache(maxsize=8)
def _catalogue(path: Path, written: int) -> GNUTranslations:
    """The translations in a file, read once for every time it has been written."""
    with path.open("rb") as file:
        return GNUTranslations(file)
