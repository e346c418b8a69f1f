import { assertNever } from '#shared/base/assert.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import type { ContractError } from '#shared/contract/errors.ts';
import type { ComposedLine } from '#shared/domain/composer-line.ts';
import type { Answer, Request } from '../transport/transport.ts';
import { createAttempts } from './attempts.ts';
import type { ComposingSlice, SliceOf, State, Status } from './state.ts';

/** What came of a line: how it is taken back, where that can be done. */
type Written = {
  readonly answer: Awaited<Answer<object>>;
  readonly words: string;
  readonly undo: (() => Answer<object>) | null;
};

/** A line that asks for something. */
type Ready = Exclude<ComposedLine, { kind: 'unready' | 'status' }>;

/** Carries out what is written in the composer. */
export const composingSlice: SliceOf<ComposingSlice> = ({ transport, newId }, set, get) => {
  const attempts = createAttempts(newId);
  return {
    compose: async (incident, line) => {
      if (line.kind === 'unready') return { ok: false, error: unready(line.say) };
      // The same way as from the picker: it may have to ask why.
      if (line.kind === 'status') {
        return get().chooseStatus(line.status as Status, line.reason || null);
      }
      const id = attempts.idFor([incident, line]);
      const { answer, words, undo } = await write({ ...transport, incident, id, get }, line);
      if (!answer.ok) return answer;
      attempts.made();
      set({ lineDeed: undo === null ? null : { words, undo } });
      return answer;
    },
  };
};

type Writing = {
  readonly request: Request;
  readonly incident: IncidentId;
  /** Of what is made, if something is. */
  readonly id: string;
  readonly get: () => State;
};

async function write(writing: Writing, line: Ready): Promise<Written> {
  const { request, incident, id } = writing;
  const once = (words: string, answer: Awaited<Answer<object>>): Written => ({
    ...{ answer, words, undo: null },
  });
  switch (line.kind) {
    case 'note': {
      const happened = line.happenedAt === null ? {} : { happenedAt: line.happenedAt };
      const input = { incident, entry: id, text: line.text, ...happened };
      return once('Noted', await request('command', 'note.add', input));
    }
    case 'update':
      return once('Update written', await tellTeam(writing, line.text));
    case 'severity':
    case 'role':
      return changeFact(writing, line);
    case 'action':
    case 'follow-up':
    case 'decision':
    case 'hypothesis':
    case 'link':
      return makeRecord(writing, line);
    default:
      return assertNever(line);
  }
}

type Fact = Extract<Ready, { kind: 'severity' | 'role' }>;

async function changeFact({ request, incident, get }: Writing, line: Fact): Promise<Written> {
  const before = get().incident;
  switch (line.kind) {
    case 'severity': {
      const set = (severity: string) =>
        request('command', 'incident.set-severity', { incident, severity });
      const was = before?.severity;
      const undo = was === undefined ? null : () => set(was);
      return { answer: await set(line.severity), words: 'Severity set', undo };
    }
    case 'role': {
      const { role } = line;
      const set = (person: string | null) =>
        request('command', 'role.assign', { incident, role, person });
      const held = before?.roles.find((one) => one.role === role)?.person?.ref ?? null;
      return { answer: await set(line.person), words: 'Role assigned', undo: () => set(held) };
    }
  }
}

type Made = Extract<Ready, { kind: 'action' | 'follow-up' | 'decision' | 'hypothesis' | 'link' }>;

async function makeRecord({ request, incident, id }: Writing, line: Made): Promise<Written> {
  const deleted = true;
  switch (line.kind) {
    case 'action': {
      const action = { incident, action: id };
      const { text, owner } = line;
      return {
        answer: await request('command', 'action.add', { ...action, text, owner }),
        words: 'Action added',
        undo: () => request('command', 'action.edit', { ...action, deleted }),
      };
    }
    case 'follow-up': {
      const followUp = { incident, followUp: id };
      const { text, owner } = line;
      return {
        answer: await request('command', 'follow-up.add', { ...followUp, text, owner }),
        words: 'Follow-up added',
        undo: () => request('command', 'follow-up.edit', { ...followUp, deleted }),
      };
    }
    case 'decision': {
      const decision = { incident, decision: id };
      const { question, choice } = line;
      return {
        answer: await request('command', 'decision.add', { ...decision, question, choice }),
        words: 'Decision recorded',
        undo: () => request('command', 'decision.edit', { ...decision, deleted }),
      };
    }
    case 'hypothesis': {
      const hypothesis = { incident, hypothesis: id };
      const { text } = line;
      return {
        answer: await request('command', 'hypothesis.add', { ...hypothesis, text }),
        words: 'Hypothesis recorded',
        undo: () => request('command', 'hypothesis.edit', { ...hypothesis, deleted }),
      };
    }
    case 'link': {
      const link = { incident, link: id };
      const { title, url } = line;
      return {
        answer: await request('command', 'link.add', { ...link, title, url }),
        words: 'Link added',
        undo: () => request('command', 'link.edit', { ...link, deleted }),
      };
    }
  }
}

/** Tells the team how it stands, and when there will be more: by the cadence. */
async function tellTeam({ request, incident, id }: Writing, conditions: string): Answer<object> {
  if (conditions === '') {
    return { ok: false, error: unready('Say how it stands: /update Rolling back.') };
  }
  const audience = 'internal';
  const draft = await request('query', 'update-draft', { incident, audience });
  if (!draft.ok) return draft;
  const { nextBy } = draft.value;
  const told = { incident, update: id, audience, form: 'full', conditions, nextBy } as const;
  return request('command', 'update.add', told);
}

const unready = (message: string): ContractError => ({ code: 'invalid_input', message });
