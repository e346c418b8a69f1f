import { type IncidentId, newUlid } from '#shared/base/ids.ts';
import type { Engine } from '../engine/engine.ts';
import type { DeskLine, Trace } from './desk-setup.ts';

/** Makes one deed after another, as a person at a desk would, each recognizable in the log. */
export type Deeds = {
  /** Does the next one; the line says how it ended. */
  readonly next: () => Promise<DeskLine>;
};

type Deed = { readonly name: string; readonly input: object; readonly trace: Trace };

export function createDeeds(
  engine: Engine,
  known: readonly IncidentId[],
  { now, random }: { readonly now: () => number; readonly random: () => number },
): Deeds {
  const incidents = [...known];
  let n = 0;
  const id = () => newUlid({ now, random });
  const choose = <T>(from: readonly [T, ...T[]]): T =>
    from[Math.floor(random() * from.length)] ?? from[0];

  const declare = (): Deed => {
    const incident = id() as IncidentId;
    const name = `Incident ${incident}`;
    return {
      name: 'incident.declare',
      input: { incident, name, private: random() < 0.2 },
      trace: { incident, entity: 'incident', field: 'name', value: name },
    };
  };
  const note = (incident: IncidentId): Deed => {
    const entry = id();
    // Some notes need several messages to travel.
    const text = `Note ${entry} ${'é<&>'.repeat(random() < 0.05 ? 1_200 : 3)}`;
    const trace: Trace = { incident, entity: `entry:${entry}`, field: 'text', value: text };
    return { name: 'note.add', input: { incident, entry, text }, trace };
  };
  const act = (incident: IncidentId): Deed => {
    const action = id();
    const trace: Trace = { incident, entity: `action:${action}`, field: 'added', value: true };
    return { name: 'action.add', input: { incident, action, text: `Do ${action}` }, trace };
  };
  const rename = (incident: IncidentId): Deed => {
    const name = `Renamed ${id()}`;
    const trace: Trace = { incident, entity: 'incident', field: 'name', value: name };
    return { name: 'incident.rename', input: { incident, name }, trace };
  };

  const choice = (): Deed => {
    const [first, ...rest] = incidents;
    if (first === undefined || (incidents.length < 4 && random() < 0.1)) return declare();
    const make = choose([note, note, note, act, rename]);
    return make(choose([first, ...rest]));
  };

  return {
    next: async () => {
      const { name, input, trace } = choice();
      n += 1;
      const reply = await engine.handle({ id: n, kind: 'command', name, input });
      if (reply.type === 'result') {
        if (!incidents.includes(trace.incident)) incidents.push(trace.incident);
        return { said: 'done', trace };
      }
      const error = reply.type === 'error' ? reply.error : null;
      return {
        said: 'not-done',
        name,
        code: error?.code ?? '',
        message: error?.message ?? '',
        hint: error?.hint ?? null,
      };
    },
  };
}
