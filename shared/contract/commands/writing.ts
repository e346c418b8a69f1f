import { z } from 'zod';
import { neededText } from '../fields.ts';
import { command } from './command.ts';
import { TemplateId } from './post-mortem.ts';

const PHRASE_MAX = 60;
const PHRASES_MAX = 30;
const OFFER_MAX = 200;
/** Longest name of a template, and its text: some sixty sections. */
const TEMPLATE_NAME_MAX = 40;
const TEMPLATE_TEXT_MAX = 20_000;

/** A word that is more than a stand-in: else every word of a text would be meant. */
const saysSomething = (phrase: string) =>
  phrase.split(/\s+/).some((word) => word !== 'X' && word !== 'NAME' && /[\p{L}\p{N}]/u.test(word));

const Phrase = neededText(PHRASE_MAX, 'Write a phrase.', 'A phrase').refine(
  saysSomething,
  'Write a word beside X, NAME or *.',
);

const HintRuleId = z.string().regex(/^[A-Za-z0-9-]{1,40}$/, 'There is no such rule.');

/** How people write here; kept on this desktop, for whoever sits at it. */
export const writingInputs = {
  /** Changes a rule of blameless writing, or adds one under a new id. */
  'hint-rule.save': command({
    rule: HintRuleId,
    phrases: z
      .array(Phrase)
      .min(1, 'Write a phrase.')
      .max(PHRASES_MAX, `A rule can have ${PHRASES_MAX} phrases. Make two of it.`),
    offer: neededText(OFFER_MAX, 'Say what to ask instead.', 'A question'),
    isOn: z.boolean(),
  }),
  /** A built-in rule is as it comes again, one's own is gone. Null: all of them. */
  'hint-rule.reset': command({ rule: HintRuleId.nullable() }),
  /** Changes a template, or adds one under a new id. One with a mistake is refused, with its line. */
  'template.save': command({
    template: TemplateId,
    name: neededText(TEMPLATE_NAME_MAX, 'Give the template a name.', 'A name'),
    text: neededText(TEMPLATE_TEXT_MAX, 'Write a heading: ## and its words.', 'A template'),
  }),
  /** A built-in template is as it comes again, one's own is gone. */
  'template.reset': command({ template: TemplateId }),
} as const;
