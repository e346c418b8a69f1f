import { ok } from '#shared/base/result.ts';
import type { DiagnosticsViewT } from '#shared/contract/views/diagnostics.ts';
import { OP_VERSION } from '#shared/ops/op.ts';
import { tsMs } from '#shared/ops/slack-ts.ts';
import { type Context, readAccount } from '../context.ts';
import { slackNow } from '../log/clock-offset.ts';
import { recentDevices } from '../store/devices.ts';
import {
  leftovers,
  outboxCounts,
  type ReadSpan,
  readSpans,
  schemaVersion,
} from '../store/diagnostics.ts';
import { carrierFor } from '../store/slack-carrier-choice.ts';
import { quarantineCounts } from '../store/slack-quarantine.ts';
import { BEGINNING } from '../store/slack-ranges.ts';
import type { QueryHandlers } from './handler.ts';

/** Most channels that are told of. */
const CHANNELS_MAX = 50;

export const diagnosticsQueries: Pick<QueryHandlers, 'diagnostics'> = {
  diagnostics: (context) => {
    const { db, ports, device, calls } = context;
    const now = ports.clock.now();
    const states = outboxCounts(db);
    const others = recentDevices(db).filter((one) => one.device !== device);
    return ok({
      versions: { quarterdeck: ports.version, schema: schemaVersion(db), op: OP_VERSION },
      device,
      clockOffset: slackNow(db, now) - now,
      quarantine: [...quarantineCounts(db)],
      outbox: {
        queued: states.get('queued') ?? 0,
        sending: states.get('sending') ?? 0,
        unknown: states.get('unknown') ?? 0,
        parked: states.get('parked') ?? 0,
        ...leftovers(db),
      },
      carrier: carrierView(context, now),
      desktops: others.length + 1,
      calls: [...calls()],
      channels: readSpans(db, CHANNELS_MAX).map(spanView),
    });
  },
};

function carrierView({ db }: Pick<Context, 'db'>, now: number): DiagnosticsViewT['carrier'] {
  const account = readAccount(db);
  if (account === null) return null;
  const { carrier, proved } = carrierFor(db, account, now);
  return { kind: carrier, proved };
}

function spanView({
  incident,
  name,
  oldest,
  newest,
  throughAt,
}: ReadSpan): DiagnosticsViewT['channels'][number] {
  const whole = oldest === BEGINNING;
  return {
    ...{ incident, throughAt, whole },
    name: name.split('-').slice(0, 2).join('-'),
    readTo: newest === null ? null : tsMs(newest),
    readFrom: oldest === null || whole ? null : tsMs(oldest),
  };
}
