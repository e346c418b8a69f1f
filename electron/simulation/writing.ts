// Post-mortems that several people write: what they do, and what must hold of it.
import * as Y from 'yjs';
import { TEXT_FRAGMENT } from '#shared/post-mortem/document-parts.ts';
// Loaded before the first run: reading a module takes real time, which no seed decides.
import '#shared/post-mortem/skeleton.ts';
import { updateIn } from '../engine/postmortem/text-op.ts';
import type { Chance } from './chance.ts';
import type { Desk } from './desk.ts';
import type { Stage } from './stage.ts';

/** Somebody begins a post-mortem, or writes a word in one. */
export function writeAtDesk({ chronicle, written }: Stage, desk: Desk, chance: Chance): void {
  // What it was asked before may have been its end.
  if (desk.state() !== 'running') return;
  const incidents = desk.stored().incidents();
  if (incidents.length === 0) return;
  const incident = chance.pick(incidents);
  if (chance.maybe(0.4)) {
    const template = chance.pick(['full', 'short']);
    void desk.ask('command', 'post-mortem.start', { incident, template });
    return;
  }
  const word = `word-${chance.between(0, 4_000_000_000)}`;
  const update = Buffer.from(updateWith(word, chance.between(2, 4_000_000_000))).toString('base64');
  void desk.ask('command', 'post-mortem.write', { incident, update }).then((reply) => {
    if (reply?.type !== 'result' || desk.state() !== 'running') return;
    chronicle.note('written', desk.name, incident, word);
    written.set(word, { incident, desk: desk.name });
  });
}

function updateWith(word: string, client: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = client;
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(word)]);
  doc.getXmlFragment(TEXT_FRAGMENT).insert(0, [paragraph]);
  return Y.encodeStateAsUpdate(doc);
}

/** Whether everything written at a desktop is in its log. */
export function isAllLogged(desk: Desk): boolean {
  return desk.stored().rows('SELECT 1 FROM post_mortem_writing LIMIT 1').length === 0;
}

/** The text of an incident's post-mortem as a desktop's log has it. */
function textOn(desk: Desk, incident: string): string {
  const doc = new Y.Doc();
  const rows = desk.stored().rows(
    `SELECT state FROM entity WHERE incident = ? AND entity > 'post_mortem_text:'
         AND entity < 'post_mortem_text;' ORDER BY entity`,
    incident,
  );
  for (const { state } of rows) {
    const update = updateIn(JSON.parse(String(state)));
    if (update !== null) Y.applyUpdate(doc, update);
  }
  return doc.getXmlFragment(TEXT_FRAGMENT).toString();
}

/**
 * After a calm: the same text at every desktop that may see it, with every word that was confirmed, once.
 * @param seen the text of each incident, as the desktops before had it
 */
export function checkText(
  { chronicle, written, tookBack }: Stage,
  desk: Desk,
  incident: string,
  seen: Map<string, string>,
): void {
  const text = textOn(desk, incident);
  const other = seen.get(incident) ?? text;
  if (text !== other) chronicle.fail(`${desk.name} has another post-mortem of ${incident}`);
  seen.set(incident, text);
  // Whoever takes a whole incident back takes back what was written in it.
  if (tookBack.size > 0) return;
  for (const [word, { incident: of, desk: by }] of written) {
    if (of !== incident || text.split(`>${word}<`).length === 2) continue;
    chronicle.fail(`${word}, which ${by} wrote, is not once in the post-mortem on ${desk.name}`);
  }
}
