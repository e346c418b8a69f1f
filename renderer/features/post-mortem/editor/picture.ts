import { Image } from '@tiptap/extension-image';
import type { Node } from '@tiptap/pm/model';
import type { EditorView, NodeView } from '@tiptap/pm/view';

/** Where a picture of the incident can be looked at; null where it is not here. */
export type PictureOf = (id: string) => Promise<string | null>;

/** The id of a picture that the incident keeps; null for every other address: nothing is fetched. */
export function pictureId(src: unknown): string | null {
  return typeof src === 'string' ? (/^file:([\w.-]{1,120})$/.exec(src)?.[1] ?? null) : null;
}

/** Shows the pictures below an element, each as soon as it is read. */
export async function showPictures(place: ParentNode, pictureOf: PictureOf): Promise<void> {
  const images = [...place.querySelectorAll<HTMLImageElement>('img[data-image]')];
  await Promise.all(
    images.map(async (image) => {
      const id = pictureId(image.dataset.image);
      const address = id === null ? null : await pictureOf(id);
      if (address !== null) image.src = address;
    }),
  );
}

/** Pictures of the incident in the text. Its words for those who do not see it stand below it. */
export const pictureNode = (pictureOf: PictureOf) =>
  Image.extend({
    parseHTML: () => [
      {
        tag: 'img',
        getAttrs: (element) => ({
          src: element.getAttribute('data-image') ?? element.getAttribute('src'),
          alt: element.getAttribute('alt'),
        }),
      },
    ],
    // Without an address: the browser would go there.
    renderHTML: ({ node }) => [
      'img',
      { 'data-image': String(node.attrs.src ?? ''), alt: String(node.attrs.alt ?? '') },
    ],
    addNodeView:
      () =>
      ({ node, view, getPos }) =>
        pictureView(node, view, getPos, pictureOf),
  }).configure({ inline: false, allowBase64: false });

const NOT_HERE = 'This picture is not on this computer yet.';

function pictureView(
  first: Node,
  view: EditorView,
  getPos: () => number | undefined,
  pictureOf: PictureOf,
): NodeView {
  let node = first;
  const dom = document.createElement('figure');
  const image = document.createElement('img');
  const absent = document.createElement('span');
  const words = document.createElement('input');
  dom.contentEditable = 'false';
  absent.dataset.part = 'absent';
  words.placeholder = 'What is to be seen on it?';
  words.setAttribute('aria-label', 'Description of the picture');
  dom.append(absent, words);

  const describe = () => {
    const pos = getPos();
    if (pos === undefined || words.value === String(node.attrs.alt ?? '')) return;
    view.dispatch(view.state.tr.setNodeAttribute(pos, 'alt', words.value));
  };
  words.addEventListener('change', describe);
  words.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    view.focus();
  });
  const draw = () => {
    const alt = String(node.attrs.alt ?? '');
    image.alt = alt;
    absent.textContent = alt === '' ? NOT_HERE : `${alt}. ${NOT_HERE}`;
    if (document.activeElement !== words) words.value = alt;
  };
  const load = async () => {
    const id = pictureId(node.attrs.src);
    const address = id === null ? null : await pictureOf(id);
    if (address === null) return;
    image.src = address;
    absent.replaceWith(image);
  };
  draw();
  void load();
  return {
    dom,
    update: (next) => {
      if (next.type !== node.type || next.attrs.src !== node.attrs.src) return false;
      node = next;
      draw();
      return true;
    },
    stopEvent: (event) => event.target === words,
    ignoreMutation: () => true,
  };
}
