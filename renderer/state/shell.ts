import type { Connection } from '../transport/transport.ts';
import { parseRoute, type Route, routeHash } from './route.ts';
import type { SliceOf, State } from './store.ts';

/** What lies over the page, one at a time. */
export type Sheet = 'declare' | 'keys';

export type ShellSlice = {
  readonly connection: Connection;
  readonly route: Route;
  readonly sheet: Sheet | null;
  readonly go: (route: Route) => void;
  readonly showSheet: (sheet: Sheet | null) => void;
};

export const shellSlice: SliceOf<ShellSlice> = ({ transport, address }, set) => ({
  connection: transport.connection(),
  route: parseRoute(address.read()),
  sheet: null,
  go: (route) => address.write(routeHash(route)),
  showSheet: (sheet) => set({ sheet }),
});

export const selectConnection = (state: State) => state.connection;
export const selectRoute = (state: State) => state.route;
export const selectSheet = (state: State) => state.sheet;
