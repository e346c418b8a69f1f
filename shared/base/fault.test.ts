import { expect, test } from 'vitest';
import { FAULT_DEPTH, faultLine, faultOf } from './fault.ts';

function thrower(message: string): Error {
  return new TypeError(message);
}

test('a fault says what it is and where, in files and lines', () => {
  const fault = faultOf(thrower('no'));
  expect(fault).toMatchObject({ name: 'TypeError', code: '' });
  expect(fault.stack[0]).toMatch(/^thrower@fault\.test\.ts:\d+:\d+$/);
  expect(fault.stack.length).toBeGreaterThan(1);
  expect(faultLine(fault)).toMatch(/^TypeError at thrower@fault\.test\.ts/);
});

test.each([
  'Checkout is down for Acme',
  'two lines\n    at Acme (file:///home/ana/acme.ts:1:1)\n    at more',
  'xoxp-1-secret',
])('what its message says stays out of it: %j', (message) => {
  const said = JSON.stringify(faultOf(thrower(message)));
  expect(said).not.toContain('Acme');
  expect(said).not.toContain('acme');
  expect(said).not.toContain('xoxp');
});

test('neither folders nor who is called how stand in it', () => {
  const cause = new Error('x');
  cause.stack = [
    'Error: x',
    '    at async Object.read [as load] (/home/ana/My Incidents/a.ts:1:2)',
    '    at async Object.read [as load] (/home/ana/a.ts:1:2)',
    '    at C:\\Users\\ana\\b.js:3:4',
    '    at new Foo (node:internal/c:5:6)',
    '    at [the name of a person] (file:///d.ts:7:8)',
    '    at Array.map (<anonymous>)',
    'boot@http://127.0.0.1:4000/assets/page.js:9:10',
  ].join('\n');
  expect(faultOf(cause).stack).toEqual([
    'Object.read@a.ts:1:2',
    'Object.read@a.ts:1:2',
    '@b.js:3:4',
    'Foo@c:5:6',
    '@d.ts:7:8',
    'boot@page.js:9:10',
  ]);
});

test('the system’s code is told, and what is no error is told by its type', () => {
  expect(faultOf(Object.assign(new Error('no space'), { code: 'ENOSPC' })).code).toBe('ENOSPC');
  expect(faultLine(faultOf('xoxp-1-secret'))).toBe('string');
});

test('an endless stack is cut', () => {
  const cause = new Error('x');
  cause.stack = Array.from({ length: 50 }, (_, i) => `    at f (a.ts:${i}:1)`).join('\n');
  expect(faultOf(cause).stack).toHaveLength(FAULT_DEPTH);
});
