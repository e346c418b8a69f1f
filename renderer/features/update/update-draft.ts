import type { UpdateDraftViewT } from '#shared/contract/views/record.ts';
import type { UpdateTemplate } from '#shared/domain/update-draft.ts';
import { nextByKey } from './next-by.ts';

/** What stands in the fields. `next` is a key of `nextByChoices`. */
export type UpdateFields = {
  readonly conditions: string;
  readonly actions: string;
  readonly needs: string;
  readonly next: string;
};

const NAMES: Readonly<Record<UpdateTemplate, string>> = {
  'first-notice': 'First notice',
  scope: 'Scope',
  can: 'Status',
  'no-news': 'No news',
  recovery: 'Recovery',
  resolved: 'Resolved',
};

export const templateName = (template: UpdateTemplate): string => NAMES[template];

/** What is known, as the fields begin with it. */
export function fieldsFrom(draft: UpdateDraftViewT, now: number): UpdateFields {
  const { conditions, actions, needs, nextBy, template } = draft;
  return { conditions, actions, needs, next: nextByKey(nextBy, now, template === 'recovery') };
}

/** Fields as a draft keeps them. */
export const writeFields = (fields: UpdateFields): string => JSON.stringify(fields);

/** Null where nothing was kept, or nothing that can be read. */
export function readFields(text: string): UpdateFields | null {
  if (text === '') return null;
  try {
    const { conditions, actions, needs, next } = JSON.parse(text) as Record<string, unknown>;
    const said = [conditions, actions, needs, next];
    if (!said.every((part) => typeof part === 'string')) return null;
    return { conditions, actions, needs, next } as UpdateFields;
  } catch {
    return null;
  }
}

const GAP_NAMES: Readonly<Record<UpdateDraftViewT['gaps'][number], string>> = {
  symptoms: 'symptoms',
  scope: 'scope',
  impact: 'impact',
  began: 'since when',
  review: 'who writes the post-mortem by when',
};

/** `Nobody has said yet: symptoms, scope.` Null where nothing is missing. */
export function gapsWords(gaps: UpdateDraftViewT['gaps']): string | null {
  if (gaps.length === 0) return null;
  return `Nobody has said yet: ${gaps.map((gap) => GAP_NAMES[gap]).join(', ')}.`;
}
