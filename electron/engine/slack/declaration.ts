import { DAY, SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { ok, type Result } from '#shared/base/result.ts';
import { decodeBody, decodePayload, OPS_EVENT } from './carrier.ts';
import type { SlackCall } from './client.ts';
import type { SlackFailure } from './failure.ts';
import { PAGE, readDown, readHistory } from './history.ts';
import type { HistoryMessage } from './history-message.ts';

/** The declaration follows its channel at once, mostly. */
const FIRST_DAY_S = DAY / SECOND;

/** The incident a channel speaks of, and the message that told. */
export type Declared = { readonly incident: IncidentId; readonly ts: string };

/**
 * The incident a channel speaks of: that of the first op it ever carried. Only its first day is
 * read: a channel that merely has such a name may hold years of talk. Later looks read its newest
 * page: a declaration that came late has just come.
 * @param created when the channel was made, in seconds since 1970
 */
export async function declaredIn(
  call: SlackCall,
  { id: channel, created }: { readonly id: string; readonly created?: number | undefined },
  isFirst: boolean,
): Promise<Result<Declared | null, SlackFailure>> {
  let declared: Declared | null = null;
  const keep = (messages: readonly HistoryMessage[]) => {
    for (const message of messages) {
      const incident = incidentOf(message);
      if (incident !== null) declared = { incident, ts: message.ts };
    }
  };
  if (!isFirst) {
    const page = await readDown(call, { channel, limit: PAGE });
    if (!page.ok) return page;
    keep(page.value.messages);
    return ok(declared);
  }
  const until = created === undefined ? {} : { latest: `${created + FIRST_DAY_S}.000000` };
  const walked = await readHistory(call, { channel, readTo: null, ...until, keep });
  return walked.ok ? ok(declared) : walked;
}

function incidentOf(message: HistoryMessage): IncidentId | null {
  if (message.metadata?.event_type !== OPS_EVENT) return null;
  const carried = decodePayload(message.metadata.event_payload);
  if (!carried.ok) return null;
  return decodeBody(carried.value.body).ops[0]?.incident ?? null;
}
