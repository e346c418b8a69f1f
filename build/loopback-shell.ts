import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { faultLine, faultOf } from '#shared/base/fault.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { openToCommandLine } from '../electron/hosts/command-door.ts';
import { type EngineLink, startEngineWorker } from '../electron/hosts/engine-worker.ts';
import { loginName } from '../electron/hosts/login-name.ts';
import { type ListenError, type Loopback, startLoopback } from '../electron/hosts/loopback.ts';
import type { PageFile } from '../electron/hosts/page-files.ts';
import { usualProfile } from '../electron/hosts/profile-folder.ts';
import type { StartOptions } from './start-options.ts';

export type LoopbackShell = { readonly loopback: Loopback; readonly engine: EngineLink };

/**
 * Starts engine and loopback server. The error is one line, ready to print.
 * @param worker the engine's, built or from source
 */
export async function startLoopbackShell(
  options: Pick<StartOptions, 'profile' | 'port' | 'slackApiUrl' | 'slackClientId'>,
  files: ReadonlyMap<string, PageFile>,
  worker: URL,
): Promise<Result<LoopbackShell, string>> {
  const clientId = options.slackClientId ?? process.env.QUARTERDECK_SLACK_CLIENT_ID;
  const profile = profileOf(options);
  const started = await startEngineWorker(
    {
      profile,
      slackApiUrl: options.slackApiUrl,
      ...(clientId ? { slackClientId: clientId } : {}),
      loginName: loginName(),
      version: version(),
      keeping: 'session',
      token: process.env.QUARTERDECK_SLACK_TOKEN || null,
      gitHubToken: process.env.QUARTERDECK_GITHUB_TOKEN || null,
      gitHubApiUrl: process.env.QUARTERDECK_GITHUB_API_URL || null,
    },
    // A browser tab has no keychain to offer: the token lives as long as this process.
    async () => undefined,
    worker,
  );
  if (!started.ok) {
    const { message, hint } = started.error;
    return err(hint === undefined ? message : `${message} ${hint}`);
  }
  const engine = await openToCommandLine(profile, started.value, doorFailed);
  const loopback = await startLoopback({ port: options.port, engine, files });
  if (!loopback.ok) {
    await engine.stop();
    return err(portLine(options.port, loopback.error));
  }
  return ok({ loopback: loopback.value, engine });
}

/** The data folder that is meant: the one that was named, or the platform's usual one. */
export function profileOf({ profile }: Pick<StartOptions, 'profile'>): string {
  return resolve(profile ?? usualProfile(process.platform, process.env));
}

/** The window works without it; the command line then says that the data folder is in use. */
function doorFailed(cause: unknown): void {
  const why = faultLine(faultOf(cause));
  process.stderr.write(`The command line cannot reach this Quarterdeck (${why}).\n`);
}

function portLine(port: number, { code }: ListenError): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use. Choose another with --port, or 0 for any.`;
  if (code === 'EACCES') return `Port ${port} is not open to you. Choose one above 1023.`;
  return `Port ${port} cannot be used (${code}).`;
}

function version(): string {
  const file = join(import.meta.dirname, '..', 'package.json');
  return String(JSON.parse(readFileSync(file, 'utf8')).version);
}
