import { z } from 'zod';
import type { DeviceId } from '#shared/base/ids.ts';
import { namedPerson, type PersonRef } from '#shared/domain/person.ts';
import { DEVICE_PATTERN, newDeviceId } from '#shared/ops/stamp.ts';
import type { EnginePorts } from './ports.ts';
import type { Db } from './store/database.ts';
import { clearSetting, readSetting, writeSetting } from './store/settings.ts';

/** The Slack account this desktop acts with. */
const Account = z
  .object({
    team: z.string(),
    teamName: z.string(),
    /** `https://acme.slack.com/` */
    teamUrl: z.string(),
    user: z.string(),
    userName: z.string(),
    /** A shared bot token: it posts, but the person must be named in text and op. */
    bot: z.boolean(),
  })
  .readonly();
export type Account = z.infer<typeof Account>;

const DEVICE_SETTING = 'device';
const Device = z.custom<DeviceId>(
  (value) => typeof value === 'string' && DEVICE_PATTERN.test(value),
);
const ACCOUNT_SETTING = 'slack.account';
const NAME_SETTING = 'me.name';

/** This desktop's id, made on the first start. */
export function deviceOf(db: Db, random: () => number): DeviceId {
  const device = deviceOrNew(db, random);
  if (readSetting(db, DEVICE_SETTING, Device) === null) writeSetting(db, DEVICE_SETTING, device);
  return device;
}

/** The same, without writing it down. */
export function deviceOrNew(db: Db, random: () => number): DeviceId {
  return readSetting(db, DEVICE_SETTING, Device) ?? newDeviceId(random);
}

export function readAccount(db: Db): Account | null {
  return readSetting(db, ACCOUNT_SETTING, Account);
}

export function saveAccount(db: Db, account: Account): void {
  writeSetting(db, ACCOUNT_SETTING, account);
}

export function clearAccount(db: Db): void {
  clearSetting(db, ACCOUNT_SETTING);
}

/** The name for ops made without a Slack user. */
export function myName(context: { readonly db: Db; readonly ports: EnginePorts }): string {
  return readSetting(context.db, NAME_SETTING, z.string().min(1)) ?? context.ports.loginName;
}

export function saveMyName(db: Db, name: string): void {
  writeSetting(db, NAME_SETTING, name);
}

/** Who the person at this desktop is in the log. */
export function me(context: { readonly db: Db; readonly ports: EnginePorts }): PersonRef {
  const account = readAccount(context.db);
  return account === null || account.bot ? namedPerson(myName(context)) : account.user;
}
