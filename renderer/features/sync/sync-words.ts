import { assertNever } from '#shared/base/assert.ts';
import type { SyncViewT } from '#shared/contract/views.ts';

/** How far what is done here has got, in words. */
export function syncWords({ state, waiting, parked, problem }: SyncViewT): string {
  switch (state) {
    case 'unconnected':
      return 'Not connected to Slack. Saved on this computer.';
    case 'connecting':
      return `Connecting to Slack${changesWaiting(waiting)}`;
    case 'synced':
      return parked > 0 ? `Synced, ${changes(parked)} held back` : 'Synced';
    case 'syncing':
      return `Syncing${changesWaiting(waiting)}`;
    case 'offline':
      return `Offline${changesWaiting(waiting)}`;
    case 'limited':
      return `Slack asks for a pause${changesWaiting(waiting)}`;
    case 'refused':
      return `${withoutStop(problem?.message ?? 'Slack refused')}${changesWaiting(waiting)}`;
    default:
      return assertNever(state);
  }
}

function changesWaiting(count: number): string {
  return count === 0 ? '' : `, ${changes(count)} waiting`;
}

export function changes(count: number): string {
  return count === 1 ? '1 change' : `${count.toLocaleString('en')} changes`;
}

function withoutStop(sentence: string): string {
  return sentence.replace(/[.\s]+$/, '');
}
