import type { Marker } from './timeline.ts';

/** Most emojis that stand for something: more than these nobody remembers. */
export const MAPPED_MAX = 20;
/** Slack's own name of an emoji, without colons. */
export const EMOJI_NAME = /^[a-z0-9_+'-]{1,100}$/;

/** What a pin, and which reactions, take a message over as. */
export type Curation = {
  /** Null: a pin is a pin and nothing else. */
  readonly pins: Marker | null;
  readonly reactions: readonly { readonly name: string; readonly marker: Marker }[];
};

export const DEFAULT_CURATION: Curation = {
  pins: 'key',
  reactions: [
    { name: 'pushpin', marker: 'key' },
    { name: 'rotating_light', marker: 'detection' },
    { name: 'mag', marker: 'diagnosis' },
    { name: 'wrench', marker: 'repair' },
  ],
};

/** What a message has been marked as in Slack, and by whom; null where nothing stands for anything. */
export function markedAs(
  { pins, reactions: mapped }: Curation,
  message: {
    readonly pinned: boolean;
    readonly reactions: readonly { readonly name: string; readonly users: readonly string[] }[];
  },
): { readonly marker: Marker; readonly users: readonly string[] } | null {
  for (const { name, marker } of mapped) {
    const found = message.reactions.find((reaction) => bare(reaction.name) === name);
    if (found !== undefined) return { marker, users: found.users };
  }
  // Slack does not say here who pinned it.
  return message.pinned && pins !== null ? { marker: pins, users: [] } : null;
}

/** `wave::skin-tone-2` is the same hand. */
const bare = (name: string) => name.split('::', 1)[0] ?? name;
