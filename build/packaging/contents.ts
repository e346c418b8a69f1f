import { z } from 'zod';

/** A file of a package's archive. */
export type PackedFile = {
  /** From the archive's root, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** Beside the archive, where the system can load it. */
  readonly unpacked: boolean;
  readonly text: () => string;
};

/** All that may be in a package. What nobody put on this list is not shipped. */
const ALLOWED: readonly RegExp[] = [
  /^package\.json$/,
  /^LICENSE$/,
  /^NOTICES\.txt$/,
  /^out\/main\/(main|worker)\.js$/,
  /^out\/main\/chunks\/[\w.-]+\.js$/,
  /^out\/preload\/preload\.cjs$/,
  /^out\/renderer\/index\.html$/,
  /^out\/renderer\/assets\/[\w.-]+\.(js|css|woff2)$/,
  /^out\/renderer\/icons\/[\w@-]+\.(png|svg)$/,
  /^node_modules\/better-sqlite3\/(package\.json|LICENSE)$/,
  /^node_modules\/better-sqlite3\/lib\/[\w/-]+\.js$/,
  /^node_modules\/better-sqlite3\/prebuilds\/(linux|darwin|win32)-(x64|arm64)\.node$/,
];

/** What each of these would mean, where a name alone does not say it. */
const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [/(\.|^|\/)(test|spec|tests|__tests__|testing|fixtures)(\.|\/)/, 'a test'],
  [/(^|\/)\.env|\.(pem|key|p12|pfx|keystore)$|(^|\/)\.npmrc$/, 'a secret'],
  [/\.map$/, 'a source map: it holds the sources'],
  [/\.(ts|tsx|mts|cts|c|cc|cpp|h|hpp|gyp|gypi)$/, 'a source'],
  [/^node_modules\//, 'a package that is bundled already, or only for development'],
];

const REQUIRED: readonly string[] = [
  'package.json',
  'LICENSE',
  'NOTICES.txt',
  'out/main/main.js',
  'out/main/worker.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
  'out/renderer/icons/quarterdeck.svg',
  ...['calm', 'active', 'attention'].flatMap((state) => [
    `out/renderer/icons/tray-${state}.png`,
    `out/renderer/icons/tray-${state}@2x.png`,
    `out/renderer/icons/tray-${state}Template.png`,
    `out/renderer/icons/tray-${state}Template@2x.png`,
  ]),
  'node_modules/better-sqlite3/package.json',
  'node_modules/better-sqlite3/lib/index.js',
];

/** Bytes that each part may weigh. A new heavy dependency is noticed here. */
const LIMITS: readonly (readonly [RegExp, number, string])[] = [
  [/^out\/(main|preload)\//, 3_500_000, 'main process and engine'],
  [/^out\/renderer\//, 3_500_000, 'page'],
  [/\.node$/, 3_000_000, 'SQLite'],
  [/^(?!out\/|.*\.node$)/, 1_000_000, 'licences and the rest'],
];

/** A word of a file that gives something away. `tokens` of Slack and private keys as they really look. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/xox[abeoprs]-(?:\d+-)*\d{8,}[\w-]*/, 'a Slack token'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'a private key'],
  [/\bgh[opsu]_[A-Za-z0-9]{36}\b|\bnpm_[A-Za-z0-9]{36}\b/, 'a token of a registry'],
  [/^\/\/# sourceMappingURL=/m, 'a pointer to a source map'],
];

const IS_TEXT = /\.(js|cjs|json|html|css|svg|txt)$/;

/**
 * What is wrong with the contents of a package: a line each, none when all is well.
 * @param checkout where it was built, a path that must not be told to anybody
 */
export function contentProblems(files: readonly PackedFile[], checkout: string): readonly string[] {
  const paths = new Set(files.map(({ path }) => path));
  return [
    ...REQUIRED.filter((path) => !paths.has(path)).map((path) => `${path} is missing`),
    ...files.flatMap(foreign),
    ...nativeProblems(files),
    ...files.filter(({ path }) => IS_TEXT.test(path)).flatMap((file) => given(file, checkout)),
    ...files.filter(({ path }) => path === 'package.json').flatMap(manifestProblems),
    ...weights(files).flatMap(({ name, bytes, limit }) =>
      bytes > limit ? [`${name} weighs ${bytes} bytes, more than ${limit}`] : [],
    ),
  ];
}

/** The size of each part, heaviest limit first. */
export function weights(files: readonly PackedFile[]) {
  return LIMITS.map(([part, limit, name]) => {
    const bytes = files
      .filter(({ path }) => part.test(path))
      .reduce((total, file) => total + file.bytes, 0);
    return { name, bytes, limit };
  });
}

function foreign({ path }: PackedFile): readonly string[] {
  if (ALLOWED.some((pattern) => pattern.test(path))) return [];
  const [, what = 'nothing that belongs in a package'] =
    FOREIGN.find(([pattern]) => pattern.test(path)) ?? [];
  return [`${path} is ${what}`];
}

/** One library, where the system can load it: a program inside an archive cannot be loaded. */
function nativeProblems(files: readonly PackedFile[]): readonly string[] {
  const native = files.filter(({ path }) => path.endsWith('.node'));
  const inside = native.filter(({ unpacked }) => !unpacked);
  const beside = files.filter(({ path, unpacked }) => unpacked && !path.endsWith('.node'));
  return [
    ...(native.length === 1 ? [] : [`${native.length} native libraries are there, not one`]),
    ...inside.map(({ path }) => `${path} is not unpacked`),
    ...beside.map(({ path }) => `${path} is unpacked, where nothing guards it`),
  ];
}

function given({ path, text }: PackedFile, checkout: string): readonly string[] {
  const content = text();
  const found = SECRETS.filter(([pattern]) => pattern.test(content)).map(([, what]) => what);
  if (content.includes(checkout)) found.push('the path of the checkout it was built in');
  return found.map((what) => `${path} holds ${what}`);
}

const Shipped = z.object({ dependencies: z.record(z.string(), z.string()) });

function manifestProblems({ text }: PackedFile): readonly string[] {
  const manifest: unknown = JSON.parse(text());
  const shipped = Shipped.safeParse(manifest);
  const names = shipped.success ? Object.keys(shipped.data.dependencies) : [];
  return [
    ...['devDependencies', 'scripts']
      .filter((key) => key in Object(manifest))
      .map((key) => `package.json names ${key}`),
    ...(names.join() === 'better-sqlite3' ? [] : [`package.json depends on ${names.join(', ')}`]),
  ];
}
