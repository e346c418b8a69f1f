// Somebody who writes in a post-mortem, as a process of its own, to be killed: a word each time, and a
// line on its output for each that was answered.
import { writeSync } from 'node:fs';
import * as Y from 'yjs';
import { startEngine } from '../engine/engine.ts';
import { seededRandom } from '../engine/testing/random.ts';

const OUTPUT = 1;
const [profile = '', incident = ''] = process.argv.slice(2);

const started = await startEngine({
  clock: {
    now: () => Date.now(),
    after: (ms, task) => {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
  },
  random: seededRandom(Date.now()),
  profile,
  secrets: {
    keeping: 'session',
    load: async () => null,
    save: async () => undefined,
    clear: async () => undefined,
  },
  fetch: () => Promise.reject(new TypeError('fetch failed')),
  slackApiUrl: null,
  log: () => undefined,
  loginName: 'ana',
  zone: () => 'UTC',
  version: '0.0.0-crash',
});
if (!started.ok) throw new Error(started.error.message);

const ask = async (kind: 'command' | 'query', name: string, input: object): Promise<unknown> => {
  const reply = await started.value.handle({ id: 0, kind, name, input });
  if (reply.type !== 'result') throw new Error(`${name} was not answered`);
  return reply.output;
};

const view = await ask('query', 'post-mortem', { incident });
const doc = new Y.Doc();
Y.applyUpdate(doc, Buffer.from(String(Object(view).state), 'base64'));
for (;;) {
  const before = Y.encodeStateVector(doc);
  const word = `word-${doc.clientID}-${doc.store.clients.get(doc.clientID)?.length ?? 0}`;
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(word)]);
  doc.getXmlFragment('text').push([paragraph]);
  const update = Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString('base64');
  await ask('command', 'post-mortem.write', { incident, update });
  writeSync(OUTPUT, `${word}\n`);
}
