import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SECOND } from '#shared/base/duration.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { ContractError } from '#shared/contract/errors.ts';
import { type Ask, type Asking, asking } from '../hosts/asking.ts';
import { DOOR_FILE } from '../hosts/command-door.ts';
import type { EngineLink } from '../hosts/engine-worker.ts';

/** What the commands work on: the app that is open, or the profile itself. */
export type Desk = Asking & {
  /** Whether it is the app that is open: it sends what is written, and shows it. */
  readonly isApp: boolean;
  readonly close: () => Promise<void>;
};

/** The world around the command line. */
export type DeskPorts = {
  readonly profile: string;
  readonly fetch: typeof fetch;
  readonly pause: (ms: number) => Promise<void>;
  /** The engine on the profile, where no app is open. */
  readonly start: () => Promise<Result<EngineLink, ContractError>>;
};

/** An app that is starting or ending holds its profile, and has no door yet or any more. */
const TRIES = 50;
const BETWEEN_MS = SECOND / 5;

/** Finds the app that is open with this profile, or opens the profile. */
export async function openDesk(ports: DeskPorts): Promise<Result<Desk, ContractError>> {
  for (let tries = 1; ; tries++) {
    const app = await throughDoor(ports);
    if (app !== null) return ok(app);
    const engine = await ports.start();
    if (engine.ok) return ok(ownDesk(engine.value));
    if (engine.error.code !== 'profile_in_use' || tries === TRIES) return engine;
    await ports.pause(BETWEEN_MS);
  }
}

function ownDesk(engine: EngineLink): Desk {
  return { ...asking((raw) => engine.request(raw)), isApp: false, close: engine.stop };
}

/** The app's door; null where there is none, or it leads nowhere: the app was killed. */
async function throughDoor({ profile, fetch }: DeskPorts): Promise<Desk | null> {
  const door = doorOf(profile);
  if (door === null) return null;
  const ask: Ask = async (raw) => {
    const response = await fetch(`http://127.0.0.1:${door.port}/`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${door.key}` },
      body: JSON.stringify(raw),
    });
    return response.json();
  };
  const desk = { ...asking(ask), isApp: true, close: async () => undefined };
  const answer = await desk.query('sync', {});
  return answer.ok ? desk : null;
}

function doorOf(profile: string): { readonly port: number; readonly key: string } | null {
  try {
    const door: unknown = JSON.parse(readFileSync(join(profile, DOOR_FILE), 'utf8'));
    if (typeof door !== 'object' || door === null || !('port' in door) || !('key' in door)) {
      return null;
    }
    const { port, key } = door;
    return typeof port === 'number' && typeof key === 'string' ? { port, key } : null;
  } catch {
    return null;
  }
}
