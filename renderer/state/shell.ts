import { parseRoute, routeHash } from './route.ts';
import type { ShellSlice, SliceOf, State } from './state.ts';

export const shellSlice: SliceOf<ShellSlice> = ({ transport, address }, set) => ({
  connection: transport.connection(),
  route: parseRoute(address.read()),
  sheet: null,
  suggestedName: '',
  forgetSuggestedName: () => set({ suggestedName: '' }),
  go: (route) => address.write(routeHash(route)),
  openApart: (route) => address.openApart(routeHash(route)),
  showSheet: (sheet) => set({ sheet }),
});

export const selectConnection = (state: State) => state.connection;
export const selectRoute = (state: State) => state.route;
export const selectSheet = (state: State) => state.sheet;
export const selectSuggestedName = (state: State) => state.suggestedName;
