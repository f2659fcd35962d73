"""`make bench ARGS=load`: the whole server under a hall's load, beside bare servers in the same run.

Three kinds of processes: servers, each by itself (`bemot serve` on a file; a bare python-socketio server, and
a bare node one where it is installed, that pass votes on without rules or storage), and this one, which plays
everybody. A burst is a round of votes and its reveal. Bursts alternate between the servers, so that whatever
else the machine does meets them all alike; only ratios between medians mean anything.

    pipe     one client: a WebSocket with just enough Engine.IO and Socket.IO
    machine  servers as processes: processor time, memory
    site     what a server must offer to be compared; seats, bursts and what was measured
    ours     our server through the real protocol, and what must hold after every burst; `forgetful_server` is
             ours with a store that keeps nothing, to tell what keeping costs
    bare     the bare servers, seen from a client; `bare_server` and `bare.js` are the servers
    runs     the scenarios
    report   targets, ratios, table
    stages   where our server's time goes, in a run of its own (`profiled_server`)
"""
