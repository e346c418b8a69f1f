import { harmless } from './harmless.ts';
import type { Inline } from './tree.ts';

/** `<@U1|ben>`, `<#C1|name>`, `<!here>`, `<https://…|label>`: none holds another. */
const CONTROL = /<([^<>\n]{1,8000})>/y;
const OPENABLE = /^(?:https?:\/\/|mailto:)[^\s]/i;
const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;

export type Atom = { readonly node: Inline; readonly length: number };

/**
 * What stands between `<` and `>` in Slack's notation; null where `<` begins nothing.
 * @see https://docs.slack.dev/messaging/formatting-message-text
 */
export function controlAt(text: string, at: number): Atom | null {
  CONTROL.lastIndex = at;
  const [whole, inside] = CONTROL.exec(text) ?? [];
  if (whole === undefined || inside === undefined) return null;
  const node = nodeOf(inside);
  return node === null ? null : { node, length: whole.length };
}

function nodeOf(inside: string): Inline | null {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? null : inside.slice(bar + 1).trim() || null;
  const named = label === null ? null : harmless(unescaped(label));
  switch (target.charAt(0)) {
    case '@':
      return { kind: 'person', ref: harmless(target.slice(1)), label: named };
    case '#':
      return { kind: 'call', name: `#${named ?? harmless(target.slice(1))}` };
    case '!':
      return { kind: 'call', name: named ?? `@${harmless(callOf(target))}` };
    default:
      return HAS_SCHEME.test(target) ? linkTo(unescaped(target), named) : null;
  }
}

/** `!subteam^S1` and `!date^…` carry a label wherever Slack sends them. */
const callOf = (target: string) => target.slice(1).replace(/^(?:subteam|date)\^/, '');

/** A link, where it may be opened; else its words and its address, as text. */
export function linkTo(address: string, label: string | null): Inline {
  const shown = harmless(address);
  // What is not the same when made harmless does not go where it seems to.
  if (OPENABLE.test(address) && shown === address) {
    return { kind: 'link', href: address, label: label === address ? null : label };
  }
  const text = label === null || label === shown ? shown : `${label} (${shown})`;
  return { kind: 'text', text };
}

const ESCAPES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** Undoes the three escapes, once: what was typed as `&lt;` stays that. */
export function unescaped(text: string): string {
  return text.replace(/&(?:lt|gt|amp);/g, (written) => ESCAPES[written] ?? written);
}

/** The character of an escape at a place, and its length; null when there is none. */
export function escapeAt(text: string, at: number): { character: string; length: number } | null {
  for (const [written, character] of Object.entries(ESCAPES)) {
    if (text.startsWith(written, at)) return { character, length: written.length };
  }
  return null;
}
