"""A card as players will meet it: played in memory, drawn by the real scenes, beside what there is to mend.

- `round` a round with one card through the real rules, moment by moment; the fit check plays the same one
- `places` those moments as a designer thinks of them: front, vote, talk, back
- `watched` a deck's folder, read again when a file is saved, with the last whole version of each card
- `picture` one moment drawn at a chosen size, scaled into the window
- `preview` what is looked at and how; `board`, `beside` and `dialogs` show it; `window` runs it
- `album` every card as image files, without a window
"""
