"""Decks as files: what a card is, how a deck is read, checked, stamped and stored.

Read in this order:

- `format` the schema: `Deck`, `Card` and its kinds, the texts of each language
- `load` a folder or a package becomes `Loaded(deck or None, findings)`; `load_decks` lists them all, broken
  ones too
- `packed` opens a package with distrust; `packing` makes one, and puts a shared deck where it belongs
- `starter` a new deck to begin from
- `check` everything a designer should know before a deck meets people
- `findings` one thing to mend: where, what is wrong, what to do, in Swedish and English
- `current` which texts of a translation were made from today's source texts
- `stamp` marks the translations as made from today's source texts
- `digest` canonical JSON, and the name of a deck's content
- `facts` what the rules need of a card; `editions` which wording of it was played
- `drafts` unfinished cards, which stop nothing; `suggested` those that tables have sent
- `schema` JSON Schema for editors
- `writer` cards and covers as YAML, changing a file only where its card has changed
- `tables` decks as spreadsheets, out and in, and work lists for translators
"""
