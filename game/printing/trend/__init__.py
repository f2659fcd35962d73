"""Many sessions over months, for a steering group and for whoever plans the next meeting.

Read in this order:

- `spoken` a trend in the words of one language: what every form of it says
- `paper` one or two pages of A4, by the template `assets/print/trend.typ`
- `page` one accessible web page, nothing beside it
- `tables` a workbook, or one CSV file
"""
