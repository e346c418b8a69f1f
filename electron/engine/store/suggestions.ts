import type { IncidentId } from '#shared/base/ids.ts';
import { SIGNALS_VERSION, type SuggestionKind, suggest } from '#shared/domain/suggestion.ts';
import { all, type Db, run } from './database.ts';
import { readSetting, writeSetting } from './settings.ts';

/** A message that may belong into the timeline, and why. */
export type SuggestionRecord = {
  readonly ts: string;
  readonly kind: SuggestionKind;
  readonly score: number;
  readonly reasons: readonly string[];
};

/** As much of a mirrored message as is scored. */
export type ScoredMessage = {
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
  readonly kind: string;
  readonly pinned: boolean;
  readonly reactions: readonly { readonly count: number }[];
  readonly files: readonly { readonly mimetype: string }[];
};

/** Keeps what a message may be beside it, whatever it was before: some microseconds. */
export function noteSuggestion(db: Db, message: ScoredMessage): void {
  const { channel, ts, text, pinned, reactions, files } = message;
  const suggestion =
    message.kind === 'message'
      ? suggest({
          text,
          hasImage: files.some(({ mimetype }) => mimetype.startsWith('image/')),
          isPinned: pinned,
          reactions: reactions.reduce((sum, { count }) => sum + count, 0),
        })
      : null;
  if (suggestion === null) {
    run(db, 'DELETE FROM slack_suggestion WHERE channel = ? AND ts = ?', channel, ts);
    return;
  }
  run(
    db,
    `INSERT INTO slack_suggestion (channel, ts, kind, score, reasons) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (channel, ts) DO UPDATE SET kind = excluded.kind, score = excluded.score,
       reasons = excluded.reasons`,
    channel,
    ts,
    suggestion.kind,
    suggestion.score,
    JSON.stringify(suggestion.reasons),
  );
}

/**
 * Suggestions of an incident's channel that nobody answered, the newest first: not taken over, not
 * hidden, not waved aside, and still in Slack.
 * @param before only those of an earlier `ts`; null for the newest
 */
export function suggestionsOf(
  db: Db,
  incident: IncidentId,
  channel: string,
  before: string | null,
  limit: number,
): SuggestionRecord[] {
  return all<Omit<SuggestionRecord, 'reasons'> & { readonly reasons: string }>(
    db,
    `SELECT found.ts, found.kind, found.score, found.reasons FROM slack_suggestion AS found
     JOIN slack_message AS message ON message.channel = found.channel AND message.ts = found.ts
     WHERE found.channel = ? AND found.ts < ? AND message.gone = 0
       AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.incident = ? AND entry.ts = found.ts)
       AND NOT EXISTS (SELECT 1 FROM suggestion_dismissed AS aside
         WHERE aside.channel = found.channel AND aside.ts = found.ts)
       AND NOT EXISTS (SELECT 1 FROM line_mark AS mark WHERE mark.incident = ?
         AND mark.kind = 'message' AND mark.ref = found.ts AND mark.hidden = 1)
     ORDER BY found.ts DESC LIMIT ?`,
    channel,
    before ?? LAST_TS,
    incident,
    incident,
    limit,
  ).map((row) => ({ ...row, reasons: JSON.parse(row.reasons) as readonly string[] }));
}

/** Sorts behind every `ts` there will be. */
const LAST_TS = '99999999999.999999';

export function dismissSuggestion(db: Db, channel: string, ts: string, dismissed: boolean): void {
  const sql = dismissed
    ? 'INSERT INTO suggestion_dismissed (channel, ts) VALUES (?, ?) ON CONFLICT DO NOTHING'
    : 'DELETE FROM suggestion_dismissed WHERE channel = ? AND ts = ?';
  run(db, sql, channel, ts);
}

const VERSION_SETTING = 'suggestions.version';

/** Whether messages are here that were scored by other signals, or by none. */
export function scoringIsDue(db: Db): boolean {
  return readSetting<number>(db, VERSION_SETTING) !== SIGNALS_VERSION;
}

export function scoringIsDone(db: Db): void {
  writeSetting(db, VERSION_SETTING, SIGNALS_VERSION);
}

/** A message's place among all. */
export type MessagePlace = { readonly channel: string; readonly ts: string };

/** Scores the next so many messages behind a place; null when there are none left. */
export function scoreAfter(db: Db, after: MessagePlace, limit: number): MessagePlace | null {
  type Row = Omit<ScoredMessage, 'pinned' | 'reactions' | 'files'> & {
    readonly pinned: number;
    readonly reactions: string;
    readonly files: string;
  };
  const rows = all<Row>(
    db,
    `SELECT channel, ts, text, kind, pinned, reactions, files FROM slack_message
     WHERE (channel, ts) > (?, ?) ORDER BY channel, ts LIMIT ?`,
    after.channel,
    after.ts,
    limit,
  );
  for (const row of rows) {
    noteSuggestion(db, {
      ...row,
      pinned: row.pinned === 1,
      reactions: JSON.parse(row.reactions) as ScoredMessage['reactions'],
      files: JSON.parse(row.files) as ScoredMessage['files'],
    });
  }
  return rows.at(-1) ?? null;
}
