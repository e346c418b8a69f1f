import type { Token } from './model.ts';

/** An app as Slack knows it: what its manifest says about signing in. */
export type App = {
  readonly id: string;
  readonly clientId: string;
  readonly clientSecret: string | null;
  readonly name: string;
  /** Where it may send people back to. */
  readonly redirectUris: readonly string[];
  /** A public client: what it is installed with on a desktop needs no secret. */
  readonly pkce: boolean;
  /** Its tokens expire and are refreshed, wherever it sends people back to. */
  readonly rotation: boolean;
  /** For how long an access token works that rotates. */
  readonly accessSeconds: number;
};

/** A code that a person brings back to the app, to be exchanged once. */
export type Code = {
  readonly app: App;
  readonly user: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  /** Whether the address it goes to was named, and so must be named again. */
  readonly wasNamed: boolean;
  readonly challenge: string | null;
  readonly rotates: boolean;
  readonly isDesktop: boolean;
  /** Came through `/oauth/v2_user/authorize`. */
  readonly isUserFlow: boolean;
  readonly madeAt: number;
  used: boolean;
};

/** What an app may do for a person, and the tokens it holds for it. */
export type Grant = {
  readonly app: App;
  readonly user: string;
  readonly scopes: readonly string[];
  readonly isDesktop: boolean;
  /** Those that still work, the oldest first. */
  access: readonly Token[];
};

/** A refresh token: good once, and once more while the answer may have got lost. */
export type Refresh = {
  readonly grant: Grant;
  readonly expiresAt: number | null;
  usedAt: number | null;
};
