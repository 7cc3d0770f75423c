// The reference server, socket.io on Node: measured beside the portal by "portal bench". Argument: the port.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const port = Number(process.argv[2]);
const http = createServer((request, response) => {
  globalThis.gc();
  response.end(String(process.memoryUsage().heapUsed));
});
const io = new Server(http);

io.on('connection', (socket) => {
  socket.on('broadcast', (data) => io.emit('broadcast', data));
  socket.on('message-with-ack', (data, ack) => ack(data));
});

http.listen(port, '127.0.0.1', 4096, () => console.log(`ready http://127.0.0.1:${port}`));
process.on('SIGTERM', () => process.exit(0));
