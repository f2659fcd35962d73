"""Decks as spreadsheets: out to Excel or CSV, and back without losing anything.

Read in this order:

- `columns` which field stands in which column, and what a heading may be called
- `cells` one value as a cell and back: lists, dates, yes and no, and the guard against formulas
- `flat` a card as one row: every leaf of its tree by its place, and back
- `grid` rows and columns of cells, whatever file they came from; `xlsx` and `commas` read files into grids
- `reading` grids become cards and a cover, or findings with sheet, row and column
- `merge` what an import would do to a deck, card by card, and doing it
- `writing` a deck becomes grids; `book`, `guide` and `commas` write them to a file
- `worklist` and `taking` what a language lacks, as a spreadsheet, and back
- `telling` a finding as a person in Excel reads it: `motet.xlsx Kort!F7 Situation (sv): …`
"""
