// The bare server again, on node: node bare.js PORT, with socket.io in NODE_PATH.
const http = require("http").createServer();
const { Server } = require("socket.io");

const io = new Server(http, { transports: ["websocket"], serveClient: false });
const tables = new Map();
const sizes = new Map();

io.on("connection", (socket) => {
  socket.on("join", (data, ack) => {
    socket.join(String(data.table));
    sizes.set(data.table, data.of);
    ack({ ok: true });
  });
  socket.on("vote", (data, ack) => {
    const votes = tables.get(data.table) ?? {};
    tables.set(data.table, votes);
    votes[data.choice] = (votes[data.choice] ?? 0) + 1;
    const done = Object.values(votes).reduce((sum, n) => sum + n, 0);
    io.to(String(data.table)).emit("progress", { done, of: sizes.get(data.table) });
    ack({ ok: true });
  });
  socket.on("reveal", (data, ack) => {
    for (const [table, votes] of tables) io.to(String(table)).emit("reveal", { votes });
    tables.clear();
    ack({ ok: true });
  });
});

http.listen({ port: Number(process.argv[2]), host: "127.0.0.1", backlog: 1024 }, () =>
  console.log(JSON.stringify({ url: `http://127.0.0.1:${http.address().port}` })),
);
process.stdin.resume();
process.stdin.on("end", () => process.exit());
