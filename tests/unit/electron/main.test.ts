import { expect, test, vi } from 'vitest';
import type { FakeDesktop } from '../../support/fake-electron/fake-electron.ts';

const { made } = vi.hoisted(() => ({ made: [] as FakeDesktop[] }));

vi.mock('electron', async () => {
  const { createFakeElectron } = await import('../../support/fake-electron/fake-electron.ts');
  const { electron, desktop } = createFakeElectron('/nowhere');
  made.push(desktop);
  return electron;
});

test('the entry hands Electron and the process to the host, and has nothing else to do', async () => {
  const before = process.eventNames();
  await import('../../../src-main/hosts/electron/main.ts');
  const [desktop] = made;
  await vi.waitUntil(() => desktop?.app.exitCode !== null);
  for (const name of process.eventNames()) if (!before.includes(name)) process.removeAllListeners(name);
  // Started without the address of a server: the whole way to a sentence was walked.
  expect(desktop?.errors).toEqual([expect.stringContaining('noch keine Adresse des Schulservers')]);
  expect(desktop?.app.exitCode).toBe(1);
});
