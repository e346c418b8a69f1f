import { type IdSource, randomCode } from '../base/ids.ts';

/** Longest name we take: it must fit a Slack topic (250) beside severity, status and lead. */
export const NAME_MAX = 150;

const CODE_LENGTH = 4;
const CODE_TRIES = 20;

/**
 * A short code that people can say ("INC-7F3K"). The incident's identity is its id: two desktops
 * that are offline may pick the same code, which then merely reads the same.
 * @param taken codes that this desktop knows already
 */
export function newIncidentCode(random: IdSource['random'], taken: ReadonlySet<string>): string {
  for (let i = 0; i < CODE_TRIES; i++) {
    const code = `INC-${randomCode(random, CODE_LENGTH)}`;
    if (!taken.has(code)) return code;
  }
  return `INC-${randomCode(random, CODE_LENGTH + 2)}`;
}
