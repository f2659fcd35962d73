"""The report of a session, for a director to read and a union to accept: paper, web page, tables.

Read in this order:

- `spoken` a report in the words of one language: what every form of it says
- `paper` two pages of A4, by the template `assets/print/report.typ`
- `page` one accessible web page, nothing beside it
- `tables` a workbook, or one CSV file
"""
