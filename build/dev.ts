// npm run dev: the page with hot reload, against a real engine behind the loopback shell.
import { createServer } from 'vite';
import { page } from '../vite.config.ts';
import { startLoopbackShell } from './loopback-shell.ts';
import { startOptions } from './start-options.ts';

const options = startOptions(process.argv.slice(2));
if (!options.ok) {
  process.stderr.write(`${options.error}\n`);
  process.exit(2);
}
const shell = await startLoopbackShell(
  { ...options.value, profile: options.value.profile ?? 'out/dev-profile', port: 0 },
  new Map(),
  new URL('../electron/hosts/worker.ts', import.meta.url),
);
if (!shell.ok) {
  process.stderr.write(`${shell.error}\n`);
  process.exit(2);
}
const { loopback, engine } = shell.value;
const target = new URL(loopback.address).origin;
// To the shell, Vite speaks as the shell's own page; its checks stay as strict as they are.
const asOwnPage = { target, headers: { origin: target }, changeOrigin: true };
const vite = await createServer({
  ...page,
  configFile: false,
  server: {
    host: '127.0.0.1',
    port: options.value.port || 5173,
    proxy: { '/session': asOwnPage, '/contract': { ...asOwnPage, ws: true } },
  },
});
await vite.listen();
const { port } = vite.config.server;
const address = `http://127.0.0.1:${port}/${new URL(loopback.address).hash}`;
process.stdout.write(`Quarterdeck (development) is at ${address}\n`);
process.once('SIGINT', () => {
  void vite
    .close()
    .then(() => engine.stop())
    .then(() => process.exit(0));
});
