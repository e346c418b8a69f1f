import type { IForbiddenRuleType } from 'dependency-cruiser';

/**
 * Imports run one way. Each rule reads: what stands in `room` may import only what `may` names,
 * besides packages and its own room. The order is that of the architecture, from the ground up.
 */
type Room = {
  readonly room: string;
  readonly may: readonly string[];
};

const ENGINE = '^electron/engine/';
/** Features of the engine: they meet in `engine.ts` and know nothing of one another. */
const FEATURES = [
  'bundle',
  'curate',
  'doctor',
  'folder',
  'github',
  'handlers',
  'news',
  'nudges',
  'postmortem',
  'search',
  'slack',
  'sync',
];
const ENGINE_GROUND = ['^shared/', `${ENGINE}(ports|account|context|controls|transport)\\.ts$`];

const ROOMS: readonly Room[] = [
  { room: '^shared/base/', may: [] },
  { room: '^shared/domain/', may: ['^shared/base/'] },
  { room: '^shared/ops/', may: ['^shared/(base|domain)/'] },
  { room: '^shared/contract/', may: ['^shared/(base|domain|ops)/'] },
  { room: '^shared/text/', may: ['^shared/base/'] },
  { room: '^shared/export/', may: ['^shared/(base|domain|contract)/'] },
  { room: '^shared/post-mortem/', may: ['^shared/(base|domain|ops|contract|text)/'] },
  { room: `${ENGINE}store/`, may: ['^shared/'] },
  { room: `${ENGINE}log/`, may: ['^shared/', `${ENGINE}store/`, `${ENGINE}ports\\.ts$`] },
  ...FEATURES.map((feature) => ({
    room: `${ENGINE}${feature}/`,
    may: [...ENGINE_GROUND, `${ENGINE}(store|log)/`],
  })),
  { room: `${ENGINE}[a-z]+\\.ts$`, may: ['^shared/', ENGINE] },
  { room: '^electron/localslack/', may: ['^shared/'] },
  { room: '^electron/crash/', may: ['^shared/', ENGINE, '^electron/localslack/'] },
  { room: '^electron/simulation/', may: ['^shared/', ENGINE, '^electron/localslack/'] },
  { room: '^electron/hosts/', may: ['^shared/', ENGINE, '^electron/localslack/'] },
  {
    room: '^electron/command-line/',
    may: ['^shared/', '^electron/hosts/', `${ENGINE}doctor/`],
  },
  { room: '^electron/main/', may: ['^shared/', ENGINE, '^electron/hosts/'] },
  { room: '^electron/preload/', may: ['^shared/'] },
  { room: '^bench/', may: ['^shared/', '^build/', ENGINE, '^electron/(localslack|hosts)/'] },
  { room: '^renderer/transport/', may: ['^shared/'] },
  { room: '^renderer/state/', may: ['^shared/', '^renderer/transport/'] },
  { room: '^renderer/ui/', may: ['^shared/'] },
  { room: '^renderer/features/', may: ['^shared/', '^renderer/(transport|state|ui)/'] },
  { room: '^renderer/app/', may: ['^shared/', '^renderer/(transport|state|ui|features)/'] },
];

/** Tests reach for doubles and builders, which stand in `testing/` beside what they test. */
const TESTS = '(\\.test\\.tsx?$|/testing/)';
/** Programs that prove the engine; never shipped, and like tests they reach for doubles. */
const PROOF = '^electron/(crash|simulation)/';
const PACKAGES = ['node_modules', '^node:', '^[a-z_]+$', '^[a-z_]+/(promises|consumers)$'];

function ruleOf({ room, may }: Room): IForbiddenRuleType {
  return {
    name: `${room.replace(/[\^\\$]/g, '')} imports only what stands below it`,
    severity: 'error',
    from: { path: room, pathNot: TESTS },
    to: { pathNot: [room, ...may, ...PACKAGES] },
  };
}

export const IMPORT_RULES: readonly IForbiddenRuleType[] = [
  ...ROOMS.map(ruleOf),
  {
    name: 'no cycles',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'every import is there',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: ['^virtual:'] },
  },
  {
    name: 'Electron itself is for electron/main and electron/preload',
    severity: 'error',
    from: { pathNot: ['^electron/(main|preload)/', '^e2e/fixtures/'] },
    to: { path: '(^|node_modules/)electron(/index|$)' },
  },
  {
    name: 'Electron is handed on as an argument; only the two entries import more than its types',
    severity: 'error',
    from: { path: '^electron/', pathNot: '^electron/(main/main|preload/preload)\\.ts$' },
    to: { path: '(^|node_modules/)electron(/index|$)', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'the shared floor stands on zod and ulid alone',
    severity: 'error',
    from: { path: '^shared/', pathNot: [TESTS, '^shared/post-mortem/'] },
    to: { path: 'node_modules/', pathNot: 'node_modules/(zod|ulid)/' },
  },
  {
    name: 'what a post-mortem is made of stands on Yjs and the editor without its views',
    severity: 'error',
    from: { path: '^shared/post-mortem/', pathNot: TESTS },
    to: {
      path: 'node_modules/',
      pathNot: [
        'node_modules/(zod|yjs)/',
        'node_modules/@tiptap/(core|pm|y-tiptap|starter-kit|extension-(image|list|mention|table))/',
      ],
    },
  },
  {
    name: 'the page imports no package of the engine',
    severity: 'error',
    from: { path: '^renderer/', pathNot: TESTS },
    to: { path: 'node_modules/(better-sqlite3|@slack|ws)/' },
  },
  {
    name: 'what is shipped imports no development dependency',
    severity: 'error',
    from: {
      path: '^(shared|electron|renderer)/',
      pathNot: [TESTS, PROOF, '^electron/(main|preload)/'],
    },
    to: { dependencyTypes: ['npm-dev'] },
  },
  {
    name: 'every folder has its place in these rules',
    severity: 'error',
    from: {
      path: '^(shared|electron|renderer)/',
      pathNot: [TESTS, ...ROOMS.map(({ room }) => room)],
    },
    to: {},
  },
  {
    name: 'the shared floor and the page know no Node',
    severity: 'error',
    from: { path: '^(shared|renderer)/', pathNot: TESTS },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'the page knows nothing of the other side, but in renderer/testing',
    severity: 'error',
    from: { path: '^renderer/', pathNot: '^renderer/testing/' },
    to: { path: '^electron/' },
  },
  {
    name: 'nothing is built on a benchmark',
    severity: 'error',
    from: { path: '^(shared|electron|renderer|build|e2e)/' },
    to: { path: '^bench/' },
  },
  {
    name: 'the product never imports a test or its helpers',
    severity: 'error',
    from: { path: '^(shared|electron|renderer)/', pathNot: [TESTS, PROOF] },
    to: { path: [TESTS, PROOF] },
  },
];
