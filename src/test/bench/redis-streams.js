// The peer of a cluster: two processes of socket.io on Node with the Redis Streams adapter, and a Redis of their own. Argument: the port of
// the first process. Measured by "portal bench cluster".
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Redis } from 'ioredis';
import { Server } from 'socket.io';

const PROCESSES = 2;
const HOST = '127.0.0.1';

async function freePort() {
  const server = createTcpServer().listen(0, HOST);
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Nothing is written to a disk: the portal keeps its log in memory, too. */
async function startRedis(port) {
  const redis = spawn('redis-server', ['--bind', HOST, '--port', String(port), '--save', '', '--appendonly', 'no'], { stdio: 'ignore' });
  const client = new Redis({ host: HOST, port });
  client.on('error', () => {}); // It tries again until Redis listens.
  await client.ping();
  client.disconnect();
  return redis;
}

async function lead(firstPort) {
  const redisPort = await freePort();
  const family = [await startRedis(redisPort)];
  const end = () => {
    family.forEach((child) => child.kill());
    process.exit(0);
  };
  process.on('SIGTERM', end);
  for (let number = 1; number <= PROCESSES; number++) {
    const port = number === 1 ? firstPort : await freePort();
    const server = fork(process.argv[1], [port, redisPort]);
    family.push(server);
    await once(server, 'message');
    console.log(`instance node-${number} http://${HOST}:${port} pid ${server.pid}`);
  }
  family.forEach((child) => child.on('exit', end));
  console.log(`ready http://${HOST}:${firstPort}`);
}

function serve(port, redisPort) {
  const http = createServer();
  const io = new Server(http, { adapter: createAdapter(new Redis({ host: HOST, port: redisPort })) });
  io.on('connection', (socket) => socket.on('broadcast', (data) => io.emit('broadcast', data)));
  http.listen(port, HOST, 4096, () => process.send('ready'));
}

const [port, redisPort] = process.argv.slice(2).map(Number);
if (redisPort) {
  serve(port, redisPort);
} else {
  await lead(port);
}
