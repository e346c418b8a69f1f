import type { MenuItemConstructorOptions } from 'electron';
import type { UpdateChoice } from './update-choice.ts';

export type MenuDeeds = {
  readonly declare: () => void;
  readonly hud: () => void;
  readonly settings: () => void;
  readonly diagnostics: () => void;
  readonly openLink: (address: string) => void;
};

const HELP_PAGE = 'https://github.com/quarterdeck/quarterdeck#readme';

/**
 * The menu of the app, as each platform expects it. Keys that the page answers itself are shown and not
 * taken: pressed once, they would be heard twice.
 * @param updates what there is to say and choose about newer versions
 */
export function appMenu(
  platform: NodeJS.Platform,
  { declare, hud, settings, diagnostics, openLink }: MenuDeeds,
  updates: readonly MenuItemConstructorOptions[] = [],
): MenuItemConstructorOptions[] {
  const shown = (accelerator: string) => ({ accelerator, registerAccelerator: false });
  const settingsItem = { label: 'Settings…', click: settings };
  return [
    ...(platform === 'darwin' ? [macMenu(settingsItem)] : []),
    {
      label: 'File',
      submenu: [
        { label: 'Declare incident…', click: declare, ...shown('CmdOrCtrl+N') },
        ...(platform === 'darwin' ? [] : [settingsItem]),
        { type: 'separator' },
        { role: 'close' },
        ...(platform === 'darwin' ? [] : [{ role: 'quit' as const }]),
      ],
    },
    { role: 'editMenu' },
    {
      label: 'View',
      submenu: [
        { label: 'Show HUD', click: hud },
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        { label: 'Quarterdeck help', click: () => openLink(HELP_PAGE) },
        { label: 'Diagnostics', click: diagnostics },
        ...updates,
      ],
    },
  ];
}

/** What is ready, and whether newer versions come by themselves. */
export function updateItems(
  ready: string | null,
  { isOn, set }: UpdateChoice,
): MenuItemConstructorOptions[] {
  return [
    { type: 'separator' },
    ...(ready === null ? [] : [{ label: ready, enabled: false }]),
    {
      label: 'Install new versions when I quit',
      type: 'checkbox',
      checked: isOn(),
      click: ({ checked }) => set(checked),
    },
  ];
}

function macMenu(settings: MenuItemConstructorOptions): MenuItemConstructorOptions {
  return {
    label: 'Quarterdeck',
    submenu: [
      { role: 'about' },
      { type: 'separator' },
      settings,
      { type: 'separator' },
      { role: 'services' },
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit' },
    ],
  };
}
