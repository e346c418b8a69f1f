import { arch, platform, release } from 'node:os';

/** What this process runs on, by name and version. */
export function runtimeNow(): Readonly<Record<string, string>> {
  const { electron, chrome, node } = process.versions;
  return {
    ...(electron === undefined ? {} : { electron }),
    ...(chrome === undefined ? {} : { chromium: chrome }),
    node,
    system: `${platform()} ${release()} ${arch()}`,
  };
}
