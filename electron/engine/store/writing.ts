import type { Db } from './database.ts';
import { readSetting, writeSetting } from './settings.ts';

const HINT_RULES = 'hint-rules';
const TEMPLATES = 'templates';

/** A rule of blameless writing that was changed or added here. */
export type KeptRule = {
  readonly phrases: readonly string[];
  readonly offer: string;
  readonly isOn: boolean;
};

/** A template that was changed or added here; `text` is as a person wrote it. */
export type KeptTemplate = { readonly name: string; readonly text: string };

type Kept<T> = Readonly<Record<string, T>>;

/** By their ids, those that came first first. */
export const keptRules = (db: Db): Kept<KeptRule> => readSetting(db, HINT_RULES) ?? {};
export const keptTemplates = (db: Db): Kept<KeptTemplate> => readSetting(db, TEMPLATES) ?? {};

/** Keeps a rule; null forgets it. */
export function keepRule(db: Db, id: string, rule: KeptRule | null): void {
  writeSetting(db, HINT_RULES, changed(keptRules(db), id, rule));
}

export function forgetRules(db: Db): void {
  writeSetting(db, HINT_RULES, {});
}

/** Keeps a template; null forgets it. */
export function keepTemplate(db: Db, id: string, template: KeptTemplate | null): void {
  writeSetting(db, TEMPLATES, changed(keptTemplates(db), id, template));
}

function changed<T>(kept: Kept<T>, id: string, to: T | null): Kept<T> {
  const all = new Map(Object.entries(kept));
  if (to === null) all.delete(id);
  else all.set(id, to);
  return Object.fromEntries(all);
}
