"""Where rooms are kept: their logs, sealed ballots, outcomes, tokens and decks.

- `contract` what every store promises: read this first
- `tables` the schema; `migrations/` how it came about
- `sqlite` one file on this machine: `opening`, `writer`, `batch` and `facts` are its parts
- `archive` reads a database beside its server, by the answers of `reading`
- `reviewed` keeps what was decided about suggestions
"""
