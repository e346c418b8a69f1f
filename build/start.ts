// npm start: builds what is out of date and opens Quarterdeck, in Electron or in the browser.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { faultLine, faultOf } from '#shared/base/fault.ts';
import { logFile } from '../electron/hosts/log-file.ts';
import { readPageFiles } from '../electron/hosts/page-files.ts';
import { openInBrowser } from './browser-tab.ts';
import { ensureBundle, MAIN_ENTRY, PAGE_FOLDER, WORKER_ENTRY } from './bundle.ts';
import { electronBinary, hasDisplay } from './electron-binary.ts';
import { profileOf, startLoopbackShell } from './loopback-shell.ts';
import { HELP, type StartOptions, startOptions } from './start-options.ts';

const IS_WINDOWS = process.platform === 'win32';

const options = startOptions(process.argv.slice(2));
if (!options.ok) refuse(options.error);
else if (options.value.help) process.stdout.write(HELP);
else await start(options.value);

/** One clear line, and the exit code that scripts can tell from a crash. */
function refuse(line: string): void {
  process.stderr.write(`${line}\n`);
  process.exitCode = 2;
}

async function start(chosen: StartOptions): Promise<void> {
  const built = ensureBundle();
  if (!built.ok) return refuse(`The build failed.\n${built.error}`);
  if (chosen.loopback) return runLoopback(chosen);
  if (!hasDisplay(process.platform, process.env)) {
    return instead(chosen, 'There is no display');
  }
  const binary = await electronBinary();
  return binary.ok ? runElectron(binary.value, chosen) : instead(chosen, binary.error);
}

function instead(chosen: StartOptions, why: string): Promise<void> {
  process.stdout.write(`${why}, so Quarterdeck opens in the browser.\n`);
  return runLoopback(chosen);
}

async function runLoopback(chosen: StartOptions): Promise<void> {
  const shell = await startLoopbackShell(chosen, readPageFiles(PAGE_FOLDER), WORKER_ENTRY);
  if (!shell.ok) return refuse(shell.error);
  const { loopback, engine } = shell.value;
  process.exitCode = 1;
  process.on('uncaughtException', (cause) => {
    const fault = faultOf(cause);
    // What it says stays out of the terminal too: it may quote what a person wrote.
    process.stderr.write(
      `Something in Quarterdeck failed (${faultLine(fault)}). Start it again.\n`,
    );
    logFile(profileOf(chosen))({ level: 'error', event: 'shell.failed', fault });
    void engine.stop().finally(() => process.exit(1));
  });
  const stop = async () => {
    process.exitCode = 0;
    await loopback.close();
    await engine.stop();
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
  // Without its engine the shell has nothing to serve; 1 unless somebody asked for the end.
  void engine.ended.then((cause) => {
    if (cause !== null) process.stderr.write(`Quarterdeck's engine died: ${cause}\n`);
    process.exit();
  });
  process.stdout.write(`Quarterdeck is at ${loopback.address}\n`);
  if (chosen.open) openInBrowser(loopback.address);
}

function runElectron(binary: string, chosen: StartOptions): void {
  const args = [MAIN_ENTRY];
  if (chosen.profile !== null) args.push(`--profile=${resolve(chosen.profile)}`);
  if (chosen.slackApiUrl !== null) args.push(`--slack-api-url=${chosen.slackApiUrl}`);
  if (chosen.slackClientId !== null) args.push(`--slack-client-id=${chosen.slackClientId}`);
  // A terminal sends Ctrl-C to its whole group, and Chromium takes a second signal for impatience:
  // outside the group the app hears it once, from here, and has the time to flush. Windows has no
  // such groups, and there the app hears it by itself.
  const app = spawn(binary, args, { stdio: 'inherit', detached: !IS_WINDOWS });
  app.on('exit', (code) => process.exit(code ?? 1));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => IS_WINDOWS || app.kill(signal));
  }
}
