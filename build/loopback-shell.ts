import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type EngineLink, startEngineWorker } from '../electron/hosts/engine-worker.ts';
import { loginName } from '../electron/hosts/login-name.ts';
import { type ListenError, type Loopback, startLoopback } from '../electron/hosts/loopback.ts';
import type { PageFile } from '../electron/hosts/page-files.ts';
import { usualProfile } from '../electron/hosts/profile-folder.ts';
import type { StartOptions } from './start-options.ts';

export type LoopbackShell = { readonly loopback: Loopback; readonly engine: EngineLink };

/** Starts engine and loopback server. The error is one line, ready to print. */
export async function startLoopbackShell(
  options: Pick<StartOptions, 'profile' | 'port' | 'slackApiUrl' | 'slackClientId'>,
  files: ReadonlyMap<string, PageFile>,
): Promise<Result<LoopbackShell, string>> {
  const clientId = options.slackClientId ?? process.env.QUARTERDECK_SLACK_CLIENT_ID;
  const engine = await startEngineWorker(
    {
      profile: resolve(options.profile ?? usualProfile(process.platform, process.env)),
      slackApiUrl: options.slackApiUrl,
      ...(clientId ? { slackClientId: clientId } : {}),
      loginName: loginName(),
      version: version(),
      keeping: 'session',
      token: process.env.QUARTERDECK_SLACK_TOKEN || null,
    },
    // A browser tab has no keychain to offer: the token lives as long as this process.
    async () => undefined,
    new URL('../electron/hosts/worker.ts', import.meta.url),
  );
  if (!engine.ok) {
    const { message, hint } = engine.error;
    return err(hint === undefined ? message : `${message} ${hint}`);
  }
  const loopback = await startLoopback({ port: options.port, engine: engine.value, files });
  if (!loopback.ok) {
    await engine.value.stop();
    return err(portLine(options.port, loopback.error));
  }
  return ok({ loopback: loopback.value, engine: engine.value });
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
