import { expect, test } from 'vitest';
import { NOTIFICATIONS, sessionBus, TRAY_HOST } from './session-bus.ts';

const GDBUS = "(['org.freedesktop.DBus', ':1.7', 'org.freedesktop.Notifications'],)\n";
const DBUS_SEND = `method return\n   array [\n      string "${TRAY_HOST}"\n   ]\n`;

/** Programs by their name, with what they print for each list. */
function installed(programs: Record<string, (list: string) => string>) {
  return sessionBus(async (file, args) => {
    const program = programs[file];
    if (program === undefined) throw new Error('ENOENT');
    return program(args.at(-1) ?? '');
  });
}

test('whoever has a name is there; the second program is asked where the first is not', async () => {
  const bus = installed({ gdbus: () => GDBUS });
  expect(await bus.isThere(NOTIFICATIONS)).toBe(true);
  expect(await bus.isThere(TRAY_HOST)).toBe(false);
  expect(await installed({ 'dbus-send': () => DBUS_SEND }).isThere(TRAY_HOST)).toBe(true);
});

test('one that is started when it is called can be called, and is not there yet', async () => {
  const bus = installed({ gdbus: (list) => (list.includes('Activatable') ? GDBUS : '([],)') });
  expect(await bus.isThere(NOTIFICATIONS)).toBe(false);
  expect(await bus.canBeCalled(NOTIFICATIONS)).toBe(true);
  // Part of another name is not the name.
  expect(await bus.canBeCalled('org.freedesktop')).toBe(false);
});

test('without either program nobody can say', async () => {
  expect(await installed({}).isThere(TRAY_HOST)).toBeNull();
  expect(await installed({}).canBeCalled(NOTIFICATIONS)).toBeNull();
});
