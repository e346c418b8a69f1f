import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Where a person's data is kept when they name no other place: as each platform has it. */
export function usualProfile(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  home = homedir(),
): string {
  switch (platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Quarterdeck');
    case 'win32':
      return join(environment.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Quarterdeck');
    default: {
      const data = environment.XDG_DATA_HOME ?? '';
      return join(isAbsolute(data) ? data : join(home, '.local', 'share'), 'quarterdeck');
    }
  }
}
