import type { Desk } from './desk.ts';
import type { Stage } from './stage.ts';
import { wireRequest } from './wire.ts';

/** The app that everybody signs in through, where tokens rotate. */
export const CLIENT_ID = '1111.2222';

/**
 * A person signs in with Slack in the browser, as themselves. From then on the desktop has tokens that
 * end after minutes; should the sign-in fail, it goes on with what it had.
 */
export async function signIn({ slack, chronicle, timeline }: Stage, desk: Desk): Promise<void> {
  const begun = await desk.ask('command', 'slack.sign-in', { clientId: CLIENT_ID });
  if (begun?.type !== 'result') return;
  const { url } = begun.output as { readonly url: string };
  // The browser is not the desktop's: it reaches Slack in any weather.
  const page = slack.serve(await wireRequest(`${url}&as=${desk.user}`));
  const back = page.kind === 'reply' ? page.reply.headers.location : undefined;
  if (back === undefined) return chronicle.fail(`Slack did not send ${desk.name} back`);
  const answered = await desk.ask('command', 'slack.sign-in-answer', { query: back });
  chronicle.note(timeline.now(), desk.name, 'signed in', answered?.type ?? 'died');
}
