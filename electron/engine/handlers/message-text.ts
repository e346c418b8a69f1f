import type { PersonRef } from '#shared/domain/person.ts';

/** `<@U1>`, `<@U1|ben>`, `<#C1|name>`, `<!here>`, `<https://…|label>`; any other `<` is text. */
const CONTROL = /<(?:([@#!])|(?=[a-z][a-z0-9+.-]*:))([^<>|]*)(?:\|([^<>]*))?>/gi;

/**
 * A message's text as plain text: control sequences become what they stand for, then the three
 * escapes are undone, in this order, so that an escaped `&lt;@U1&gt;` stays what was typed.
 * @see https://docs.slack.dev/messaging/formatting-message-text
 */
export function messageText(raw: string, nameOf: (ref: PersonRef) => string): string {
  const readable = raw.replace(
    CONTROL,
    (_whole, mark: string | undefined, target: string, label?: string) => {
      switch (mark) {
        case '@':
          return `@${nameOf(target)}`;
        case '#':
          return `#${label ?? target}`;
        case '!':
          return label ?? `@${target.replace(/^subteam\^/, '')}`;
        default:
          return label === undefined || label === target ? target : `${label} (${target})`;
      }
    },
  );
  return readable.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}
