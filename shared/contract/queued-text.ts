import type { z } from 'zod';
import { actionInputs } from './commands/action.ts';
import { decisionInputs } from './commands/decision.ts';
import { followUpInputs } from './commands/follow-up.ts';
import { hypothesisInputs } from './commands/hypothesis.ts';
import { incidentInputs } from './commands/incident.ts';
import { linkInputs } from './commands/link.ts';
import { roleInputs } from './commands/role.ts';
import { timelineInputs } from './commands/timeline.ts';
import { updateInputs } from './commands/update.ts';

type Text = z.ZodType<string | undefined>;

const situation = incidentInputs['incident.set-situation'].input.shape;
const update = updateInputs['update.edit'].input.shape;
const decision = decisionInputs['decision.edit'].input.shape;
const hypothesis = hypothesisInputs['hypothesis.edit'].input.shape;

/**
 * The texts a person wrote, by the kind of entity and the field, in the order in which one of a change
 * is offered for correction; each with the limits of the command that writes it.
 */
const TEXTS: { readonly [kind: string]: { readonly [field: string]: Text } } = {
  incident: {
    name: incidentInputs['incident.rename'].input.shape.name,
    summary: incidentInputs['incident.set-summary'].input.shape.summary,
    impact: incidentInputs['incident.set-impact'].input.shape.impact,
    symptoms: situation.symptoms,
    scope: situation.scope,
  },
  entry: { text: timelineInputs['entry.edit'].input.shape.text },
  action: { text: actionInputs['action.edit'].input.shape.text },
  follow_up: { text: followUpInputs['follow-up.edit'].input.shape.text },
  hypothesis: { text: hypothesis.text, evidence: hypothesis.evidence },
  update: { conditions: update.conditions, actions: update.actions, needs: update.needs },
  decision: { question: decision.question, choice: decision.choice, reason: decision.reason },
  handover: { brief: roleInputs['handover.offer'].input.shape.brief },
  role: { name: roleInputs['role.edit'].input.shape.name },
  link: { title: linkInputs['link.edit'].input.shape.title },
};

/**
 * The text of a change that a person may correct before it leaves: its field, and what it must keep to.
 * Null where it has none: what was copied from elsewhere (another incident's name) is nobody's to write.
 * @param entity `incident`, `action:01H…`
 */
export function queuedText(
  entity: string,
  set: { readonly [field: string]: unknown },
): { readonly field: string; readonly limits: Text } | null {
  const kind = entity.split(':')[0] ?? '';
  const texts = Object.hasOwn(TEXTS, kind) ? (TEXTS[kind] ?? {}) : {};
  for (const [field, limits] of Object.entries(texts)) {
    if (typeof set[field] === 'string') return { field, limits };
  }
  return null;
}
