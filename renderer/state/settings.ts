import type { SettingsViewT } from '#shared/contract/views.ts';
import { coalesced } from './coalesced.ts';
import { keepSame } from './keep-same.ts';
import type { SettingsSlice, SliceOf, State } from './state.ts';

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
  announceIn: (channel) => transport.request('command', 'slack.announce-in', { channel }),
  renameMe: (name) => transport.request('command', 'me.rename', { name }),
});

const NO_RULES: SettingsViewT['hintRules'] = [];
const NO_TEMPLATES: SettingsViewT['templates'] = [];
const NO_TEXTS: SettingsViewT['roles'] = [];

export const selectSettings = (state: State) => state.settings;
/** The roles that come with Quarterdeck, as they are called here. */
export const selectRoleTexts = (state: State) => state.settings?.roles ?? NO_TEXTS;
/** Of blameless writing; those that are off are among them. */
export const selectHintRules = (state: State) => state.settings?.hintRules ?? NO_RULES;
/** What a post-mortem can begin as here. */
export const selectTemplates = (state: State) => state.settings?.templates ?? NO_TEMPLATES;
export const selectSettingsProblem = (state: State) => state.settingsProblem;
const NO_PEOPLE: SettingsViewT['people'] = [];

/** Who can be chosen where there is no incident. */
export const selectPeople = (state: State) => state.settings?.people ?? NO_PEOPLE;
const NO_ISSUES: SettingsViewT['gitHub']['asked'] = [];

/** Issues that GitHub does not have yet, as far as is known. */
export const selectAskedIssues = (state: State) => state.settings?.gitHub.asked ?? NO_ISSUES;
/** The folder of incidents lacks something, because it cannot be written. */
export const selectIsFolderShut = (state: State) =>
  (state.settings?.folder.problem ?? null) !== null;
/** How the log knows the person at this desktop. */
export const selectMyRef = (state: State) => state.settings?.me.ref ?? null;
