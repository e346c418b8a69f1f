import type { UpdaterPart } from '../updates.ts';

/** What a check finds: a version, nothing, or a network that is not there. */
export type Offer = string | null | Error;

/** A double of electron-updater: it records what it is asked, and finds what a test lays out. */
export function createUpdaterDouble(first: Offer = null) {
  const asked: string[] = [];
  let failed: (cause: Error) => void = () => undefined;
  const double = { offer: first, failsToDownload: false };
  const part = {
    on: (_event: 'error', listener: (cause: Error) => void) => {
      failed = listener;
    },
    checkForUpdates: async () => {
      asked.push('check');
      const { offer } = double;
      if (offer instanceof Error) throw offer;
      return offer === null ? null : { isUpdateAvailable: true, updateInfo: { version: offer } };
    },
    downloadUpdate: async () => {
      asked.push('download');
      if (double.failsToDownload) throw new Error('sha512 checksum mismatch');
      return [];
    },
    quitAndInstall: (isSilent: boolean, isForceRunAfter: boolean) => {
      asked.push(`install ${isSilent} ${isForceRunAfter}`);
    },
  };
  return Object.assign(double, {
    part: part as unknown as UpdaterPart,
    asked,
    fail: (cause: Error) => failed(cause),
  });
}
