import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { IncidentId } from '#shared/base/ids.ts';
import { TEXT_FRAGMENT } from '#shared/post-mortem/document-parts.ts';
import { type Desktop, startDesktop, temporaryProfile } from '../testing/desktop.ts';

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string) => Buffer.from(text, 'base64');

/** A page that has the post-mortem open. */
async function openPage(desktop: Desktop, incident: IncidentId) {
  const doc = new Y.Doc();
  const view = await desktop.query('post-mortem', { incident });
  if (view === null) throw new Error('the post-mortem was not begun');
  Y.applyUpdate(doc, bytesOf(view.state));
  const fragment = doc.getXmlFragment(TEXT_FRAGMENT);
  return {
    view,
    text: () => fragment.toString(),
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

describe('a post-mortem on one desktop', () => {
  const temporary = temporaryProfile();
  let ana: Desktop;
  let incident: IncidentId;

  beforeEach(async () => {
    ana = await startDesktop({ profile: temporary.profile });
    incident = await ana.declare('Checkout fails');
  });
  afterEach(async () => {
    await ana.stop();
    temporary.remove();
  });

  test('begins full, from the template for its severity', async () => {
    expect(await ana.query('post-mortem', { incident })).toBeNull();
    await ana.command('post-mortem.start', { incident });
    const page = await openPage(ana, incident);
    expect(page.view).toMatchObject({ template: 'full', status: 'draft', others: [] });
    expect(page.text()).toContain('Why were we surprised?');
  });

  test('a mild one is short', async () => {
    await ana.command('incident.set-severity', { incident, severity: 'minor' });
    await ana.command('post-mortem.start', { incident });
    expect((await openPage(ana, incident)).view.template).toBe('short');
  });

  test('beginning it twice changes nothing', async () => {
    await ana.command('post-mortem.start', { incident });
    const page = await openPage(ana, incident);
    await page.write('Ana was here');
    await ana.command('post-mortem.start', { incident, template: 'short' });
    const again = await openPage(ana, incident);
    expect(again.text()).toBe(page.text());
    expect(again.view.template).toBe('full');
  });

  test('what was written is there for another page and after a restart, sent or not', async () => {
    await ana.command('post-mortem.start', { incident });
    const [one, two] = [await openPage(ana, incident), await openPage(ana, incident)];
    await one.write('First words');
    expect(ana.events.at(-1)).toEqual({ view: 'post-mortem', incident });
    expect(await two.catchUp()).toBe(true);
    expect(two.text()).toBe(one.text());
    expect(await two.catchUp()).toBe(false);
    await ana.stop();
    ana = await startDesktop({ profile: temporary.profile, clock: ana.clock });
    expect((await openPage(ana, incident)).text()).toBe(one.text());
  });

  test('what is no text is refused, and harms nothing', async () => {
    await ana.command('post-mortem.start', { incident });
    const before = (await openPage(ana, incident)).text();
    const update = base64(Uint8Array.from([1, 1, 255, 255, 255, 3]));
    const refused = await ana.refusal('command', 'post-mortem.write', { incident, update });
    expect(refused.message).toBe('This is no text of a post-mortem.');
    expect((await openPage(ana, incident)).text()).toBe(before);
  });

  test('its state and its owner are those of the incident’s review', async () => {
    await ana.command('post-mortem.start', { incident });
    const owner = (await ana.query('settings', {})).me.ref;
    await ana.command('post-mortem.change', { incident, status: 'in-review', owner });
    const { review } = await ana.query('incident', { incident });
    expect(review).toMatchObject({ state: 'in-review', owner: { ref: owner } });
    expect((await openPage(ana, incident)).view).toMatchObject({ status: 'in-review' });
  });
});
