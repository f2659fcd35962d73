"""Decks on paper: cards with backs, vote cards, time-outs, rules, slips and the facilitator's booklet.

Read in this order:

- `job` decks and a `Wish` become a `Printout`: data for the templates, and what did not fit
- `content` a card as plain values; nothing a deck says is ever markup
- `runsheet` a programme for whoever leads it, with clock times
- `sizes` cards in millimetres, type in points
- `fit` measures each face, and chooses the size of card and type
- `glyphs` signs that no font on paper has
- `piles` which face lies behind which
- `press` the compiler and its fonts; the templates are in `assets/print`
- `save` writes whole files or none
- `errors` why nothing can be printed
"""
