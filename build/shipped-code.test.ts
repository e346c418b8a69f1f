import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const SHIPPED = [
  'electron/main',
  'electron/preload',
  'electron/hosts',
  'electron/engine',
  'renderer',
  'shared',
];

/** What people install, file by file, without what its comments say. */
const files = new Map(
  SHIPPED.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(ROOT.length + 1)
          .replaceAll('\\', '/'),
      )
      .filter((path) => !/\.test\.tsx?$|\/testing\//.test(path))
      .map((path) => [path, withoutComments(readFileSync(join(ROOT, path), 'utf8'))] as const),
  ),
);

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** Where a pattern stands in what is shipped. */
const standsIn = (pattern: RegExp): string[] =>
  [...files].filter(([, code]) => pattern.test(code)).map(([path]) => path);

test('the files are found, and comments are not code', () => {
  expect(files.size).toBeGreaterThan(400);
  expect(withoutComments("a('https://x'); // eval(x)\n/* eval(x) */ b")).toBe(
    "a('https://x'); \n b",
  );
});

describe('what is shipped', () => {
  test.each<[string, RegExp, string]>([
    ['makes code of text', /\beval\(|\bnew Function\(|\bFunction\(['"`]/, 'eval(x)'],
    [
      'runs code in a page',
      /\.(executeJavaScript|insertCSS|executeJavaScriptInIsolatedWorld)\(/,
      'w.executeJavaScript(x)',
    ],
    [
      'makes HTML of text',
      /\.(innerHTML|outerHTML|srcdoc)\s*=[^=]|dangerouslySetInnerHTML|insertAdjacentHTML|document\.write/,
      'a.innerHTML = x',
    ],
    [
      'opens or changes Chromium’s doors',
      /appendSwitch|appendArgument|no-sandbox|disable-web-security|remote-debugging/,
      "app.commandLine.appendSwitch('x')",
    ],
    [
      'believes a certificate',
      /certificate-error|setCertificateVerifyProc|rejectUnauthorized|NODE_TLS_REJECT/,
      "app.on('certificate-error')",
    ],
    [
      'loosens a window',
      /allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|allowpopups|nodeIntegration\w*: true|webSecurity: false|contextIsolation: false|sandbox: false|webviewTag: true/,
      'webSecurity: false',
    ],
    [
      'quietens Electron’s warnings',
      /ELECTRON_DISABLE_SECURITY_WARNINGS/,
      'ELECTRON_DISABLE_SECURITY_WARNINGS',
    ],
    [
      'reaches into the page’s process',
      /@electron\/remote|enableRemoteModule|\bipcRenderer\.send/,
      'enableRemoteModule',
    ],
    [
      'sends home what went wrong',
      /\bcrashReporter\b|sendBeacon|from '@?(sentry|bugsnag|posthog|amplitude)|google-analytics|\bnet\.request\b/i,
      'crashReporter.start()',
    ],
    [
      'makes SQL of text',
      /\.(prepare|exec|pragma)\(\s*`[^`]*\$\{(?!sql|name|table|quoted|check|migration\.version|[A-Z_]+\})/,
      '.prepare(`SELECT $' + '{x}`)',
    ],
  ])('nowhere %s', (_what, pattern, sample) => {
    expect(pattern.test(sample)).toBe(true);
    expect(standsIn(pattern)).toEqual([]);
  });

  test.each<[string, RegExp, readonly string[]]>([
    [
      'the page’s requests are answered',
      /\bipcMain\.(handle|on|once|handleOnce)\(/,
      ['electron/main/ipc.ts'],
    ],
    ['a link leaves for the browser', /\.openExternal\(/, ['electron/main/external-links.ts']],
    ['a window is made', /\bcreateWindow\(\{/, ['electron/main/window.ts']],
    [
      'the page is given something of the app',
      /exposeInMainWorld\(/,
      ['electron/preload/preload.ts'],
    ],
    [
      'the page opens something of its own',
      /\bwindow\.open\(/,
      [
        'renderer/app/adapters.ts',
        'renderer/features/settings/slack-sign-in.tsx',
        'renderer/features/timeline/timeline-pane.tsx',
      ],
    ],
    [
      'the page reaches the network',
      /\bfetch\(|new WebSocket\(|XMLHttpRequest|EventSource/,
      ['renderer/app/adapters.ts'],
    ],
  ])('in known places alone %s', (_what, pattern, places) => {
    const found = standsIn(pattern).filter((path) =>
      places[0]?.startsWith('renderer/') ? path.startsWith('renderer/') : true,
    );
    expect(found).toEqual(places);
  });

  test('a page is loaded from our own scheme alone', () => {
    const loads = [...files].flatMap(([path, code]) =>
      [...code.matchAll(/\.load(?:URL|File)\(([^)]*\)?)/g)].map(([, what]) => `${path} ${what}`),
    );
    expect(loads).toEqual([
      'electron/main/desk-windows.ts pageAt(hash)',
      expect.stringMatching(/^electron\/main\/window\.ts `\$\{APP_ORIGIN\}\//),
    ]);
  });
});

test('every package, Electron above all, is named with its one version', () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  const all: [string, string][] = Object.entries({ ...dependencies, ...devDependencies });
  expect(all.length).toBeGreaterThan(40);
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});
