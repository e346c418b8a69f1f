import { expect, test, vi } from 'vitest';
import { appMenu } from './app-menu.ts';
import { contextItems } from './context-menu.ts';

const deeds = {
  declare: vi.fn(),
  hud: vi.fn(),
  settings: vi.fn(),
  diagnostics: vi.fn(),
  openLink: vi.fn(),
};
const text = { selectionText: '', misspelledWord: '', dictionarySuggestions: [] as string[] };
const words = (items: readonly { label?: string | undefined; role?: string | undefined }[]) =>
  items.map(({ label, role }) => label ?? role);

test('settings and quit are where each platform has them', () => {
  expect(words(appMenu('darwin', deeds))[0]).toBe('Quarterdeck');
  const help = appMenu('linux', deeds).at(-1)?.submenu;
  expect(words(Array.isArray(help) ? help : [])).toEqual(['Quarterdeck help', 'Diagnostics']);
  const [file] = appMenu('linux', deeds);
  const items = Array.isArray(file?.submenu) ? file.submenu : [];
  expect(words(items)).toEqual(['Declare incident…', 'Settings…', undefined, 'close', 'quit']);
  // The page answers this key itself.
  expect(items[0]).toMatchObject({ accelerator: 'CmdOrCtrl+N', registerAccelerator: false });
});

test('right click offers spelling and editing in a field, copying of what is selected, else nothing', () => {
  const replace = vi.fn();
  const learn = vi.fn();
  const field = { ...text, isEditable: true };
  const wrong = { ...field, misspelledWord: 'chekout', dictionarySuggestions: ['checkout', 'R&D'] };
  const items = contextItems(wrong, { replace, learn });
  expect(words(items)).toEqual([
    ...['checkout', 'R&&D', 'Add to dictionary', undefined],
    ...['cut', 'copy', 'paste', 'selectAll'],
  ]);
  (items[1]?.click as (() => void) | undefined)?.();
  expect(replace).toHaveBeenCalledWith('R&D');
  (items[2]?.click as (() => void) | undefined)?.();
  expect(learn).toHaveBeenCalledWith('chekout');
  const unknown = contextItems({ ...wrong, dictionarySuggestions: [] }, { replace, learn });
  expect(words(unknown).slice(0, 2)).toEqual(['No suggestion', 'Add to dictionary']);
  const page = { ...text, isEditable: false };
  expect(words(contextItems({ ...page, selectionText: 'INC-1' }, { replace, learn }))).toEqual([
    'copy',
  ]);
  expect(contextItems({ ...page, selectionText: ' ' }, { replace, learn })).toEqual([]);
});
