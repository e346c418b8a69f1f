import { apply } from './benches/apply.ts';
import { boot } from './benches/boot.ts';
import { ingest } from './benches/ingest.ts';
import { memory } from './benches/memory.ts';
import { memoryPage } from './benches/memory-page.ts';
import { merge } from './benches/merge.ts';
import { page } from './benches/page.ts';
import { rebuild } from './benches/rebuild.ts';
import { roundtrip } from './benches/roundtrip.ts';
import { scroll } from './benches/scroll.ts';
import { search } from './benches/search.ts';
import { start } from './benches/start.ts';
import { type } from './benches/type.ts';
import { typeDraft } from './benches/type-draft.ts';
import { weight } from './benches/weight.ts';
import type { Judged } from './measure/figure.ts';

/** A bench gives one figure, or several that belong together (`search`, `search.first`). */
export type Bench = () => Promise<readonly Judged[]>;

/** Every bench by name, in the order of the table. */
export const BENCHES: ReadonlyMap<string, Bench> = new Map<string, Bench>([
  ['ingest', ingest],
  ['apply', apply],
  ['rebuild', rebuild],
  ['boot', boot],
  ['page', page],
  ['search', search],
  ['roundtrip', roundtrip],
  ['merge', merge],
  ['memory', memory],
  ['memory.page', memoryPage],
  ['start', start],
  ['type', type],
  ['type.draft', typeDraft],
  ['scroll', scroll],
  ['weight', weight],
]);
