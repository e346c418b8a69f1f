import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAppPage } from './app-scheme.ts';
import { isSafeLink, openExternal } from './external-links.ts';
import { guardNavigation } from './navigation.ts';
import { createElectronDouble } from './testing/electron-double.ts';
import { createContents } from './testing/window-double.ts';

test.each([
  ['app://quarterdeck/', true],
  ['app://quarterdeck/#/incident/1', true],
  ['app://evil/', false],
  ['app:////quarterdeck/', false],
  ['app://user@quarterdeck/', false],
  ['app://quarterdeck:80/', false],
  ['app://quarterdeck.evil/', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['blob:app://quarterdeck/1', false],
  ['', false],
  ['https://quarterdeck/', false],
  ['app://Quarterdeck/', false],
  ['APP://quarterdeck/settings', true],
  ['app://quarterdeck', true],
  ['app:quarterdeck', false],
  ['app:/quarterdeck/', false],
  ['app://quarterdeck@evil/', false],
  ['app://quarterdeck:pass@evil/', false],
  ['app://:pass@quarterdeck/', false],
  ['app://quarterdeck%2eevil/', false],
  ['app://quarterdeck\\evil/', false],
  ['app://xn--quarterdeck-/', false],
  ['app://quаrterdeck/', false],
  ['app://quarterdeck\u200b/', false],
  ['apps://quarterdeck/', false],
  ['http://quarterdeck/', false],
  ['ws://quarterdeck/', false],
  ['view-source:app://quarterdeck/', false],
  ['filesystem:app://quarterdeck/temporary/x', false],
  ['chrome://gpu', false],
  ['devtools://devtools/bundled/x', false],
  ['about:blank', false],
  ['about:srcdoc', false],
  ['vbscript:x', false],
  ['quarterdeck://incident/INC-7F3K', false],
  ['slack://open', false],
  ['//quarterdeck/', false],
  ['/index.html', false],
])('a window stays on its page: %s → %s', (url, stays) => {
  expect(isAppPage(url)).toBe(stays);
  const contents = createContents();
  const double = createElectronDouble();
  guardNavigation(double.parts, contents.asElectron);
  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
    let prevented = false;
    contents.emit(name, { url, preventDefault: () => (prevented = true) });
    expect(prevented, name).toBe(!stays);
  }
  // A new window is never opened, on our own page neither.
  expect(contents.open(url)).toEqual({ action: 'deny' });
  expect(double.opened).toEqual(isSafeLink(url) ? [url] : []);
});

test('a webview is never attached', () => {
  const contents = createContents();
  guardNavigation(createElectronDouble().parts, contents.asElectron);
  let prevented = false;
  contents.emit('will-attach-webview', { preventDefault: () => (prevented = true) });
  expect(prevented).toBe(true);
});

test.each([
  ['https://acme.slack.com/archives/C1', true],
  ['https://xn--80ak6aa92e.com/', true],
  ['http://acme.test/', false],
  ['https://user:pass@acme.test/', false],
  ['https://acme.slack.com@evil.example/', false],
  ['file:///etc/passwd', false],
  ['smb://host/share', false],
  ['ms-msdt:/id', false],
  ['javascript:alert(1)', false],
  ['\\\\host\\share', false],
  [`https://acme.test/${'x'.repeat(2_048)}`, false],
])('only safe links leave for the browser: %s → %s', (url, isSafe) => {
  expect(isSafeLink(url)).toBe(isSafe);
  const double = createElectronDouble();
  expect(openExternal(double.parts, url)).toBe(isSafe);
  expect(double.opened).toHaveLength(isSafe ? 1 : 0);
  const contents = createContents();
  guardNavigation(double.parts, contents.asElectron);
  expect(contents.open(url)).toEqual({ action: 'deny' });
});

/** An address somebody bent: another scheme, a name before the host, breaks and blanks in it. */
const bent = fc
  .tuple(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.constantFrom('https:', 'http:', 'file:', 'smb:', 'ms-word:', 'vbscript:', 'javascript:'),
    fc.constantFrom('', 'user@', 'acme.slack.com@', '\\t', ' ', '\\'),
  )
  .map(([url, scheme, before]) => url.replace(/^https?:\/\//, `${scheme}//${before}`));

test('whatever address is asked for, what leaves is plain https, and as the browser will read it', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl(), bent, fc.string()), (address) => {
      const double = createElectronDouble();
      openExternal(double.parts, address);
      for (const opened of double.opened) {
        const { protocol, username, password, href } = new URL(opened);
        expect([protocol, username, password]).toEqual(['https:', '', '']);
        expect(opened).toBe(href);
      }
      expect(double.opened.length).toBe(isSafeLink(address) ? 1 : 0);
    }),
  );
});
