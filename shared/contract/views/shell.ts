import { z } from 'zod';
import { SHORTCUT_PROBLEMS, SHORTCUTS } from '../../domain/shortcut.ts';

/** What the program around the page can do on this computer, as it told the engine. */
export const ShellView = z.object({
  /** `browser`: a tab; what needs the desktop is for the app alone. */
  kind: z.enum(['app', 'browser']),
  isMac: z.boolean(),
  /** The app lives on in the tray when its windows are closed; on a Mac it does without one. */
  hasTray: z.boolean(),
  /** The system shows what is to be told; else the page does. */
  hasNotifications: z.boolean(),
  /** Shortcuts whose keys could not be had. */
  shortcuts: z.array(z.object({ name: z.enum(SHORTCUTS), problem: z.enum(SHORTCUT_PROBLEMS) })),
});

export type ShellViewT = z.infer<typeof ShellView>;

/** What a tab of a browser can do. */
export const BROWSER_SHELL: ShellViewT = {
  ...{ kind: 'browser', isMac: false, hasTray: false, hasNotifications: false, shortcuts: [] },
};
