import type { ContractError } from '#shared/contract/errors.ts';
import type { SettingsViewT } from '#shared/contract/views.ts';
import type { Answer } from '../transport/transport.ts';
import { coalesced } from './coalesced.ts';
import { keepSame } from './keep-same.ts';
import type { SliceOf, State } from './store.ts';

export type SettingsSlice = {
  readonly settings: SettingsViewT | null;
  readonly settingsProblem: ContractError | null;
  readonly refreshSettings: () => Promise<void>;
  readonly connectSlack: (token: string) => Answer<object>;
  readonly disconnectSlack: () => Answer<object>;
  readonly renameMe: (name: string) => Answer<object>;
};

export const settingsSlice: SliceOf<SettingsSlice> = ({ transport }, set) => ({
  settings: null,
  settingsProblem: null,
  refreshSettings: coalesced(async () => {
    const read = await transport.request('query', 'settings', {});
    if (read.ok) {
      set(({ settings }) => ({ settings: keepSame(settings, read.value), settingsProblem: null }));
    } else set({ settingsProblem: read.error });
  }),
  connectSlack: (token) => transport.request('command', 'slack.connect', { token }),
  disconnectSlack: () => transport.request('command', 'slack.disconnect', {}),
  renameMe: (name) => transport.request('command', 'me.rename', { name }),
});

export const selectSettings = (state: State) => state.settings;
export const selectSettingsProblem = (state: State) => state.settingsProblem;
/** How the log knows the person at this desktop. */
export const selectMyRef = (state: State) => state.settings?.me.ref ?? null;
