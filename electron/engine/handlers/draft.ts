import { ok } from '#shared/base/result.ts';
import { draftsKept, keepDraft } from '../store/drafts.ts';
import { type CommandHandlers, DONE, type QueryHandlers } from './handler.ts';

export const draftCommands: Pick<CommandHandlers, 'draft.keep'> = {
  'draft.keep': ({ db }, { key, text }) => {
    keepDraft(db, key, text);
    return DONE;
  },
};

export const draftQueries: Pick<QueryHandlers, 'drafts'> = {
  drafts: ({ db }) => ok({ items: draftsKept(db) }),
};
