import { type Content, heading, paragraph, text } from './content.ts';
import type { LiveBlockKind } from './live-block.ts';

/** A part of a post-mortem: a heading over live blocks, prompts, and room to write. */
export type Section = {
  readonly heading: string;
  readonly level?: 2 | 3;
  /** What the log fills in. */
  readonly blocks?: readonly LiveBlockKind[];
  /** Questions that help to write it; never exported. */
  readonly prompts?: readonly string[];
};

export type Template = {
  readonly id: string;
  readonly name: string;
  readonly sections: readonly Section[];
};

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
    heading(level, title),
    ...blocks.map((kind) => ({ type: 'liveBlock', attrs: { kind } })),
    ...prompts.map((prompt) => ({ type: 'prompt', content: [text(prompt)] })),
    ...(blocks.length === 0 ? [paragraph()] : []),
  ];
}
