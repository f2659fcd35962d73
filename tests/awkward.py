"""The rules' table of awkward cases. Each is a heading in both stories `golden/awkward-cases-*`, told line by
line, and is asserted in the staff day over real sockets: `server/test_staff_day.py` lists where.
"""

CASES = (
    "options tie",
    "seat away",
    "seat returns",
    "late person",
    "late table",
    "station lost",
    "server restarts",
    "host lost",
    "two hosts press next",
    "a misunderstanding",
    "time-out",
    "removing a station",
    "fewer than 2 seats",
    "more than 8 seats",
    "manager at the table",
    "hurtful text",
)
