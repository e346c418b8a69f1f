import type { ElectronParts } from './electron-parts.ts';

/**
 * Checks spelling in the languages of the system, as far as there are dictionaries. A Mac knows them
 * by itself, and wants to be told none.
 */
export function checkSpelling(
  { app, session }: Pick<ElectronParts, 'app' | 'session'>,
  platform: NodeJS.Platform,
): void {
  if (platform === 'darwin') return;
  const known = session.availableSpellCheckerLanguages;
  const wanted = app.getPreferredSystemLanguages().flatMap((language) => {
    const found = dictionaryOf(language, known);
    return found === null ? [] : [found];
  });
  // With none of them Chromium's own choice stays: it throws at a language that it does not have.
  if (wanted.length > 0) session.setSpellCheckerLanguages([...new Set(wanted)]);
}

/** `de-AT` is spelled by `de` where there is nothing nearer; `en` by any English. */
function dictionaryOf(language: string, known: readonly string[]): string | null {
  const [base = ''] = language.split('-');
  const same = (tag: string) => known.find((one) => one.toLowerCase() === tag.toLowerCase());
  return same(language) ?? same(base) ?? known.find((one) => one.startsWith(`${base}-`)) ?? null;
}
