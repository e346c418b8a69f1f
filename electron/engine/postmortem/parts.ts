/** What only a post-mortem needs, loaded when the first one is opened: the engine is up sooner without. */
type Parts = {
  readonly yjs: typeof import('yjs');
  readonly factors: typeof import('#shared/post-mortem/factors.ts');
  readonly skeleton: typeof import('#shared/post-mortem/skeleton.ts');
  readonly written: typeof import('#shared/post-mortem/written-text.ts');
};

let loading: Promise<Parts> | null = null;

export function loadParts(): Promise<Parts> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Parts> {
  const [yjs, factors, skeleton, written] = await Promise.all([
    import('yjs'),
    import('#shared/post-mortem/factors.ts'),
    import('#shared/post-mortem/skeleton.ts'),
    import('#shared/post-mortem/written-text.ts'),
  ]);
  return { yjs, factors, skeleton, written };
}

export const loadYjs = async () => (await loadParts()).yjs;
