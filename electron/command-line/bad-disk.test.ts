import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { TOOLS, testWith } from '../crash/processes/options.ts';

const MAIN = join(import.meta.dirname, 'main.ts');

/** A disk of four megabytes that is filled up, has room again, and is then read-only. */
const STORY = `
mount -t tmpfs -o size=4m tmpfs "$DISK"
desk() { "$NODE" "$MAIN" "$@" --profile "$DISK/desk" 2>&1; echo "ended with $?"; }
desk declare "Checkout errors"
dd if=/dev/zero of="$DISK/fill" bs=1k 2>/dev/null
echo FULL; desk list
rm "$DISK/fill"
echo ROOM; desk list
mount -o remount,ro "$DISK"
echo READ-ONLY; desk list
`;

testWith(TOOLS.smallDisk)(
  'a full disk and a read-only one are each told in words, and what was saved is there afterwards',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const told = spawnSync('unshare', ['--user', '--map-root-user', '--mount', 'sh', '-c', STORY], {
      encoding: 'utf8',
      env: { ...process.env, DISK: folder, NODE: process.execPath, MAIN },
    }).stdout;
    const [declared = '', full = '', room = '', readOnly = ''] =
      told.split(/^(?:FULL|ROOM|READ-ONLY)$/m);
    expect(declared).toContain('is declared');
    expect(full).toContain('The disk of the data folder is full');
    expect(full).toContain('Free some space, then start it again.');
    expect(full).toContain('ended with 4');
    expect(room).toContain('Checkout errors');
    expect(room).toContain('ended with 0');
    expect(readOnly).toContain('make this one writable');
    expect(readOnly).toContain('ended with 4');
  },
  60_000,
);
