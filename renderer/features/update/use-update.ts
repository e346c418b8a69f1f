import { useEffect, useRef, useState } from 'react';
import { MINUTE } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import type { UpdateDraftViewT } from '#shared/contract/views/record.ts';
import type { Audience } from '#shared/domain/update.ts';
import type { UpdateTemplate } from '#shared/domain/update-draft.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { useSubmit } from '../submit.ts';
import { readersZone } from '../time/zone.ts';
import { nextByTime } from './next-by.ts';
import { fieldsFrom, readFields, type UpdateFields, writeFields } from './update-draft.ts';

/**
 * One update while it is written. Each audience and kind has a draft of its own, so that going from
 * one to another loses nothing; what nobody has touched follows what is known.
 */
export function useUpdate(incident: IncidentId, audience: Audience, asked: UpdateTemplate | null) {
  const { store, clock, drafts } = useDesktop();
  const reading = useSubmit();
  const posting = useSubmit();
  const [known, setKnown] = useState<UpdateDraftViewT | null>(null);
  const [written, setWritten] = useState<UpdateFields | null>(null);
  const place = (template: UpdateTemplate) => `update ${incident} ${audience} ${template}`;
  const { submit: read } = reading;
  // A second try at the same update promises the same time, and so is the same update.
  const tried = useRef<{ readonly of: string; readonly nextBy: number | null }>(null);

  useEffect(() => {
    let isCurrent = true;
    const input = { incident, audience, zone: readersZone() };
    const question = asked === null ? input : { ...input, template: asked };
    void read(() => store.getState().ask('update-draft', question)).then((draft) => {
      if (draft === null || !isCurrent) return;
      setKnown(draft);
      setWritten(readFields(drafts.read(`update ${incident} ${audience} ${draft.template}`)));
    });
    return () => {
      isCurrent = false;
    };
  }, [store, drafts, read, incident, audience, asked]);

  const fields = written ?? (known === null ? null : fieldsFrom(known, clock.now()));
  const write = (part: Partial<UpdateFields>) => {
    if (fields === null || known === null) return;
    const next = { ...fields, ...part };
    setWritten(next);
    drafts.write(place(known.template), writeFields(next));
    posting.forget();
  };
  const startAgain = () => {
    if (known !== null) drafts.write(place(known.template), '');
    setWritten(null);
  };
  const post = async (): Promise<boolean> => {
    if (fields === null || known === null) return false;
    const { next, ...parts } = fields;
    const of = writeFields(fields);
    if (tried.current?.of !== of) {
      const now = Math.ceil(clock.now() / MINUTE) * MINUTE;
      tried.current = { of, nextBy: nextByTime(next, now) };
    }
    const update = { ...parts, nextBy: tried.current.nextBy, form: known.form };
    const posted = await posting.submit(() =>
      store.getState().add('update.add', { incident, audience, ...update }),
    );
    if (posted !== null) startAgain();
    return posted !== null;
  };
  return {
    known,
    fields,
    isTouched: written !== null,
    write,
    startAgain,
    post,
    problem: posting.problem ?? reading.problem,
    isBusy: posting.isBusy,
  };
}
