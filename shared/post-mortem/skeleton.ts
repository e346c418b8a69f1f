import * as Y from 'yjs';
import { shortHash } from '../base/short-hash.ts';
import type { Content } from './content.ts';
import { TEXT_FRAGMENT } from './document-parts.ts';
import { type Template, templateDocument } from './template.ts';

/**
 * The document a template begins as, as a Yjs update. Byte for byte the same wherever it is made, so
 * that two desktops that begin a post-mortem offline have one document, and not two copies in one.
 * Whoever wrote it (Yjs's client) is named after its content: other content is never taken for it.
 */
export function skeletonUpdate(template: Template): Uint8Array {
  const content = templateDocument(template).content ?? [];
  const drafted = encode(content, 1);
  return encode(content, clientOf(drafted));
}

function encode(content: readonly Content[], client: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = client;
  doc.getXmlFragment(TEXT_FRAGMENT).insert(0, content.map(nodeOf));
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

/** 32 bits, as Yjs's own, and never one of the first few, which people use in tests. */
function clientOf(bytes: Uint8Array): number {
  const hash = shortHash(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return (Number.parseInt(hash.slice(0, 8), 16) | 0x4000_0000) >>> 0;
}

/** A node as the editor's binding writes it; of marks a skeleton has none. */
function nodeOf({ type, text, attrs, content }: Content): Y.XmlElement | Y.XmlText {
  if (type === 'text') return new Y.XmlText(text ?? '');
  const element = new Y.XmlElement(type);
  for (const [name, value] of Object.entries(attrs ?? {})) element.setAttribute(name, value);
  // Two who write in the same empty line at once write in one text, and not in one each, of which
  // the editor would have to make one under their carets.
  const isRoom = type === 'paragraph' && content === undefined;
  element.insert(0, isRoom ? [new Y.XmlText()] : (content ?? []).map(nodeOf));
  return element;
}
