import { type BlockOptions, blockContent } from '#shared/post-mortem/block-content.ts';
import { isLiveBlockKind, liveBlockName } from '#shared/post-mortem/live-block.ts';
import { clockIn } from '#shared/post-mortem/story.ts';
import type { EvidenceData } from '../../../state/post-mortem/follow.ts';
import type { LiveSource } from './live-block.ts';

/** What live blocks show, kept as the engine has it. */
export type SettableSource = LiveSource & { readonly set: (evidence: EvidenceData | null) => void };

const optionsOf = (options: unknown): BlockOptions | null =>
  typeof options === 'object' && options !== null ? options : null;

/** @param zone in which its times are told: a file that leaves tells them in the same */
export function createLiveSource(now: () => number, zone: string): SettableSource {
  const clock = clockIn(zone);
  const listeners = new Set<() => void>();
  let evidence: EvidenceData | null = null;
  return {
    content: (kind, options) =>
      evidence !== null && isLiveBlockKind(kind)
        ? blockContent(kind, evidence, { now: now(), options: optionsOf(options), clock })
        : null,
    title: (kind) => (isLiveBlockKind(kind) ? liveBlockName(kind) : 'From a newer Quarterdeck'),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    set: (next) => {
      if (next === evidence) return;
      evidence = next;
      for (const listener of listeners) listener();
    },
  };
}
