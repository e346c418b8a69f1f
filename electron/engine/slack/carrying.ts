import { z } from 'zod';
import type { Result } from '#shared/base/result.ts';
import type { Account, Context } from '../context.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import { toBlock } from './block-carrier.ts';
import type { SlackArgs, SlackCall } from './client.ts';
import type { SlackFailure } from './failure.ts';

/** How what a message says to machines travels. Readers understand each, always. */
type Carrier = 'metadata' | 'blocks';

const SETTING = 'slack.carriers';
/** Slack does not let this token post metadata. */
const REFUSED = 'metadata_must_be_sent_from_app';
/** Not this much of it: one message's matter. */
const TOO_LARGE = 'metadata_too_large';

const Metadata = z.object({ event_type: z.string(), event_payload: z.unknown() });

/**
 * Posts metadata the way this kind of token may: as metadata until Slack refuses that, from then on
 * in a block of the message. What it found out is remembered for the workspace and kind of token.
 */
export function carryingCall(
  core: Pick<Context, 'ports' | 'db'>,
  account: Pick<Account, 'team' | 'bot'>,
  call: SlackCall,
): SlackCall {
  const key = `${account.team} ${account.bot ? 'bot' : 'person'}`;
  const known = () => readSetting<Record<string, Carrier>>(core.db, SETTING) ?? {};
  const remember = (carrier: Carrier) => {
    writeSetting(core.db, SETTING, { ...known(), [key]: carrier });
    core.ports.log({ level: 'warn', event: 'slack.carrier', detail: { carrier } });
  };
  return async (method, args, answer) => {
    if (method !== 'chat.postMessage' || args.metadata === undefined) {
      return call(method, args, answer);
    }
    const inBlocks = inBlock(args);
    if (inBlocks !== null && known()[key] === 'blocks') return call(method, inBlocks, answer);
    const posted = await call(method, args, answer);
    const code = refusalCode(posted);
    if (inBlocks === null || (code !== REFUSED && code !== TOO_LARGE)) return posted;
    if (code === REFUSED) remember('blocks');
    return call(method, inBlocks, answer);
  };
}

const refusalCode = (posted: Result<unknown, SlackFailure>): string | null =>
  posted.ok || posted.error.kind !== 'platform' ? null : posted.error.code;

/** The same message with its metadata in a block; null where that is no way either. */
function inBlock({ metadata, ...args }: SlackArgs): SlackArgs | null {
  const parsed = Metadata.safeParse(metadata);
  const block = parsed.success ? toBlock(parsed.data) : null;
  if (block === null || !Array.isArray(args.blocks)) return null;
  return { ...args, blocks: [...args.blocks, block] };
}
