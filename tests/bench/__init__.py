"""Measurements, not tests: `make bench` prints medians, and ratios against a baseline in the same run."""
