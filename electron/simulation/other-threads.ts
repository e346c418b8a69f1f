// Work that Node does on threads of its own is counted, so that virtual time can wait for its end:
// when it is done depends on the machine, and a run must not.
import { syncBuiltinESMExports } from 'node:module';
import zlib from 'node:zlib';

let underWay = 0;

/** Whether something is being done on another thread. */
export const isBusyElsewhere = (): boolean => underWay > 0;

type Callback = (error: Error | null, result: Buffer) => void;
type Work = (...args: [...unknown[], Callback]) => void;

const counted =
  (work: Work): Work =>
  (...args) => {
    const done = args.pop() as Callback;
    underWay += 1;
    work(...args, (error, result) => {
      underWay -= 1;
      done(error, result);
    });
  };

const table = zlib as unknown as Record<string, Work>;
for (const name of ['gzip', 'gunzip', 'deflate', 'inflate', 'deflateRaw', 'inflateRaw', 'unzip']) {
  const work = table[name];
  if (work !== undefined) table[name] = counted(work);
}
syncBuiltinESMExports();
