import { err, ok } from '#shared/base/result.ts';
import { contractError } from '#shared/contract/errors.ts';
import type { HintRuleViewT, TemplateViewT } from '#shared/contract/views/writing.ts';
import { HINT_RULES } from '#shared/post-mortem/blameless.ts';
import type { HintRule } from '#shared/post-mortem/hint-rule.ts';
import { BUILT_IN_TEMPLATES, type Template } from '#shared/post-mortem/template.ts';
import { readTemplate, writeTemplate } from '#shared/post-mortem/template-text.ts';
import type { Db } from '../store/database.ts';
import {
  forgetRules,
  type KeptRule,
  keepRule,
  keepTemplate,
  keptRules,
  keptTemplates,
} from '../store/writing.ts';
import { type Answer, type CommandsOf, DONE } from './handler.ts';

/** More than these nobody chooses from, and nobody reads hints of. */
const OWN_TEMPLATES_MAX = 20;
const OWN_RULES_MAX = 100;

export const writingCommands: CommandsOf<'hint-rule'> & CommandsOf<'template'> = {
  'hint-rule.save': (context, { rule, ...kept }) => {
    const { db } = context;
    const rules = hintRuleViews(db);
    const isNew = !rules.some(({ id }) => id === rule);
    if (isNew && ownOf(rules) >= OWN_RULES_MAX) return err(TOO_MANY_RULES);
    const builtIn = HINT_RULES.find(({ id }) => id === rule);
    keepRule(db, rule, builtIn !== undefined && isAsItComes(kept, builtIn) ? null : kept);
    context.emit({ view: 'settings' });
    return DONE;
  },
  'hint-rule.reset': (context, { rule }) => {
    if (rule === null) forgetRules(context.db);
    else keepRule(context.db, rule, null);
    context.emit({ view: 'settings' });
    return DONE;
  },
  'template.save': (context, { template, name, text }) => {
    const { db } = context;
    const read = readTemplate(text);
    if (!read.ok) {
      const { line, message, hint } = read.error;
      return err(contractError('invalid_input', `Line ${line}: ${message}`, hint));
    }
    const others = templateViews(db).filter(({ id }) => id !== template);
    if (others.some((other) => other.name === name)) return err(NAME_TAKEN);
    if (ownOf(others) >= OWN_TEMPLATES_MAX) return err(TOO_MANY_TEMPLATES);
    const builtIn = BUILT_IN_TEMPLATES.find(({ id }) => id === template);
    const isAsItIs =
      builtIn?.name === name && writeTemplate(builtIn.sections) === writeTemplate(read.value);
    keepTemplate(db, template, isAsItIs ? null : { name, text });
    context.emit({ view: 'settings' });
    return DONE;
  },
  'template.reset': (context, { template }) => {
    keepTemplate(context.db, template, null);
    context.emit({ view: 'settings' });
    return DONE;
  },
};

const ownOf = (views: readonly { readonly isBuiltIn: boolean }[]) =>
  views.filter(({ isBuiltIn }) => !isBuiltIn).length;

const isAsItComes = ({ isOn, phrases, offer }: KeptRule, builtIn: HintRule) =>
  isOn && offer === builtIn.offer && phrases.join('\n') === builtIn.phrases.join('\n');

/** The rules of blameless writing on this desktop: those that come with it first. */
export function hintRuleViews(db: Db): HintRuleViewT[] {
  const kept = new Map(Object.entries(keptRules(db)));
  const builtIn = HINT_RULES.map((rule) => {
    const changed = kept.get(rule.id);
    kept.delete(rule.id);
    const { phrases, offer, isOn } = { isOn: true, ...rule, ...changed };
    const isChanged = changed !== undefined;
    return { id: rule.id, phrases: [...phrases], offer, isOn, isBuiltIn: true, isChanged };
  });
  const own = [...kept].map(([id, { phrases, offer, isOn }]) => {
    return { id, phrases: [...phrases], offer, isOn, isBuiltIn: false, isChanged: false };
  });
  return [...builtIn, ...own];
}

/** The templates of this desktop: those that come with it first. */
export function templateViews(db: Db): TemplateViewT[] {
  const kept = new Map(Object.entries(keptTemplates(db)));
  const builtIn = BUILT_IN_TEMPLATES.map(({ id, name, sections }) => {
    const changed = kept.get(id);
    kept.delete(id);
    const { name: called, text } = changed ?? { name, text: writeTemplate(sections) };
    return { id, name: called, text, isBuiltIn: true, isChanged: changed !== undefined };
  });
  const own = [...kept].map(([id, { name, text }]) => {
    return { id, name, text, isBuiltIn: false, isChanged: false };
  });
  return [...builtIn, ...own];
}

/** The template of this id, as a post-mortem begins from it here. */
export function templateOf(db: Db, id: string): Answer<Template> {
  const found = templateViews(db).find((template) => template.id === id);
  if (found === undefined) return err(NO_TEMPLATE);
  const { name, text } = found;
  const read = readTemplate(text);
  if (read.ok) return ok({ id, name, sections: read.value });
  // It was kept by a Quarterdeck that knows more: what it means here nobody can say.
  const { line, message } = read.error;
  return err(contractError('not_possible', `Line ${line} of “${name}”: ${message}`, CHANGE_IT));
}

const CHANGE_IT = 'Change the template in Settings, or choose another one.';

const NO_TEMPLATE = contractError(
  'not_found',
  'There is no such template.',
  'Choose one of the templates in Settings.',
);

const NAME_TAKEN = contractError(
  'invalid_input',
  'There is a template of this name.',
  'Give this one another name.',
);

const TOO_MANY_TEMPLATES = contractError(
  'not_possible',
  `There are ${OWN_TEMPLATES_MAX} templates of your own.`,
  'Remove one that you do not use, then add this one.',
);

const TOO_MANY_RULES = contractError(
  'not_possible',
  `There are ${OWN_RULES_MAX} rules of your own.`,
  'Remove one that you do not need, then add this one.',
);
