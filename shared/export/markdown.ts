import { KEY_TIMES, keyTimeName } from '../domain/key-times.ts';
import { severityName } from '../domain/severity.ts';
import { statusName } from '../domain/status.ts';
import { utcTime } from '../domain/words.ts';
import { type IncidentRecord, recordLines } from './incident-record.ts';

/** An incident as a Markdown document (CommonMark with GitHub's tables). Times are in UTC. */
export function recordMarkdown(record: IncidentRecord): string {
  const { incident } = record;
  const parts = [
    `# ${markdownText(`${incident.code} ${incident.name}`)}`,
    facts(record),
    section('Summary', markdownText(incident.summary)),
    section('Impact', markdownText(incident.impact)),
    section('Actions', list(incident.actions.map(actionLine))),
    section('Decisions', list(record.decisions.map(decisionLine))),
    section(
      'Hypotheses',
      list(
        record.hypotheses.map(
          ({ text, state }) => `${markdownText(text)} (${markdownText(state)})`,
        ),
      ),
    ),
    section(
      'Follow-ups',
      list(record.followUps.map(({ text, owner }) => `${markdownText(text)}${owned(owner)}`)),
    ),
    section('Timeline', timeline(record)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function facts({ incident }: IncidentRecord): string {
  const known = KEY_TIMES.flatMap((key) => {
    const time = incident.keyTimes[key];
    return time == null ? [] : [[keyTimeName(key), utcTime(time.at)]];
  });
  const roles = incident.roles.flatMap(({ name, person }) =>
    person === null ? [] : [[name, person.name]],
  );
  const rows = [
    ['Severity', severityName(incident.severity)],
    ['Status', statusName(incident.status)],
    ...roles,
    ...known,
  ];
  const lines = rows.map(([what = '', value = '']) => `| ${inCell(what)} | ${inCell(value)} |`);
  return ['| | |', '| --- | --- |', ...lines].join('\n');
}

function timeline(record: IncidentRecord): string {
  const rows = recordLines(record).map(
    ({ at, by, text }) => `| ${utcTime(at)} | ${inCell(by)} | ${inCell(text)} |`,
  );
  if (rows.length === 0) return '';
  return ['| Time | Who | What |', '| --- | --- | --- |', ...rows].join('\n');
}

type Owner = { readonly name: string } | null;

const owned = (owner: Owner) => (owner === null ? '' : ` — ${markdownText(owner.name)}`);

function actionLine(action: IncidentRecord['incident']['actions'][number]): string {
  return `[${action.done ? 'x' : ' '}] ${markdownText(action.text)}${owned(action.owner)}`;
}

function decisionLine(decision: IncidentRecord['decisions'][number]): string {
  const { question, choice, reason } = decision;
  const said = choice === '' ? 'not decided' : choice;
  return `${markdownText(question)}: ${markdownText(said)}${reason === '' ? '' : ` (${markdownText(reason)})`}`;
}

const section = (title: string, body: string) => (body === '' ? '' : `## ${title}\n\n${body}`);

const list = (lines: readonly string[]) =>
  lines.map((line) => `- ${line.replaceAll('\n', '\n  ')}`).join('\n');

/** What people wrote stays what it is: nothing of it becomes a heading, a link, an image or HTML. */
export function markdownText(text: string): string {
  return text
    .replace(/[\\`*_[\]<>&~|]/g, '\\$&')
    .replace(/^(\s*)([#+\-=]|\d+[.)])/gm, '$1\\$2')
    .replace(/\n/g, '  \n');
}

/** A cell is one line. */
const inCell = (text: string) => markdownText(text).replaceAll('  \n', '<br>');
