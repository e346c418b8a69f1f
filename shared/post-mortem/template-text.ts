import { err, ok, type Result } from '../base/result.ts';
import { LIVE_BLOCK_KINDS, type LiveBlockKind, liveBlockName } from './live-block.ts';
import type { Section } from './template.ts';

/** Longest heading and prompt, and most of each: a template is read by people. */
const HEADING_MAX = 200;
const PROMPT_MAX = 500;
const PROMPTS_MAX = 20;
const BLOCKS_MAX = 8;
const SECTIONS_MAX = 60;

/** What is wrong in a template's text, and in which line (from 1 on). */
export type TemplateMistake = {
  readonly line: number;
  readonly message: string;
  readonly hint: string;
};

/**
 * The sections of a template as people write them: `## Heading` (or `###`, a smaller one), below it
 * live blocks in brackets by their names, and questions that begin with `?`. Empty lines count for nothing.
 */
export function writeTemplate(sections: readonly Section[]): string {
  const parts = sections.map(({ heading, level = 2, blocks = [], prompts = [] }) =>
    [
      `${'#'.repeat(level)} ${heading}`,
      ...blocks.map((kind) => `[${liveBlockName(kind)}]`),
      ...prompts.map((prompt) => `? ${prompt}`),
    ].join('\n'),
  );
  return `${parts.join('\n\n')}\n`;
}

type Draft = {
  readonly heading: string;
  readonly level: 2 | 3;
  readonly blocks: LiveBlockKind[];
  readonly prompts: string[];
};

/** What a line is, or what is wrong with it. */
type Line =
  | { readonly kind: 'empty' }
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'block'; readonly block: LiveBlockKind }
  | { readonly kind: 'prompt'; readonly text: string }
  | { readonly kind: 'mistake'; readonly message: string; readonly hint: string };

/** Reads a template's text: its sections, or the first mistake. */
export function readTemplate(text: string): Result<readonly Section[], TemplateMistake> {
  const drafts: Draft[] = [];
  const lines = text.split(/\r\n?|\n/);
  for (const [i, written] of lines.entries()) {
    const wrong = take(drafts, readLine(written.trim()));
    if (wrong !== null) return err({ line: i + 1, ...wrong });
  }
  if (drafts.length === 0) return err({ line: 1, ...NOTHING });
  return ok(drafts.map(sectionOf));
}

/** Adds what a line says; tells what is wrong with it. */
function take(drafts: Draft[], line: Line): Omit<TemplateMistake, 'line'> | null {
  if (line.kind === 'mistake') return { message: line.message, hint: line.hint };
  if (line.kind === 'empty') return null;
  if (line.kind === 'heading') {
    drafts.push({ heading: line.text, level: line.level, blocks: [], prompts: [] });
    return drafts.length > SECTIONS_MAX ? tooMany(SECTIONS_MAX, 'sections', 'a template') : null;
  }
  const section = drafts.at(-1);
  if (section === undefined) return NO_HEADING;
  if (line.kind === 'block') {
    section.blocks.push(line.block);
    return section.blocks.length > BLOCKS_MAX
      ? tooMany(BLOCKS_MAX, 'live blocks', 'a section')
      : null;
  }
  section.prompts.push(line.text);
  return section.prompts.length > PROMPTS_MAX
    ? tooMany(PROMPTS_MAX, 'questions', 'a section')
    : null;
}

function readLine(line: string): Line {
  if (line === '') return { kind: 'empty' };
  if (line.startsWith('#')) return readHeading(line);
  if (line.startsWith('[')) return readBlock(line);
  if (line.startsWith('?')) {
    const text = line.slice(1).trim();
    if (text === '') return mistake('There is no question.', 'Write it behind the ?.');
    if (text.length > PROMPT_MAX) return tooLong('A question', PROMPT_MAX);
    return { kind: 'prompt', text };
  }
  return mistake(
    'This is neither a heading, a live block nor a question.',
    'Begin a heading with ##, a question with ?, and put a live block in brackets: [Timeline].',
  );
}

function readHeading(line: string): Line {
  const [, marks = '', rest = ''] = /^(#+)(.*)$/u.exec(line) ?? [];
  const text = rest.trim();
  if (marks.length !== 2 && marks.length !== 3) {
    return mistake(
      'A heading has two # or three.',
      'Write ## for a section, ### for a smaller one.',
    );
  }
  if (text === '') return mistake('The heading has no words.', 'Write them behind the ##.');
  if (text.length > HEADING_MAX) return tooLong('A heading', HEADING_MAX);
  return { kind: 'heading', level: marks.length, text };
}

const plain = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');
const NAMED = new Map(
  LIVE_BLOCK_KINDS.flatMap((kind) => [
    [plain(kind), kind],
    [plain(liveBlockName(kind)), kind],
  ]),
);

function readBlock(line: string): Line {
  const [, name] = /^\[([^[\]]*)\]$/.exec(line) ?? [];
  if (name === undefined) {
    return mistake('A live block stands alone in its line.', 'Write [Timeline], and nothing else.');
  }
  const block = NAMED.get(plain(name));
  if (block !== undefined) return { kind: 'block', block };
  const names = LIVE_BLOCK_KINDS.map((kind) => `[${liveBlockName(kind)}]`);
  return mistake(`There is no live block “${name.trim()}”.`, `Choose one: ${names.join(', ')}.`);
}

/** A section without what it does not have, so that what is written and read back is the same. */
function sectionOf({ heading, level, blocks, prompts }: Draft): Section {
  return {
    heading,
    ...(level === 3 ? { level } : {}),
    ...(blocks.length > 0 ? { blocks } : {}),
    ...(prompts.length > 0 ? { prompts } : {}),
  };
}

const mistake = (message: string, hint: string): Line => ({ kind: 'mistake', message, hint });

const tooLong = (what: string, max: number) =>
  mistake(`${what} can have ${max} characters.`, 'Shorten it.');

const tooMany = (max: number, what: string, where: string) => ({
  message: `There can be ${max} ${what} in ${where}.`,
  hint: 'Take this one out.',
});

const NOTHING = { message: 'There is nothing here.', hint: 'Write a heading: ## and its words.' };
const NO_HEADING = {
  message: 'This stands under no heading.',
  hint: 'Begin with a heading: ## and its words.',
};
