import { localTime } from '../base/local-time.ts';
import { beginsWith } from './person-in-text.ts';

/** What a person looks for: words, and what narrows them. */
export type SearchQuery = {
  /** What was typed, without the operators. */
  readonly words: string;
  /** Each as it was typed, folded to lower case; null where it was not asked for. */
  readonly severity: string | null;
  readonly status: string | null;
  /** `me`, `nobody`, or how a name begins. */
  readonly lead: string | null;
  /** ms since 1970: from the one on, and up to but without the other. */
  readonly after: number | null;
  readonly before: number | null;
  /** What of it was not understood, in words. */
  readonly problems: readonly string[];
};

/** As far as an incident is narrowed by. */
export type Narrowed = {
  readonly severity: string;
  readonly status: string;
  readonly lead: { readonly ref: string; readonly name: string } | null;
};

/** `severity:major`, `lead:@ben`, `lead:"Ana de Souza"`; nothing else is an operator. */
const OPERATOR = /(?<=^|\s)(severity|status|lead|before|after):(?:"([^"]*)"|(\S*))/gi;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads a query. Days begin where the reader is: `after:2026-10-01` is from that day on,
 * `before:2026-10-01` is up to the evening before. An operator without a value is still being typed.
 * @param zone IANA name; see `isZone`
 */
export function readQuery(typed: string, zone: string): SearchQuery {
  const found = new Map<string, string>();
  const words = typed.replace(OPERATOR, (_whole, name: string, quoted?: string, bare?: string) => {
    const value = (quoted ?? bare ?? '').toLowerCase();
    if (value !== '') found.set(name.toLowerCase(), value);
    return '';
  });
  const problems: string[] = [];
  const day = (name: string) => {
    const value = found.get(name);
    if (value === undefined) return null;
    const at = startOfDay(value, zone);
    // Half a date is still being typed.
    if (at === null && value.length >= 10) problems.push(`Write the day like 2026-10-01: ${value}`);
    return at;
  };
  const lead = found.get('lead')?.replace(/^@/, '') ?? '';
  return {
    words: words.replace(/^\s+/, ''),
    severity: found.get('severity') ?? null,
    status: found.get('status') ?? null,
    lead: lead === '' ? null : lead,
    after: day('after'),
    before: day('before'),
    problems,
  };
}

/** Whether the query asks for certain incidents alone. */
export function narrowsIncidents({ severity, status, lead }: SearchQuery): boolean {
  return severity !== null || status !== null || lead !== null;
}

/** Whether an incident is among those that a query asks for. */
export function isMeant(
  query: SearchQuery,
  { severity, status, lead }: Narrowed,
  me: string | null,
): boolean {
  if (query.severity !== null && !severity.toLowerCase().startsWith(query.severity)) return false;
  if (query.status !== null && !status.toLowerCase().startsWith(query.status)) return false;
  if (query.lead === null) return true;
  if (query.lead === 'nobody') return lead === null;
  if (query.lead === 'me') return lead !== null && lead.ref === me;
  return lead !== null && beginsWith(lead.name, query.lead);
}

/** When a day of the calendar (`2026-10-01`) begins in a zone; null for what is none. */
function startOfDay(date: string, zone: string): number | null {
  const midnight = DATE.test(date) ? Date.parse(`${date}T00:00:00.000Z`) : Number.NaN;
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(date)) return null;
  // Twice: what the clocks say in between may be another offset than on that morning.
  const guess = midnight - offset(midnight, zone);
  return midnight - offset(guess, zone);
}

/** ms by which a zone's clocks are ahead of UTC. */
function offset(at: number, zone: string): number {
  const { date, hour, minute } = localTime(at, zone);
  const shown = Date.parse(`${date}T00:00:00.000Z`) + (hour * 60 + minute) * 60_000;
  return shown - Math.floor(at / 60_000) * 60_000;
}
