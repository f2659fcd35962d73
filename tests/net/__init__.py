"""A bad network between real clients and a real server.

proxy   passes bytes on, and does not, and whole messages twice
ether   hours that pass at once, for the server and its clients alike
"""
