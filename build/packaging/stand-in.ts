import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';

/** The mark that Electron's fuses stand behind in its binary, with their version and number. */
const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSE_VERSION = 1;
const FUSE_COUNT = Object.values(FuseV1Options).filter((value) => typeof value === 'number').length;

/** Says what it is to whoever runs it. */
const BINARY = `#!/bin/sh
echo "This is a stand-in for Electron: it proves what is in the package and runs nothing." >&2
exit 69
`;

/**
 * A folder that has the shape of Electron for Linux and nothing of Electron in it. It is packaged
 * where Electron itself cannot be had: all but the binary is then as in a real package. Its fuses
 * can be set and read like the real ones, which says nothing about the real ones.
 */
export function makeStandIn(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  const fuses = Buffer.concat([
    Buffer.from(FUSE_MARK),
    Buffer.from([FUSE_VERSION, FUSE_COUNT]),
    Buffer.alloc(FUSE_COUNT, '0'),
  ]);
  put(join(folder, 'electron'), Buffer.concat([Buffer.from(BINARY), fuses]), 0o755);
  put(join(folder, 'chrome-sandbox'), BINARY, 0o755);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak']) {
    put(join(folder, name), 'stand-in\n');
  }
  put(join(folder, 'resources', 'default_app.asar'), 'stand-in\n');
}

function put(path: string, content: string | Buffer, mode = 0o644): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content, { mode });
}
