import { z } from 'zod';
import type { Db } from './database.ts';
import { readSettings, writeSetting } from './settings.ts';

const HINT_RULES = 'hint-rules';
const TEMPLATES = 'templates';

/** A rule of blameless writing that was changed or added here. */
const KeptRule = z
  .object({ phrases: z.array(z.string()).readonly(), offer: z.string(), isOn: z.boolean() })
  .readonly();
export type KeptRule = z.infer<typeof KeptRule>;

/** A template that was changed or added here; `text` is as a person wrote it. */
const KeptTemplate = z.object({ name: z.string(), text: z.string() }).readonly();
export type KeptTemplate = z.infer<typeof KeptTemplate>;

type Kept<T> = Readonly<Record<string, T>>;

/** By their ids, those that came first first. */
export const keptRules = (db: Db): Kept<KeptRule> => readSettings(db, HINT_RULES, KeptRule);
export const keptTemplates = (db: Db): Kept<KeptTemplate> =>
  readSettings(db, TEMPLATES, KeptTemplate);

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
