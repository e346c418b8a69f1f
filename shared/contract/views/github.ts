import { z } from 'zod';
import { TOKEN_KEEPINGS } from '../../domain/token-keeping.ts';
import { Incident } from '../fields.ts';

/** An issue that somebody asked for and that GitHub does not have yet, as far as is known. */
export const AskedIssueView = z.object({
  incident: Incident,
  followUp: z.string(),
  /** `unclear`: it may be there; GitHub is asked before it is made. `held`: a person is needed. */
  state: z.enum(['waiting', 'unclear', 'held']),
  /** How it stands, in words, and what to do; the second may be empty. */
  message: z.string(),
  hint: z.string(),
});

export const GitHubView = z.object({
  /** `owner/name`; null until somebody chose it. */
  repository: z.string().nullable(),
  hasToken: z.boolean(),
  tokenKeeping: z.enum(TOKEN_KEEPINGS),
  asked: z.array(AskedIssueView),
});

/** What GitHub says of the repository and the token. */
export const GitHubCheckView = z.object({
  login: z.string(),
  repository: z.string(),
  /** Everybody can read what is written there. */
  isPublic: z.boolean(),
});

export type AskedIssueViewT = z.infer<typeof AskedIssueView>;
export type GitHubViewT = z.infer<typeof GitHubView>;
export type GitHubCheckViewT = z.infer<typeof GitHubCheckView>;
