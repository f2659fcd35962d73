"""A rehearsal at full speed while its server is killed, again and again, at the worst moments,
over a network that cuts and repeats.

traps   a real server that kills itself at a chosen point of a commit
victim  that server as a process, killed from within or without and started again where it was
audit   what the file holds after a kill, against what its clients were told
night   sessions of bots, kills and audits, until there have been enough of them
"""
