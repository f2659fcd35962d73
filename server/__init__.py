"""The server: rooms that many people share, on one machine.

Read in this order:

- `app` everything it is made of, put together; `serve` and `run` start it
- `sockets` what comes in: every message is answered
- `rooms` commands become commits
- `store` the log, the sealed ballots and the outcomes, in one file
- `insight` how a deck fares, read from the database beside a server: `store.archive`
- `hub` what goes out: changed slices, ten times a second at most
- `presence`, `deadlines`, `clock` who is here, and what time does
- `auth`, `limits` codes, keys, tokens, and how fast one may go
- `api`, `page`, `health` the few pages a browser may ask for
- `errors` what can stop the server from starting
"""
