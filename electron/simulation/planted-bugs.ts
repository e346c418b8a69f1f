/** A deliberate bug: some text of one of the product's files, and what takes its place. */
export type Plant = {
  readonly name: string;
  /** From the repository's root. */
  readonly file: string;
  /** Stands in the file exactly once, else the plant is out of date. */
  readonly find: string;
  readonly replace: string;
  /** What brings it to light. */
  readonly faults: string;
};

const ENGINE = 'electron/engine';

/** What must be noticed: each of these was once a likely mistake. */
export const plants: readonly Plant[] = [
  {
    name: 'ops-not-deduplicated',
    file: `${ENGINE}/store/ops.ts`,
    find: 'return changes > 0 ? { op, stamp } : null;',
    replace: 'return { op, stamp };',
    faults: 'doubled,drop-after,skew',
  },
  {
    name: 'no-read-back',
    file: `${ENGINE}/sync/lane.ts`,
    find: "pushed.error.kind === 'unclear' ? 'unknown' : 'queued'",
    replace: "'queued'",
    faults: 'drop-after',
  },
  {
    name: 'read-beyond-the-page',
    file: `${ENGINE}/slack/pull.ts`,
    find: 'const oldest = last ? BEGINNING : (messages.at(-1)?.ts ?? extent.newest);',
    replace: 'const oldest = BEGINNING;',
    faults: 'short-pages,offline,restart',
  },
  {
    name: 'retry-after-ignored',
    file: `${ENGINE}/slack/client.ts`,
    find: "if (wait !== null) return err({ kind: 'limited', retryAfter: wait });",
    replace: '',
    faults: 'limited',
  },
  {
    name: 'sent-again-after-a-start',
    file: `${ENGINE}/store/outbox.ts`,
    find: "UPDATE outbox SET state = 'unknown' WHERE state IN ('queued', 'sending')",
    replace: "UPDATE outbox SET state = 'queued' WHERE state IN ('queued', 'sending')",
    faults: 'crash,slow',
  },
  {
    name: 'queue-apart-from-the-log',
    file: `${ENGINE}/context.ts`,
    find: `for (const op of made)
      enqueue(db, { op: op.id, incident: op.incident, account, queuedAt: now });`,
    replace: `ports.clock.after(3_000, () => {
      for (const op of made)
        enqueue(db, { op: op.id, incident: op.incident, account, queuedAt: now });
      context.wake();
    });`,
    faults: 'crash,restart',
  },
  {
    name: 'last-arrival-wins',
    file: 'shared/ops/merge.ts',
    find: 'if (held !== undefined && !wins(op.id, stamp, held)) continue;',
    replace: '',
    faults: 'offline',
  },
  {
    name: 'last-message-counts',
    file: `${ENGINE}/store/ops.ts`,
    find: 'AND (slack_ts IS NULL OR slack_ts > ?)',
    replace: 'AND (slack_ts IS NULL OR slack_ts < ?)',
    faults: 'doubled',
  },
  {
    name: 'unknown-fields-dropped',
    file: `${ENGINE}/store/ops.ts`,
    find: 'const extra = Object.keys(rest).length === 0 ? null : JSON.stringify(rest);',
    replace: 'const extra = null; void rest;',
    faults: 'none',
  },
  {
    name: 'newest-first',
    file: `${ENGINE}/store/outbox.ts`,
    find: 'FROM outbox WHERE incident = ? ORDER BY seq LIMIT ?',
    replace: 'FROM outbox WHERE incident = ? ORDER BY seq DESC LIMIT ?',
    faults: 'offline',
  },
  {
    name: 'last-piece-forgotten',
    file: `${ENGINE}/slack/post.ts`,
    find: 'for (const [i, metadata] of payloads.entries()) {',
    replace:
      'for (const [i, metadata] of payloads.slice(0, Math.max(1, payloads.length - 1)).entries()) {',
    faults: 'none',
  },
  {
    name: 'sent-as-another',
    file: `${ENGINE}/sync/lane.ts`,
    find: 'account !== null && account !== mine',
    replace: "account === 'nobody' && mine !== null",
    faults: 'swapped',
  },
  {
    name: 'sign-in-page-is-success',
    file: `${ENGINE}/slack/client.ts`,
    find: 'const failure = failureOf(cause);',
    replace: `const failure = failureOf(cause);
    if (
      method === 'chat.postMessage' &&
      failure.kind === 'unreachable' &&
      failure.message.includes('sign-in page')
    ) {
      return ok({ ok: true, ts: '1795226400.000100' });
    }`,
    faults: 'portal',
  },
  {
    name: 'cut-answer-is-no-post',
    file: `${ENGINE}/slack/client.ts`,
    find: `const notSlack = (): SlackFailure => ({
  kind: 'unreachable',
  begun: true,`,
    replace: `const notSlack = (): SlackFailure => ({
  kind: 'unreachable',
  begun: false,`,
    faults: 'truncated',
  },
  {
    name: 'parked-for-ever',
    file: `${ENGINE}/store/outbox.ts`,
    find: "WHERE state = 'parked' AND incident = coalesce(?, incident)",
    replace: "WHERE state = 'nowhere' AND incident = coalesce(?, incident)",
    faults: 'archived',
  },
  {
    name: 'own-clock-counts',
    file: 'shared/ops/stamp.ts',
    find: 'if (carriedAt === null || stampMs(at) <= carriedAt + AHEAD_MAX) return at;',
    replace: 'if (carriedAt !== 0) return at;',
    faults: 'skew,jump',
  },
  {
    name: 'rebuild-forgets-roles',
    file: `${ENGINE}/log/rebuild.ts`,
    find: 'projectEntity(db, incident, entity, state);',
    replace: "if (!entity.startsWith('role:')) projectEntity(db, incident, entity, state);",
    faults: 'none',
  },
  {
    name: 'clock-set-back-stops-reading',
    file: `${ENGINE}/sync/reader.ts`,
    find: 'if ((lastOfRank.get(task.rank) ?? 0) > now) lastOfRank.set(task.rank, now);',
    replace: '',
    faults: 'skew,jump',
  },
  {
    name: 'clock-set-back-undoes',
    file: 'shared/ops/stamp.ts',
    find: 'if (last === null || now > stampMs(last)) return makeStamp(now, 0, device);',
    replace: 'if (now > 0) return makeStamp(now, 0, device);',
    faults: 'skew,jump',
  },
  {
    name: 'private-in-public',
    file: `${ENGINE}/slack/channel.ts`,
    find: '{ name, is_private: incident.private },',
    replace: '{ name, is_private: false },',
    faults: 'none',
  },
  {
    name: 'journal-not-read',
    file: `${ENGINE}/log/reconcile.ts`,
    find: 'const lost = journal.found.filter((op) => !hasOp(db, op.id));',
    replace: 'const lost = journal.found.filter((op) => hasOp(db, op.id) && false);',
    faults: 'lost-database,offline',
  },
  {
    name: 'news-kept-inside',
    file: `${ENGINE}/slack/settle-sent.ts`,
    find: 'for (const op of sent.filter(isHeadline)) {',
    replace: "for (const op of sent.filter((op) => isHeadline(op) && op.entity !== 'incident')) {",
    faults: 'none',
  },
  {
    name: 'news-told-again',
    file: `${ENGINE}/slack/headlines.ts`,
    find: 'if (found.value.has(op)) dropHeadlines(db, [op]);',
    replace: 'if (found.value.has(op) && db.profile === op) dropHeadlines(db, [op]);',
    faults: 'drop-after',
  },
  {
    name: 'words-left-behind',
    file: `${ENGINE}/postmortem/post-mortems.ts`,
    find: 'for (const incident of incidentsWithWriting(db)) flushLater(incident);',
    replace: '',
    faults: 'crash',
  },
  {
    name: 'open-post-mortem-not-read',
    file: `${ENGINE}/sync/read-tasks.ts`,
    find: '...(openText === null ? [] : [textTask(openText, listeners)]),',
    replace: '',
    faults: 'short-pages',
  },
];
