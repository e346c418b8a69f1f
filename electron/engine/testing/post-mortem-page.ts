import * as Y from 'yjs';
import type { IncidentId } from '#shared/base/ids.ts';
import { TEXT_FRAGMENT } from '#shared/post-mortem/document-parts.ts';
import type { Desktop } from './desktop.ts';

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string) => Buffer.from(text, 'base64');

/** A page that has a post-mortem open, without an editor. */
export async function openPage(desktop: Desktop, incident: IncidentId) {
  const doc = new Y.Doc();
  const view = await desktop.query('post-mortem', { incident });
  if (view === null) throw new Error('the post-mortem was not begun');
  Y.applyUpdate(doc, bytesOf(view.state));
  const fragment = doc.getXmlFragment(TEXT_FRAGMENT);
  return {
    view,
    text: () => fragment.toString(),
    /** Writes a paragraph at the end. */
    write: async (text: string) => {
      const before = Y.encodeStateVector(doc);
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(text)]);
      fragment.push([paragraph]);
      const update = base64(Y.encodeStateAsUpdate(doc, before));
      await desktop.command('post-mortem.write', { incident, update });
    },
    /** Asks for what is new, and tells whether there was anything. */
    catchUp: async () => {
      const vector = base64(Y.encodeStateVector(doc));
      const { update } = await desktop.query('post-mortem-since', { incident, vector });
      if (update !== null) Y.applyUpdate(doc, bytesOf(update));
      return update !== null;
    },
  };
}

/** What a desktop has of a post-mortem. */
export async function textOn(desktop: Desktop, incident: IncidentId): Promise<string> {
  return (await openPage(desktop, incident)).text();
}
