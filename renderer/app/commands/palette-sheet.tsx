import { flushSync } from 'react-dom';
import { Palette } from '../../features/palette/palette.tsx';
import { useDesktop } from '../../state/desktop.tsx';
import type { State } from '../../state/state.ts';
import { COMMANDS, openPalette } from './commands.ts';
import { firstKey } from './keys.ts';

export type PaletteSheetProps = { readonly hasCommandKey: boolean; readonly onClose: () => void };

/** The palette over all commands that are possible now: there at once, so that no key is lost. */
export function PaletteSheet({ hasCommandKey, onClose }: PaletteSheetProps) {
  const { store } = useDesktop();
  const offers = possible(store.getState()).map((command) => ({
    name: command.name,
    label: command.label,
    hint: firstKey(command, hasCommandKey),
  }));
  const run = (name: string) => {
    const command = possible(store.getState()).find((one) => one.name === name);
    command?.run({ store, page: document });
  };
  return (
    <Palette
      offers={offers}
      onRun={run}
      // What a command puts the focus on can have it only once nothing lies over it.
      onClose={() => flushSync(onClose)}
    />
  );
}

const possible = (state: State) =>
  COMMANDS.filter((command) => command !== openPalette && command.enabled(state));
