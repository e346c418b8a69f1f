import { type CommandsOf, DONE } from './handler.ts';

export const folderCommands: CommandsOf<'folder'> = {
  'folder.set': async (context, { path, private: holdsPrivate }) => {
    const set = await context.folder.set(path, holdsPrivate);
    return set.ok ? DONE : set;
  },
};
