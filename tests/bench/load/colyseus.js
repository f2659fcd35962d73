// The bare server once more, as Colyseus does it, a room for each table: node colyseus.js PORT, with @colyseus/core and
// @colyseus/ws-transport in NODE_PATH. There is no state to patch; every message is sent by itself.
const { Room, Server } = require("@colyseus/core");
const { WebSocketTransport } = require("@colyseus/ws-transport");

const tables = new Set();

class Table extends Room {
  onCreate(options) {
    this.autoDispose = false;
    this.maxClients = 2000;
    this.setPatchRate(null);
    this.of = options.of;
    this.votes = {};
    tables.add(this);
    this.onMessage("vote", (client, data) => {
      this.votes[data.choice] = (this.votes[data.choice] ?? 0) + 1;
      const done = Object.values(this.votes).reduce((sum, n) => sum + n, 0);
      this.broadcast("progress", { done, of: this.of });
      client.send("ack", { ok: true, id: data.id });
    });
  }
}

class Host extends Room {
  onCreate() {
    this.onMessage("reveal", (client, data) => {
      for (const table of tables) {
        table.broadcast("reveal", { votes: table.votes });
        table.votes = {};
      }
      client.send("ack", { ok: true, id: data.id });
    });
  }
}

const http = require("http").createServer();
const server = new Server({ greet: false, transport: new WebSocketTransport({ server: http }) });
server.define("table", Table);
server.define("host", Host);
server
  .listen(Number(process.argv[2]), "127.0.0.1", 1024)
  .then(() => console.log(JSON.stringify({ url: `http://127.0.0.1:${http.address().port}` })));
process.stdin.resume();
process.stdin.on("end", () => process.exit());
