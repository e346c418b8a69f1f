// The Slack app that a workspace makes for Quarterdeck: what it asks for and where it sends people back.

/** What a person's token must be allowed to do. */
export const USER_SCOPES = [
  'channels:history',
  'channels:read',
  'channels:write',
  'chat:write',
  'groups:history',
  'groups:read',
  'groups:write',
  'users:read',
] as const;

/**
 * Asked for besides: without them, images of a channel are not kept for reading offline, and those that
 * people add stay on their own desktop.
 */
const WISHED_SCOPES = ['files:read', 'files:write'] as const;

export const ASKED_SCOPES: readonly string[] = [...USER_SCOPES, ...WISHED_SCOPES];

/**
 * Ports on which a browser is waited for when it comes back from Slack: the first that is free. Slack
 * sends people only to addresses that the app lists, so they cannot be any.
 */
export const RETURN_PORTS: readonly number[] = [47_100, 47_101, 47_102];

export const RETURN_PATH = '/oauth';

export const returnAddress = (port: number): string => `http://localhost:${port}${RETURN_PATH}`;

/** Where the system opens Quarterdeck itself. */
const APP_LINK = 'quarterdeck://oauth';

/** `1234567890.1234567890123`, as Slack shows it under Basic Information. */
const CLIENT_ID = /^\d{1,20}\.\d{1,20}$/;

export const isClientId = (text: string): boolean => CLIENT_ID.test(text);

/**
 * The app's manifest, to be pasted where Slack makes apps. PKCE lets a desktop sign in without a
 * secret; with rotation, a token that gets lost is of no use after twelve hours. Neither can be
 * switched off again.
 * @see docs.slack.dev/reference/app-manifest
 */
export const SLACK_APP_MANIFEST = {
  display_information: {
    name: 'Quarterdeck',
    description: 'Run incidents from the desk of their lead, with each in a channel of its own.',
  },
  oauth_config: {
    redirect_urls: [...RETURN_PORTS.map(returnAddress), APP_LINK],
    scopes: { user: ASKED_SCOPES },
    pkce_enabled: true,
  },
  settings: {
    org_deploy_enabled: false,
    socket_mode_enabled: false,
    token_rotation_enabled: true,
  },
} as const;

/** The manifest as text, as people paste it. */
export const manifestText = (): string => JSON.stringify(SLACK_APP_MANIFEST, null, 2);

/** Slack's own page for making an app, with the manifest filled in. */
export const newAppAddress = (): string =>
  `https://api.slack.com/apps?new_app=1&manifest_json=${encodeURIComponent(JSON.stringify(SLACK_APP_MANIFEST))}`;
