"""The Pygame side: what stands on a table, in a hand or on a wall."""

import os

# pygame greets everybody on standard output when it is imported, also in the middle of somebody's JSON.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
