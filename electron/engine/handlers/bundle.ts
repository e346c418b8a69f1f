import { ok } from '#shared/base/result.ts';
import type { CommandHandlers, QueryHandlers } from './handler.ts';

type BundleCommands = Pick<CommandHandlers, 'bundle.export' | 'bundle.import'>;

export const bundleCommands: BundleCommands = {
  'bundle.export': async ({ bundles, postMortems }, { incident }) => {
    // What was written a moment ago goes with it.
    await postMortems.flush(incident);
    return bundles.export(incident);
  },
  'bundle.import': async ({ bundles }, { upload, offset, data, last }) => {
    const taken = await bundles.take(upload, offset, data, last);
    return taken.ok ? ok({ imported: taken.value }) : taken;
  },
};

export const bundleQueries: Pick<QueryHandlers, 'bundle'> = {
  bundle: ({ bundles }, { name, offset }) => bundles.read(name, offset),
};
