import { resolve } from 'node:path';

export type LaunchArguments = {
  /** Null for the platform's usual place. */
  readonly profile: string | null;
  readonly slackApiUrl: string | null;
  readonly slackClientId: string | null;
};

/** Reads our own arguments; Chromium's, and whatever a second start brings, are passed over. */
export function launchArguments(argv: readonly string[]): LaunchArguments {
  const value = (name: string) => {
    const found = argv.find((argument) => argument.startsWith(`--${name}=`));
    return found === undefined ? null : found.slice(name.length + 3);
  };
  const profile = value('profile');
  return {
    profile: profile === null ? null : resolve(profile),
    slackApiUrl: value('slack-api-url'),
    slackClientId: value('slack-client-id'),
  };
}
