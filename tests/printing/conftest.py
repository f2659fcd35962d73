from __future__ import annotations

import pytest

from game.printing.press import Press


@pytest.fixture(scope="session")
def press() -> Press:
    """One press for all tests: it only holds the fonts."""
    return Press()
