"""Looks for secrets everywhere: `python -m tests.leak --seed N --sessions M`."""
