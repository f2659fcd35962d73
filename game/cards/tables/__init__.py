"""Decks as spreadsheets: out to Excel or CSV, and back without losing anything.

Read in this order:

- `columns` which field stands in which column, and what a heading may be called
- `cells` one value as a cell and back: lists, dates, yes and no, and the guard against formulas
- `flat` a card as one row: every leaf of its tree by its place, and back; drafts that are not finished too
- `grid` rows and columns of cells, whatever file they came from; `xlsx` and `commas` read files into grids
- `layout` which sheet has the cards and which row the headings; `reading` grids become cards, drafts and a
  cover, or findings with sheet, row and column; `lacking` columns that are not there, told once
- `deckrows` a deck as rows; `comparing` what differs from a file; `merge` what an import would
  do to it, card by card, and doing it; `restamp` which translations are current after it
- `writing` rows become grids; `book`, `colours`, `guide` and `commas` write them to a file; `template` an
  empty one
- `worklist` what a language lacks; `lists` that as a spreadsheet, under `listheads`; `returned` and
  `taking` take one back, whole or partly; `begun` where a language waits that is not whole
- `telling` a finding as a person in Excel reads it: `motet.xlsx Kort!F7 Situation (sv): …`
"""
