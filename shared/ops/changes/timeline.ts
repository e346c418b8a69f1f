import type { Change } from '../../domain/change.ts';
import type { Op } from '../op.ts';
import { type ChangeReader, text, time, writes } from './reader.ts';

/** What an op wrote into the timeline, or changed of it. */
export const entryChanges: ChangeReader = (op, before) => {
  const to = text(op.set.text);
  const was = text(before('text'));
  if (op.set.kind === 'image') {
    return [{ kind: 'image', name: text(op.set.name) ?? '', text: to }];
  }
  if (to !== null && was === null && before('kind') === 'image') {
    return [{ kind: 'image-described', text: to }];
  }
  if (to !== null && was === null) {
    return [{ kind: op.set.kind === 'slack' ? 'curated' : 'note', text: to }];
  }
  const changes: Change[] = [];
  if (to !== null && was !== null && to !== was) {
    changes.push({ kind: 'note-edited', from: was, to });
  }
  if (writes(op, 'source') && to === null) changes.push({ kind: 'note-kept', text: was ?? '' });
  if (writes(op, 'happenedAt')) {
    changes.push({ kind: 'note-moved', text: to ?? was ?? '', to: time(op.set.happenedAt) });
  }
  return changes;
};

/** What an op said about a line of the timeline. */
export const lineChanges: ChangeReader = (op, before) => {
  const changes: Change[] = [];
  if (op.set.hidden === true) changes.push({ kind: 'line-hidden' });
  if (op.set.hidden === false) changes.push({ kind: 'line-restored' });
  if (writes(op, 'marker')) {
    const about = text(op.set.about) ?? text(before('about')) ?? '';
    changes.push({ kind: 'line-marked', about, to: text(op.set.marker) });
  }
  return changes;
};

const SILENT: Readonly<Record<string, readonly string[]>> = {
  entry: ['kind', 'text', 'happenedAt', 'source'],
  line: ['hidden', 'marker'],
  post_mortem_text: ['form'],
};

/**
 * Whether an op has no line of its own: an entry's line is the entry, and what is said about a line
 * shows on it; what was written in the post-mortem stands there. Where nothing of it is understood, it has one, which says so.
 */
export function isSilent(op: Op, kind: string): boolean {
  const fields = Object.hasOwn(SILENT, kind) ? SILENT[kind] : undefined;
  return fields?.some((field) => writes(op, field)) ?? false;
}
