import { z } from 'zod';

/** A token that works until somebody ends it: a bot's, or a person's of an app that does not rotate. */
type LastingToken = { readonly kind: 'lasting'; readonly token: string };

/** A pair of tokens: one to call with, for hours, and one that gives the next pair, once. */
export type RotatingToken = {
  readonly kind: 'rotating';
  /** The app that it was given to: only that one may renew it. */
  readonly clientId: string;
  readonly access: string;
  readonly refresh: string;
  /** ms since 1970, by this computer's clock. */
  readonly issuedAt: number;
  /** ms for which the access token works. */
  readonly lifetime: number;
};

/** What is kept of a sign-in between two starts. */
export type KeptToken = LastingToken | RotatingToken;

const RotatingText = z.object({
  v: z.literal(1),
  clientId: z.string(),
  access: z.string(),
  refresh: z.string(),
  issuedAt: z.number(),
  lifetime: z.number(),
});

/**
 * Reads what was kept: a plain token, as people paste them, or a pair as JSON. Null when it cannot be
 * read: cut off, or written by a version that is newer.
 */
export function readKept(text: string): KeptToken | null {
  if (!text.startsWith('{')) return { kind: 'lasting', token: text };
  const parsed = RotatingText.safeParse(parsedJson(text));
  if (!parsed.success) return null;
  const { v: _, ...pair } = parsed.data;
  return { kind: 'rotating', ...pair };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Its own shape says so to whoever reads it.
    return null;
  }
}

/** One text, since that is what keychains keep. */
export function keptText(kept: KeptToken): string {
  if (kept.kind === 'lasting') return kept.token;
  const { kind: _, ...pair } = kept;
  return JSON.stringify({ v: 1, ...pair });
}

const Tokens = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  /** Seconds. */
  expires_in: z.number().positive().optional(),
});
export type GivenTokens = z.infer<typeof Tokens>;

/**
 * What Slack answers to a code, below `authed_user`, and to a refresh token, flat.
 * @see github.com/NVIDIA/nemoclaw-community/issues/122
 */
export const TokenAnswer: z.ZodType<GivenTokens> = z.union([
  z.object({ authed_user: Tokens }).transform(({ authed_user }) => authed_user),
  Tokens,
]);

/** What an app got at some moment, as it is kept. */
export function keptOf(given: GivenTokens, clientId: string, now: number): KeptToken {
  const { access_token: access, refresh_token: refresh, expires_in: seconds } = given;
  return refresh === undefined || seconds === undefined
    ? { kind: 'lasting', token: access }
    : { kind: 'rotating', clientId, access, refresh, issuedAt: now, lifetime: seconds * 1000 };
}
