import { createStore, type StoreApi } from 'zustand/vanilla';
import type { IncidentId } from '#shared/base/ids.ts';
import type { ContractError } from '#shared/contract/errors.ts';
import type { QueryOutput } from '#shared/contract/queries.ts';
import { coalesced } from '../coalesced.ts';
import { keepSame } from '../keep-same.ts';
import type { After } from '../ports.ts';
import type { RequestSlice } from '../state.ts';
import { openSharedText, type Saved, type SharedText } from './shared-text.ts';

export type PostMortemView = NonNullable<QueryOutput<'post-mortem'>>;
export type EvidenceData = QueryOutput<'post-mortem-evidence'>;

export type PostMortemState = {
  /** Undefined until it has been read; null while nobody began it. */
  readonly view: Omit<PostMortemView, 'state'> | null | undefined;
  readonly problem: ContractError | null;
  /** What live blocks show; null until it has been read. */
  readonly evidence: EvidenceData | null;
  readonly text: SharedText | null;
  readonly saved: Saved;
};

export type Followed = {
  readonly store: StoreApi<PostMortemState>;
  /** Somebody wrote: merges it. */
  readonly heardText: () => void;
  /** The incident is another one: reads what is shown of it. */
  readonly heardIncident: () => void;
  readonly close: () => void;
};

export type FollowPorts = Pick<RequestSlice, 'ask' | 'change'> & { readonly after: After };

/** Others' writing is merged this often at most: each key that they press is heard. */
const MERGE_EVERY = 500;

/** What the engine makes of the text, a readiness list above all, is read this often at most. */
const READ_EVERY = 3_000;

/** Opens an incident's post-mortem and keeps it as the engine has it. */
export function followPostMortem(
  incident: IncidentId,
  { ask, change, after }: FollowPorts,
): Followed {
  const store = createStore<PostMortemState>(() => ({
    view: undefined,
    problem: null,
    evidence: null,
    text: null,
    saved: { kind: 'saved' },
  }));
  let isOpen = true;

  const open = (state: string): SharedText => {
    const text = openSharedText(state, {
      write: (update) => change('post-mortem.write', { incident, update }),
      since: async (vector) => {
        const answer = await ask('post-mortem-since', { incident, vector });
        if (answer.ok && isOpen) tellOthers(answer.value.others);
        return answer;
      },
      after,
    });
    text.onSaved(() => {
      store.setState({ saved: text.saved() });
      if (text.saved().kind === 'saved') written();
    });
    return text;
  };
  const tellOthers = (others: PostMortemView['others']) =>
    store.setState(({ view }) => (view ? { view: keepSame(view, { ...view, others }) } : {}));

  const readEvidence = coalesced(async () => {
    const { evidence: before } = store.getState();
    const answer = await ask('post-mortem-evidence', { incident });
    if (isOpen && answer.ok) store.setState({ evidence: keepSame(before, answer.value) });
  });
  const read = coalesced(async () => {
    const answer = await ask('post-mortem', { incident, isOpen: store.getState().text !== null });
    if (!isOpen) return;
    if (!answer.ok) return store.setState({ problem: answer.error });
    if (answer.value === null) return store.setState({ view: null, problem: null });
    const { state, ...view } = answer.value;
    const text = store.getState().text ?? open(state);
    store.setState(({ view: before }) => ({
      view: keepSame(before ?? null, view),
      problem: null,
      text,
    }));
  });
  const pull = coalesced(async () => {
    const { text } = store.getState();
    if (text === null) return void read();
    await text.pull();
  });
  const soon = seldom(MERGE_EVERY, after, () => isOpen && void pull());
  // What is ready follows what is written.
  const written = seldom(READ_EVERY, after, () => isOpen && void read());
  const anew = seldom(MERGE_EVERY, after, () => {
    if (!isOpen) return;
    void read();
    void readEvidence();
  });
  anew();
  return {
    store,
    heardText: soon,
    heardIncident: () => {
      anew();
      // Back after the engine was gone: what is unsaved is tried again at once.
      void store.getState().text?.flush();
    },
    close: () => {
      isOpen = false;
      void store.getState().text?.close();
    },
  };
}

/** At once the first time, then once in a while, and never less than once after the last call. */
function seldom(ms: number, after: After, run: () => void): () => void {
  let isResting = false;
  let isAsked = false;
  const go = () => {
    if (isResting) {
      isAsked = true;
      return;
    }
    isResting = true;
    run();
    after(ms, () => {
      isResting = false;
      if (!isAsked) return;
      isAsked = false;
      go();
    });
  };
  return go;
}
