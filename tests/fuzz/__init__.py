"""Whatever is sent, opened or set: an answer, a finding or a sentence, and never a crash.

Inputs are made from a seed alone, so that every one can be made again; those that have found a fault stay in
`corpus`, with the few that together reach the most of our code (`keep`), and the ordinary tests put each of
them in again. `python -m tests.fuzz --minutes 10 --seed 1` goes on for longer.
"""
