import { type IncidentId, ULID_PATTERN } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { DiagnosticsViewT } from '#shared/contract/views/diagnostics.ts';
import { OP_VERSION } from '#shared/ops/op.ts';
import { tsMs } from '#shared/ops/slack-ts.ts';
import { readAccount } from '../account.ts';
import type { Context } from '../context.ts';
import { slackNow } from '../log/clock-offset.ts';
import type { Db } from '../store/database.ts';
import { recentDevices } from '../store/devices.ts';
import {
  leftovers,
  outboxCounts,
  profileFiles,
  type ReadSpan,
  readSpans,
  schemaVersion,
  sqliteVersion,
} from '../store/diagnostics.ts';
import { incidentById } from '../store/incidents.ts';
import { carrierFor } from '../store/slack-carrier-choice.ts';
import { quarantineCounts } from '../store/slack-quarantine.ts';
import { BEGINNING } from '../store/slack-ranges.ts';
import type { HandlerContext, QueryHandlers } from './handler.ts';

/** Most channels that are told of. */
const CHANNELS_MAX = 50;
/** Most lines of the log that go into the file. */
const LOG_LINES = 200;

export const diagnosticsQueries: Pick<QueryHandlers, 'diagnostics' | 'diagnostics-file'> = {
  diagnostics: (context) => ok(diagnosticsOf(context)),
  'diagnostics-file': (context) => {
    const { clock, newestLog } = context.ports;
    const about = 'Written by Quarterdeck. No token, and nothing that people wrote, is in it.';
    const log = (newestLog?.(LOG_LINES) ?? []).map(logged);
    const text = JSON.stringify({ about, ...diagnosticsOf(context), log }, null, 2);
    const stamp = new Date(clock.now()).toISOString().slice(0, 16).replace(/[-:]/g, '');
    return ok({ name: `quarterdeck-diagnostics-${stamp}Z.json`, text: `${text}\n` });
  },
};

/** A line of the log as what it says; one that a crash cut off as how long it is. */
function logged(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return `[a broken line of ${line.length} characters]`;
  }
}

function diagnosticsOf(context: HandlerContext): DiagnosticsViewT {
  const { db, ports, device, calls, sync, figures } = context;
  const now = ports.clock.now();
  const others = recentDevices(db).filter((one) => one.device !== device);
  const { state, since, nextTryAt } = sync.view();
  return {
    versions: {
      ...{ quarterdeck: ports.version, schema: schemaVersion(db), op: OP_VERSION },
      sqlite: sqliteVersion(db),
      runtime: Object.entries(ports.runtime ?? {}).map(([name, version]) => ({ name, version })),
    },
    ...{ device, startedAt: figures.startedAt, readAt: now },
    connection: { state, since, nextTryAt },
    tokenKeeping: ports.secrets.keeping,
    clockOffset: slackNow(db, now) - now,
    budget: figures.budget(),
    spans: figures.spans().map((span) => ({ ...span, subject: subjectOf(db, span.subject) })),
    slow: [...db.slow.list()],
    files: profileFiles(db.profile),
    quarantine: [...quarantineCounts(db)],
    outbox: outboxView(db),
    carrier: carrierView(context, now),
    desktops: others.length + 1,
    calls: [...calls()],
    channels: readSpans(db, CHANNELS_MAX).map(spanView),
  };
}

function outboxView(db: Db): DiagnosticsViewT['outbox'] {
  const states = outboxCounts(db);
  return {
    queued: states.get('queued') ?? 0,
    sending: states.get('sending') ?? 0,
    unknown: states.get('unknown') ?? 0,
    parked: states.get('parked') ?? 0,
    ...leftovers(db),
  };
}

/** An incident by its code: its name is what people wrote. */
function subjectOf(db: Db, subject: string): string {
  const words = subject.split(' ').map((word) => {
    if (!ULID_PATTERN.test(word)) return word;
    return incidentById(db, word as IncidentId)?.code ?? 'an incident that is not here';
  });
  return words.join(' ');
}

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
