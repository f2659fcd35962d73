"""Tries out all that anybody can press, from every state that this leads to: `python -m tests.model`."""
