"""Texts in every language of the deck."""

from __future__ import annotations

Words = dict[str, str]
"""language -> text"""
