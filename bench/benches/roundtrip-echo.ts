// The bare worker of the bench `roundtrip`: commits what it is told as one row and says it back.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { openBare } from '../fixtures/profile.ts';

const sqlite = openBare(join(workerData.folder, 'bare.db'));
sqlite.exec('CREATE TABLE note (entry TEXT PRIMARY KEY, incident TEXT, text TEXT) STRICT');
const insert = sqlite.prepare('INSERT INTO note VALUES (?, ?, ?)');
parentPort?.on('message', (message: { entry: string; incident: string; text: string }) => {
  insert.run(message.entry, message.incident, message.text);
  parentPort?.postMessage(message);
});
