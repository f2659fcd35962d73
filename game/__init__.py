"""Bemöt: a discussion card game about how we meet each other at work; what a participant's machine runs."""

import os

# pydantic looks through every installed package for plugins; we use none, and it costs a tenth of the way
# to the first picture. Whoever does use one sets the variable empty.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
