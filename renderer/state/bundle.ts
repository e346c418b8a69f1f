import type { IncidentId } from '#shared/base/ids.ts';
import type { ContractError } from '#shared/contract/errors.ts';
import type { Answer, Request } from '../transport/transport.ts';
import type { GivenFile } from './ports.ts';
import type { BundleSlice, SliceOf, State, Taking } from './state.ts';

/** Bytes of one piece: as base64 it is still below what one command takes. */
const PIECE = 400_000;

const UNREADABLE: ContractError = {
  code: 'not_possible',
  message: 'This file cannot be read. Nothing was imported.',
  hint: 'Look whether it is still where it was, then choose it again.',
};

/** Takes incident files in, one after the other; whoever closes what shows it does not stop it. */
export const bundleSlice: SliceOf<BundleSlice> = ({ transport: { request }, newId }, set, get) => {
  let before: Promise<void> = Promise.resolve();
  const tell = (id: string, news: Partial<Taking>) =>
    set(({ takings }) => ({
      takings: takings.map((one) => (one.id === id ? { ...one, ...news } : one)),
    }));
  const takeOne = async (id: string, file: GivenFile) => {
    const taken = await upload(request, id, file, (sent) => tell(id, { sent }));
    if (taken.ok) tell(id, { sent: file.size, imported: taken.value });
    else tell(id, { problem: taken.error });
    // Whoever looks elsewhere by now hears of what went wrong all the same.
    if (!taken.ok && get().sheet !== 'bundle') set({ deedProblem: taken.error });
  };
  return {
    takings: [],
    takeBundles: (files) => {
      const named = files.map((file) => ({ id: newId(), file }));
      const added = named.map(({ id, file: { name, size } }) => ({
        ...{ id, name, size, sent: 0, imported: null, problem: null },
      }));
      set(({ takings }) => ({ takings: [...takings.filter(isUnderWay), ...added] }));
      for (const { id, file } of named) before = before.then(() => takeOne(id, file));
      return before;
    },
    forgetTaken: () => set(({ takings }) => ({ takings: takings.filter(isUnderWay) })),
  };
};

export const isUnderWay = ({ imported, problem }: Taking) => imported === null && problem === null;

/** Gives the engine a file piece by piece; with the last one it says what came of it. */
async function upload(
  request: Request,
  id: string,
  { size, read }: GivenFile,
  sent: (bytes: number) => void,
): Answer<NonNullable<Taking['imported']>> {
  for (let offset = 0; ; offset += PIECE) {
    const end = Math.min(size, offset + PIECE);
    const data = await read(offset, end);
    if (data === null) return { ok: false, error: UNREADABLE };
    const piece = { upload: id, offset, data, last: end === size };
    const answer = await request('command', 'bundle.import', piece);
    if (!answer.ok) return answer;
    const { imported } = answer.value;
    if (imported !== null) {
      return { ok: true, value: { ...imported, incident: imported.incident as IncidentId } };
    }
    if (end === size) return { ok: false, error: UNREADABLE };
    sent(end);
  }
}

export const selectTakings = (state: State) => state.takings;
