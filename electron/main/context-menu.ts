import type { ContextMenuParams, MenuItemConstructorOptions, WebContents } from 'electron';
import type { ElectronParts } from './electron-parts.ts';

/** The system's own menu where one presses right: spelling, and what can be done with a text. */
export function offerContextMenu(
  parts: Pick<ElectronParts, 'buildMenu' | 'session'>,
  contents: WebContents,
): void {
  contents.on('context-menu', (_event, params) => {
    const items = contextItems(params, {
      replace: (word) => contents.replaceMisspelling(word),
      learn: (word) => void parts.session.addWordToSpellCheckerDictionary(word),
    });
    if (items.length > 0) parts.buildMenu(items).popup();
  });
}

export type SpellingDeeds = {
  readonly replace: (word: string) => void;
  readonly learn: (word: string) => void;
};

export function contextItems(
  params: Pick<
    ContextMenuParams,
    'isEditable' | 'selectionText' | 'dictionarySuggestions' | 'misspelledWord'
  >,
  { replace, learn }: SpellingDeeds,
): MenuItemConstructorOptions[] {
  const { isEditable, selectionText, dictionarySuggestions, misspelledWord } = params;
  const isWrong = isEditable && misspelledWord !== '';
  const words = dictionarySuggestions.map((word) => ({
    label: word.replaceAll('&', '&&'),
    click: () => replace(word),
  }));
  const spelling: MenuItemConstructorOptions[] = isWrong
    ? [
        ...(words.length > 0 ? words : [{ label: 'No suggestion', enabled: false }]),
        { label: 'Add to dictionary', click: () => learn(misspelledWord) },
        { type: 'separator' },
      ]
    : [];
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
