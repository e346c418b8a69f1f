import { ulid } from 'ulid';

declare const brand: unique symbol;
/** A string that cannot be mistaken for another kind of id. */
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type OpId = Branded<'OpId'>;
export type IncidentId = Branded<'IncidentId'>;
export type DeviceId = Branded<'DeviceId'>;

/** Where new ids come from. Both parts are given, so that the simulation owns them. */
export type IdSource = {
  /** Wall clock, ms since 1970. */
  readonly now: () => number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
};

/** Crockford's base 32 without I, L, O and U: what a person can read out on a call. */
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const ULID_PATTERN = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** A new ULID: 48 bits of time, 80 of randomness, 26 characters that sort by time. */
export function newUlid(source: IdSource): string {
  return ulid(source.now(), source.random);
}

/** `length` random characters of Crockford's alphabet. */
export function randomCode(random: () => number, length: number): string {
  let code = '';
  for (let i = 0; i < length; i++) {
    code += CROCKFORD.charAt(Math.floor(random() * CROCKFORD.length));
  }
  return code;
}
