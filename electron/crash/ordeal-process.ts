import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { CACHE } from './desk-process.ts';
import type { OrdealReport, OrdealSetup } from './ordeal-setup.ts';

const ORDEAL = join(import.meta.dirname, 'ordeal.ts');

/**
 * Sends a desk through an ordeal.
 * @param under a program that runs it, with its arguments
 * @returns how it went; a process that died by itself, or said nothing, is a finding too
 */
export async function goThrough(
  setup: OrdealSetup,
  under: readonly string[] = [],
): Promise<OrdealReport> {
  const [program = '', ...args] = [...under, process.execPath, ORDEAL, JSON.stringify(setup)];
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: CACHE },
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [said, complaint, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    ended,
  ]);
  const line = said.trim().split('\n').at(-1) ?? '';
  if (code === 0 && line.startsWith('{')) return JSON.parse(line) as OrdealReport;
  const words = complaint.trim().split('\n').slice(0, 6).join(' | ');
  return {
    findings: [`the desk died (${code}): ${words}`],
    done: 0,
    refused: 0,
    words: [],
    promised: [],
  };
}
