import type { ContextMenuParams, MenuItemConstructorOptions, WebContents } from 'electron';
import type { ElectronParts } from './electron-parts.ts';

/** The system's own menu where one presses right: spelling, and what can be done with a text. */
export function offerContextMenu(
  { buildMenu }: Pick<ElectronParts, 'buildMenu'>,
  contents: WebContents,
): void {
  contents.on('context-menu', (_event, params) => {
    const items = contextItems(params, (word) => contents.replaceMisspelling(word));
    if (items.length > 0) buildMenu(items).popup();
  });
}

export function contextItems(
  params: Pick<
    ContextMenuParams,
    'isEditable' | 'selectionText' | 'dictionarySuggestions' | 'misspelledWord'
  >,
  replace: (word: string) => void,
): MenuItemConstructorOptions[] {
  const { isEditable, selectionText, dictionarySuggestions, misspelledWord } = params;
  const words = isEditable && misspelledWord !== '' ? dictionarySuggestions : [];
  const spelling: MenuItemConstructorOptions[] = words.map((word) => ({
    label: word.replaceAll('&', '&&'),
    click: () => replace(word),
  }));
  if (spelling.length > 0) spelling.push({ type: 'separator' });
  if (isEditable) {
    return [
      ...spelling,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
    ];
  }
  return selectionText.trim() === '' ? [] : [{ role: 'copy' }];
}
