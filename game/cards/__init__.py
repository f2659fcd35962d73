"""Decks as files: what a card is, how a deck is read, checked, stamped and stored.

Read in this order:

- `format` the schema: `Deck`, `Card` and its kinds, the texts of each language
- `load` a folder becomes `Loaded(deck or None, findings)`; `load_decks` lists them all, the broken ones too
- `check` everything a designer should know before a deck meets people
- `findings` one thing to mend: where, what is wrong, what to do, in Swedish and English
- `stamp` marks the translations as made from today's source texts
- `digest` canonical JSON, and the name of a deck's content
- `facts` what the rules need of a card
- `schema` JSON Schema for editors
"""
