import { z } from 'zod';
import { type Content, heading, paragraph, text } from './content.ts';
import { LIVE_BLOCK_KINDS } from './live-block.ts';

/** Longest heading, prompt and list of sections: a template is read by people. */
const HEADING_MAX = 200;
const PROMPT_MAX = 500;
const PROMPTS_MAX = 20;
const SECTIONS_MAX = 60;

/** A part of a post-mortem: a heading over live blocks, prompts, and room to write. */
export const SectionSchema = z.strictObject({
  heading: z.string().trim().min(1, 'Give each section a heading.').max(HEADING_MAX),
  level: z.int().min(2).max(3).optional(),
  /** What the log fills in. */
  blocks: z.array(z.enum(LIVE_BLOCK_KINDS, 'There is no such live block.')).max(8).optional(),
  /** Questions that help to write it; never exported. */
  prompts: z.array(z.string().trim().min(1).max(PROMPT_MAX)).max(PROMPTS_MAX).optional(),
});

export const TemplateSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'A template’s id has small letters, digits and hyphens.'),
  name: z.string().trim().min(1, 'Give the template a name.').max(80),
  sections: z
    .array(SectionSchema)
    .min(1, 'A template needs a section.')
    .max(SECTIONS_MAX, `A template can have ${SECTIONS_MAX} sections.`),
});

export type Section = z.infer<typeof SectionSchema>;
export type Template = z.infer<typeof TemplateSchema>;

/** For incidents that taught something. */
export const FULL_TEMPLATE: Template = {
  id: 'full',
  name: 'Full',
  sections: [
    { heading: 'Summary', blocks: ['summary'] },
    {
      heading: 'Impact',
      blocks: ['impact'],
      prompts: ['Who noticed, and what could they not do?'],
    },
    { heading: 'People and roles', blocks: ['people'] },
    { heading: 'Key times and measures', blocks: ['keyTimes', 'measures'] },
    { heading: 'Timeline', blocks: ['timeline'] },
    { heading: 'Decisions', blocks: ['decisions'] },
    { heading: 'Hypotheses', blocks: ['hypotheses'] },
    {
      heading: 'Contributing factors',
      prompts: ['What had to come together for this to happen?', 'What made it hard to notice?'],
    },
    { heading: 'Mitigators', prompts: ['What kept this from being worse?'] },
    { heading: 'What went well', prompts: ['What helped, and would help again?'] },
    { heading: 'What was hard', prompts: ['Where did people wait, search or guess?'] },
    { heading: 'Where we got lucky', prompts: ['What could have gone otherwise?'] },
    {
      heading: 'Why were we surprised?',
      prompts: ['What did people expect to see at that moment, and what did they see?'],
    },
    { heading: 'Open questions', prompts: ['What do we still not know?'] },
    { heading: 'Follow-ups', blocks: ['followUps'] },
    { heading: 'Updates we sent', blocks: ['updates'] },
  ],
};

/** For the mild ones: what happened, and what to change. */
export const SHORT_TEMPLATE: Template = {
  id: 'short',
  name: 'Short',
  sections: [
    { heading: 'Summary', blocks: ['summary', 'impact'] },
    { heading: 'Key times and measures', blocks: ['keyTimes', 'measures'] },
    { heading: 'Timeline', blocks: ['timeline'] },
    { heading: 'What we learned', prompts: ['Why were we surprised?', 'Where did we get lucky?'] },
    { heading: 'Follow-ups', blocks: ['followUps'] },
  ],
};

export const BUILT_IN_TEMPLATES: readonly Template[] = [FULL_TEMPLATE, SHORT_TEMPLATE];

/** The document that a template begins as: all that the log fills in, and room for the rest. */
export function templateDocument({ sections }: Template): Content {
  return { type: 'doc', content: sections.flatMap(sectionContent) };
}

function sectionContent({
  heading: title,
  level = 2,
  blocks = [],
  prompts = [],
}: Section): Content[] {
  return [
    heading(level === 3 ? 3 : 2, title),
    ...blocks.map((kind) => ({ type: 'liveBlock', attrs: { kind } })),
    ...prompts.map((prompt) => ({ type: 'prompt', content: [text(prompt)] })),
    ...(blocks.length === 0 ? [paragraph()] : []),
  ];
}
