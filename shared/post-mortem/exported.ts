import type { EvidenceViewT } from '../contract/views/evidence.ts';
import { type BlockOptions, blockContent } from './block-content.ts';
import type { Content } from './content.ts';
import { isLiveBlockKind } from './live-block.ts';
import type { Clock } from './story.ts';

/** What live blocks are filled from when the text leaves. */
export type ExportSource = {
  readonly evidence: EvidenceViewT;
  readonly clock: Clock;
  /** ms since 1970. */
  readonly now: number;
};

/** For its writer alone, or to help with writing. */
const KEPT_HERE: ReadonlySet<string> = new Set(['prompt', 'privateNote']);

/**
 * The document as it leaves: live blocks with what they show, and without prompts, private notes and
 * the places of comments.
 */
export function exported(document: Content, source: ExportSource): Content {
  return { type: 'doc', content: leaving(document.content ?? [], source) };
}

function leaving(nodes: readonly Content[], source: ExportSource): Content[] {
  return nodes.flatMap((node): Content[] => {
    if (KEPT_HERE.has(node.type ?? '')) return [];
    if (node.type === 'liveBlock') return leaving(shown(node, source), source);
    if (node.content === undefined) return [withoutComments(node)];
    const content = leaving(node.content, source);
    // A list or a cell of which all was private has nothing left to hold.
    if (content.length === 0 && NEEDS_CONTENT.has(node.type ?? '')) return [];
    return [{ ...node, content }];
  });
}

const NEEDS_CONTENT: ReadonlySet<string> = new Set(['blockquote']);

function shown(
  { attrs = {} }: Content,
  { evidence, clock, now }: ExportSource,
): readonly Content[] {
  const { kind, options, frozen } = attrs;
  if (Array.isArray(frozen)) return frozen as readonly Content[];
  if (!isLiveBlockKind(kind)) return [];
  return blockContent(kind, evidence, { clock, now, options: options as BlockOptions | null });
}

function withoutComments(node: Content): Content {
  if (node.marks === undefined) return node;
  const marks = node.marks.filter(({ type }) => type !== 'comment');
  const { marks: _, ...bare } = node;
  return marks.length === 0 ? bare : { ...node, marks };
}
