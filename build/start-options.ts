import { parseArgs } from 'node:util';
import { err, ok, type Result } from '#shared/base/result.ts';
import { isClientId } from '#shared/domain/slack-app.ts';
import { slackAddress } from '../electron/hosts/slack-address.ts';

export type StartOptions = {
  /** The data folder; null for the platform's usual place. */
  readonly profile: string | null;
  readonly port: number;
  readonly open: boolean;
  readonly loopback: boolean;
  readonly slackApiUrl: string | null;
  /** Null: the environment's, or whatever a person enters. */
  readonly slackClientId: string | null;
  readonly help: boolean;
};

export const HELP = `Usage: npm start -- [options]

Opens Quarterdeck in a window of its own, or in the browser where there is no Electron or no display.

  --profile DIR          keep the data in this folder
  --loopback             open in the browser in any case
  --port N               port of the browser's address (0: any free one, the default)
  --no-open              print the address only
  --slack-api-url URL    talk to this server in place of Slack
  --slack-client-id ID   sign in through this Slack app
  --help                 show this

Environment:
  QUARTERDECK_SLACK_TOKEN      connect with this Slack token; it is never written down
  QUARTERDECK_SLACK_CLIENT_ID  as --slack-client-id
`;

/** Reads the command line. A wrong option is one line for the person. */
export function startOptions(args: readonly string[]): Result<StartOptions, string> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        profile: { type: 'string' },
        port: { type: 'string', default: '0' },
        'no-open': { type: 'boolean', default: false },
        loopback: { type: 'boolean', default: false },
        'slack-api-url': { type: 'string' },
        'slack-client-id': { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    const port = readPort(values.port);
    if (port === null) return err(`--port takes a number from 0 to 65535, not "${values.port}".`);
    const url = values['slack-api-url'] ?? null;
    const slackApiUrl = url === null ? null : slackAddress(url);
    if (url !== null && slackApiUrl === null)
      return err(`--slack-api-url takes an address, not "${url}".`);
    const client = values['slack-client-id'] ?? null;
    if (client !== null && !isClientId(client))
      return err(`--slack-client-id takes two numbers with a dot between, not "${client}".`);
    return ok({
      profile: values.profile ?? null,
      port,
      open: !values['no-open'],
      loopback: values.loopback,
      slackApiUrl,
      slackClientId: client,
      help: values.help,
    });
  } catch (cause) {
    const why = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : String(cause);
    return err(`${why.replace(/\.$/, '')}. See npm start -- --help.`);
  }
}

function readPort(text: string): number | null {
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port <= 65_535 ? port : null;
}
