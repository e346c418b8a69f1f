import { basename, resolve } from 'node:path';
import { newUlid } from '#shared/base/ids.ts';
import type { Asking } from '../hosts/asking.ts';
import { INCIDENT_FILE, readIncidentFile, takeIncidentFile } from '../hosts/incident-file.ts';
import { type DeskWindows, incidentHash } from './desk-windows.ts';
import type { ElectronParts } from './electron-parts.ts';

/** The incident file among a start's arguments, as systems hand it over; null when there is none. */
export function fileIn(argv: readonly string[], folder: string): string | null {
  const named = argv.slice(1).filter((said) => !said.startsWith('-') && !said.includes('://'));
  const file = named.findLast((said) => said.toLowerCase().endsWith(INCIDENT_FILE));
  return file === undefined ? null : resolve(folder, file);
}

const YES = 0;
const NO = 1;

/**
 * Opens an incident file that the system hands over. A browser may have done that by itself, so a person is
 * asked first; what is in the file is judged by the engine, as always.
 */
export function openFiles(
  { dialog, now }: Pick<ElectronParts, 'dialog' | 'now'>,
  asks: Asking,
  windows: Pick<DeskWindows, 'show'>,
): (path: string) => Promise<void> {
  return async (path) => {
    windows.show();
    const { response } = await dialog.showMessageBox({
      type: 'question',
      message: `Open the incident file ${shown(path)}?`,
      detail: 'What it says about its incident is added to what is here.',
      buttons: ['Open it', 'Cancel'],
      defaultId: YES,
      cancelId: NO,
    });
    if (response !== YES) return;
    const read = readIncidentFile(path);
    const upload = newUlid({ now, random: () => Math.random() });
    const taken = read.ok ? await takeIncidentFile(asks, read.value, upload) : read;
    if (taken.ok) return windows.show(incidentHash(taken.value.incident));
    const { message, hint = '' } = taken.error;
    dialog.showErrorBox(`${shown(path)} was not opened`, `${message}\n\n${hint}`);
  };
}

const NAME_MAX = 80;

/** A name in one line: it comes from whoever made the file. */
function shown(path: string): string {
  const name = basename(path)
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .toWellFormed();
  return name.length > NAME_MAX ? `${name.slice(0, NAME_MAX)}…` : name;
}
