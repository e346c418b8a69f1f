import { type IncidentRecord, recordLines } from './incident-record.ts';

/** A spreadsheet takes these at a cell's beginning for a formula, and would run it (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** The timeline as a table. */
export function recordCsv(record: IncidentRecord): string {
  const rows = recordLines(record).map(({ at, kind, by, marker, text }) => [
    new Date(at).toISOString(),
    kind,
    by,
    marker,
    text,
  ]);
  return csvFile([['time', 'kind', 'by', 'mark', 'text'], ...rows]);
}

/** Rows as RFC 4180 has them: CRLF, quoted where needed, a byte order mark for Excel. */
export function csvFile(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const inert = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
