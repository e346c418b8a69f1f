import type { EvidenceViewT } from '../contract/views/evidence.ts';
import { FOLLOW_UP_TYPE_NAMES, FOLLOW_UP_TYPES } from '../domain/follow-up.ts';
import { type Content, heading, line, paragraph, text } from './content.ts';
import { linkedText } from './linked-text.ts';
import type { Clock } from './story.ts';

const task = (done: boolean, ...content: readonly Content[]): Content => ({
  type: 'taskItem',
  attrs: { checked: done },
  content: [paragraph(...content)],
});

const tasks = (items: readonly Content[]): Content => ({ type: 'taskList', content: [...items] });

/** What was done during the incident, and by whom. */
export function actionsContent({ incident }: EvidenceViewT, clock: Clock): readonly Content[] {
  const { actions } = incident;
  if (actions.length === 0) return [line('No actions were written down.')];
  return [
    tasks(
      actions.map(({ text: said, owner, done, doneAt, outcome }) =>
        task(
          done,
          ...linkedText(said),
          ...facts([
            owner?.name,
            doneAt === null ? undefined : `done ${clock.timeOf(doneAt)}`,
            outcome === null ? undefined : `worked: ${outcome}`,
          ]),
        ),
      ),
    ),
  ];
}

/** What is for later, by what it changes for the next time. */
export function followUpsContent({ followUps }: EvidenceViewT, clock: Clock): readonly Content[] {
  const kept = followUps.filter(({ state }) => state !== 'dropped');
  if (kept.length === 0) {
    return [{ type: 'prompt', content: [text('Add follow-ups: what would have changed this?')] }];
  }
  const known = new Set<string | null>(FOLLOW_UP_TYPES);
  const types = FOLLOW_UP_TYPES.map((type) => ({
    name: FOLLOW_UP_TYPE_NAMES[type],
    items: kept.filter((one) => (known.has(one.type) ? one.type : 'other') === type),
  })).filter(({ items }) => items.length > 0);
  return types.flatMap(({ name, items }) => [
    heading(3, name),
    tasks(
      items.map((one) =>
        task(
          one.state === 'done',
          ...linkedText(one.text),
          ...facts([
            one.owner?.name ?? 'nobody yet',
            one.state === 'done' ? undefined : one.state,
            one.due === null ? undefined : `due ${clock.timeOf(one.due)}`,
            one.doneWhen === '' ? undefined : `done when: ${one.doneWhen}`,
          ]),
          ...(one.issueUrl === null ? [] : [text(' '), ...linkedText(one.issueUrl)]),
        ),
      ),
    ),
  ]);
}

function facts(parts: readonly (string | undefined)[]): Content[] {
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? [] : [text(` (${said.join(', ')})`)];
}
