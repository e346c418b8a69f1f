import { Extension } from '@tiptap/core';
import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { clipboardParser, readableHtml } from './pasted-html.ts';
import { pictureId } from './picture.ts';

/** Formatted text beyond this is pasted without its formatting: reading it would stop the page. */
const HTML_MAX = 1_500_000;
/** Letters that are put in at once; the rest follows while the page stays alive. */
const TEXT_AT_ONCE = 100_000;

export type PasteOptions = {
  readonly after: (ms: number, task: () => void) => void;
  /** Takes over pictures that were pasted or dropped, to be put at this position. */
  readonly onFiles: (files: readonly File[], pos: number) => void;
};

/** What was pasted, with pictures from elsewhere as links to where they are. */
export function withoutForeignImages(fragment: Fragment, schema: Schema): Fragment {
  const kept: Node[] = [];
  fragment.forEach((node) => {
    if (node.type.name !== 'image')
      kept.push(node.copy(withoutForeignImages(node.content, schema)));
    else if (pictureId(node.attrs.src) !== null) kept.push(node);
    else kept.push(...linkInstead(node, schema));
  });
  return Fragment.from(kept);
}

function linkInstead(image: Node, schema: Schema): readonly Node[] {
  const { src, alt } = image.attrs as { src: unknown; alt: unknown };
  const { paragraph } = schema.nodes;
  const link = schema.marks.link;
  const isWeb = typeof src === 'string' && /^https?:\/\//i.test(src);
  if (paragraph === undefined) return [];
  const said = typeof alt === 'string' && alt.trim() !== '' ? alt.trim() : 'Picture';
  const text = isWeb
    ? schema.text(said, link === undefined ? [] : [link.create({ href: src })])
    : schema.text(`[${said}]`);
  return [image.isInline ? text : paragraph.create(null, text)];
}

/** Texts of about the given length, cut between lines. */
export function pieces(text: string, length: number): readonly string[] {
  const cut: string[] = [];
  for (let from = 0; from < text.length; ) {
    const line = text.indexOf('\n', from + length);
    const to = line < 0 || text.length - from <= length ? text.length : line;
    cut.push(text.slice(from, to));
    from = to === text.length ? to : to + 1;
  }
  return cut;
}

function paragraphs(text: string, schema: Schema): Fragment {
  const { paragraph } = schema.nodes;
  const blocks = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph?.create(null, schema.text(line)));
  return Fragment.from(blocks.filter((block) => block !== undefined));
}

/** Puts a long text in below the caret's block, piece by piece, so that the page stays alive. */
function pasteLong(view: EditorView, text: string, after: PasteOptions['after']): void {
  const rest = [...pieces(text, TEXT_AT_ONCE)];
  let at = view.state.selection.to;
  const step = () => {
    const piece = rest.shift();
    if (piece === undefined || view.isDestroyed) return;
    const { doc, schema, tr } = view.state;
    // Others may have written meanwhile: never into the middle of a block of theirs.
    const place = doc.resolve(Math.min(at, doc.content.size));
    const begin = place.depth === 0 ? place.pos : place.after(1);
    const blocks = paragraphs(piece, schema);
    at = begin + blocks.size;
    view.dispatch(tr.insert(begin, blocks));
    after(0, step);
  };
  step();
}

const isPicture = ({ type }: File) => type.startsWith('image/');

export const Paste = Extension.create<PasteOptions>({
  name: 'pasting',
  addOptions: () => ({ after: (_ms, task) => task(), onFiles: () => undefined }),
  addProseMirrorPlugins() {
    const { after, onFiles } = this.options;
    const parser = clipboardParser(this.editor.schema);
    return [
      new Plugin({
        props: {
          handlePaste: (view, event) => {
            const data = event.clipboardData;
            if (data === null) return false;
            const html = data.getData('text/html');
            const text = data.getData('text/plain');
            if (html === '' && data.files.length > 0) {
              onFiles([...data.files], view.state.selection.to);
              return true;
            }
            const isLong = html.length > HTML_MAX || (html === '' && text.length > TEXT_AT_ONCE);
            if (!isLong || text === '') return false;
            pasteLong(view, text, after);
            return true;
          },
          handleDrop: (view, event) => {
            const files = [...(event.dataTransfer?.files ?? [])].filter(isPicture);
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
            // Other files are for whoever wants them.
            if (files.length === 0 || at === null) return false;
            event.preventDefault();
            onFiles(files, at.pos);
            return true;
          },
          clipboardParser: parser,
          transformPastedHTML: readableHtml,
          transformPasted: (slice, view) =>
            new Slice(
              withoutForeignImages(slice.content, view.state.schema),
              slice.openStart,
              slice.openEnd,
            ),
        },
      }),
    ];
  },
});
