import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hintsIn } from '#shared/post-mortem/blameless.ts';
import { type Desktop, startDesktop, temporaryProfile } from '../testing/desktop.ts';

const temporary = temporaryProfile();
let ana: Desktop;
beforeEach(async () => {
  ana = await startDesktop();
});
afterEach(() => ana.stop());

const settings = () => ana.query('settings', {});
const rule = async (id: string) => (await settings()).hintRules.find((one) => one.id === id);
const template = async (id: string) => (await settings()).templates.find((one) => one.id === id);

describe('rules of blameless writing', () => {
  const fault = { rule: 'fault', phrases: ['messed up'], offer: 'What did they see?', isOn: true };

  test('a built-in one is reworded, switched off, and comes back as it was', async () => {
    const before = await rule('fault');
    expect(before).toMatchObject({ isOn: true, isBuiltIn: true, isChanged: false });
    await ana.command('hint-rule.save', fault);
    expect(await rule('fault')).toMatchObject({ phrases: ['messed up'], isChanged: true });
    await ana.command('hint-rule.save', { ...fault, isOn: false });
    expect(await rule('fault')).toMatchObject({ isOn: false });
    await ana.command('hint-rule.reset', { rule: 'fault' });
    expect(await rule('fault')).toEqual(before);
  });

  test('one of one’s own stands behind them, and goes', async () => {
    const own = { ...fault, rule: 'ours', phrases: ['NAME messed up', ' as always '] };
    await ana.command('hint-rule.save', own);
    const { hintRules } = await settings();
    expect(hintRules.at(-1)).toMatchObject({ id: 'ours', isBuiltIn: false });
    expect(hintsIn('It broke as always', hintRules)).toMatchObject([{ rule: 'ours' }]);
    await ana.command('hint-rule.reset', { rule: null });
    expect(await rule('ours')).toBeUndefined();
  });

  test('said again as it comes, it is not changed', async () => {
    const before = await rule('fault');
    const { phrases = [], offer = '' } = before ?? {};
    await ana.command('hint-rule.save', { ...fault, phrases, offer });
    expect(await rule('fault')).toEqual(before);
  });

  test.each([
    [{ phrases: [] }, 'Write a phrase.'],
    [{ phrases: ['X'] }, 'Write a word beside X, NAME or *.'],
    [{ phrases: ['**'] }, 'Write a word beside X, NAME or *.'],
    [{ offer: ' ' }, 'Say what to ask instead.'],
  ])('%j is refused', async (wrong, message) => {
    const refused = await ana.refusal('command', 'hint-rule.save', { ...fault, ...wrong });
    expect(refused.message).toBe(message);
    expect(await rule('fault')).toMatchObject({ isChanged: false });
  });
});

describe('templates', () => {
  const text = '## What happened\n[Timeline]\n\n## Learned\n? What surprised us?\n';

  test('a post-mortem begins from a copy of one’s own, under its name', async () => {
    await ana.command('template.save', { template: 'ours', name: 'Ours', text });
    expect(await template('ours')).toMatchObject({ name: 'Ours', isBuiltIn: false });
    const incident = await ana.declare('Checkout fails');
    await ana.command('post-mortem.start', { incident, template: 'ours' });
    const view = await ana.query('post-mortem', { incident });
    expect(view?.template).toBe('ours');
    const ask = { incident, format: 'markdown', offset: 0 } as const;
    const { data } = await ana.query('post-mortem-export', ask);
    const headings = Buffer.from(data, 'base64')
      .toString()
      .match(/^## .*$/gm);
    expect(headings).toEqual(['## What happened', '## Learned']);
  });

  test('a built-in one that was changed is what it begins from, until it is reset', async () => {
    const before = await template('full');
    await ana.command('template.save', { template: 'full', name: 'Long', text });
    expect(await template('full')).toMatchObject({ name: 'Long', isChanged: true });
    await ana.command('template.reset', { template: 'full' });
    expect(await template('full')).toEqual(before);
    await ana.command('template.save', {
      template: 'full',
      name: 'Full',
      text: before?.text ?? '',
    });
    expect(await template('full')).toEqual(before);
  });

  test('one with a mistake is refused at its line, and what was there stays', async () => {
    const wrong = { template: 'full', name: 'Full', text: '## A\n[Timelin]' };
    const refused = await ana.refusal('command', 'template.save', wrong);
    expect(refused.message).toBe('Line 2: There is no live block “Timelin”.');
    expect(refused.hint).toContain('[Timeline]');
    expect(await template('full')).toMatchObject({ isChanged: false });
  });

  test('two of one name nobody could tell apart', async () => {
    const second = { template: 'ours', name: 'Short', text };
    const refused = await ana.refusal('command', 'template.save', second);
    expect(refused.message).toBe('There is a template of this name.');
  });

  test('one that is gone is told so', async () => {
    const incident = await ana.declare('Slow');
    const gone = { incident, template: 'gone' };
    const refused = await ana.refusal('command', 'post-mortem.start', gone);
    expect(refused.message).toBe('There is no such template.');
  });
});

test('both are there after a restart', async () => {
  await ana.stop();
  ana = await startDesktop({ profile: temporary.profile });
  await ana.command('template.save', { template: 'ours', name: 'Ours', text: '## A' });
  const own = { rule: 'ours', phrases: ['as always'], offer: 'Say when.', isOn: true };
  await ana.command('hint-rule.save', own);
  const before = await settings();
  await ana.stop();
  ana = await startDesktop({ profile: temporary.profile });
  const { hintRules, templates } = await settings();
  expect({ hintRules, templates }).toEqual({
    hintRules: before.hintRules,
    templates: before.templates,
  });
  temporary.remove();
});
