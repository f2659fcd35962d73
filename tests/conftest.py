"""What holds for every test."""

import os

os.environ["BEMOT_HIDDEN"] = (
    "1"  # servers of tests that run side by side would find each other in the network
)
