import {
  FuseState,
  type FuseV1Config,
  FuseV1Options,
  FuseVersion,
  flipFuses,
  getCurrentFuseWire,
} from '@electron/fuses';

type Fuse = { readonly on: boolean; readonly why: string };

/**
 * Every fuse of the Electron binary, none left to its default: a release of Electron that brings
 * another one stops the build until somebody has decided about it. Names are Electron's own.
 */
export const FUSES: Readonly<Record<FuseV1Options, Fuse>> = {
  [FuseV1Options.RunAsNode]: {
    on: false,
    why: 'ELECTRON_RUN_AS_NODE would make of our signed app a Node that runs anything',
  },
  [FuseV1Options.EnableCookieEncryption]: {
    on: true,
    why: 'no cookie is wanted; one that Chromium keeps all the same is not in clear text',
  },
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: {
    on: false,
    why: 'NODE_OPTIONS could require code before ours',
  },
  [FuseV1Options.EnableNodeCliInspectArguments]: {
    on: false,
    why: 'a debugger on the main process reads the Slack token',
  },
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: {
    on: true,
    why: 'code that was changed after the build does not start (macOS, Windows)',
  },
  [FuseV1Options.OnlyLoadAppFromAsar]: {
    on: true,
    why: 'a folder beside the archive would come before it, unchecked',
  },
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: {
    on: false,
    why: 'we ship no snapshot',
  },
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: {
    on: false,
    why: 'the page comes from app://, never from file://',
  },
  [FuseV1Options.WasmTrapHandlers]: {
    on: true,
    why: "as Electron ships it: Node's fetch parses HTTP in WebAssembly, whose bounds these guard",
  },
};

/** The fuses by their number, in order. */
function fuses(): readonly (Fuse & { readonly option: FuseV1Options })[] {
  return Object.entries(FUSES).map(([option, fuse]) => ({ ...fuse, option: Number(option) }));
}

/** Sets all fuses in a binary. Throws where one of them has no setting here. */
export async function setFuses(binary: string): Promise<void> {
  const states = Object.fromEntries(fuses().map(({ option, on }) => [option, on]));
  const config = { version: FuseVersion.V1, strictlyRequireAllFuses: true, ...states };
  await flipFuses(binary, config as FuseV1Config);
}

/** What in a binary is not as it should be: a line each, none when all is well. */
export async function fuseProblems(binary: string): Promise<readonly string[]> {
  const wire = await getCurrentFuseWire(binary);
  const wanted = fuses().flatMap(({ option, on }) => {
    const state = wire[option];
    const expected = on ? FuseState.ENABLE : FuseState.DISABLE;
    if (state === expected) return [];
    return [`fuse ${FuseV1Options[option]} is ${nameOf(state)}, not ${nameOf(expected)}`];
  });
  const unknown = Object.keys(wire)
    .filter((key) => key !== 'version' && !(key in FUSES))
    .map((key) => `fuse ${key} is new in this Electron: decide about it`);
  return [...wanted, ...unknown];
}

function nameOf(state: FuseState | undefined): string {
  return state === undefined ? 'missing' : FuseState[state].toLowerCase();
}
