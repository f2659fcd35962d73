"""The command line, a module for what belongs together; `game.cli` puts them together.

windows     the start window, join, screen, host
serve       the server without a window; `ownserver` starts one for a window or a rehearsal
rehearsal   bots that play whole sessions
tools       doctor, protocol
deck        check, stamp, schema; and from their own modules:
            share (new, pack, unpack), sheets (export, template, translate), merge (import), preview,
            paper (print), stats and review

`frames` and `terminal` are what all of them stand on: helps in the person's language, and how to speak.
"""
