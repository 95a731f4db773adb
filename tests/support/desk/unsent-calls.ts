import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { aCall } from '../builders/absences.ts';
import { aStudent } from '../builders/students.ts';
import { type Desk, FakeKeyRing, openDesk } from './desk.ts';
import { FakeServer } from './fake-server.ts';
import { ModelSchool } from './model-school.ts';

/** A desk that was left with three unsent calls of twelve children, and what may happen to its files. */
export class AbandonedDesk {
  static readonly students = Array.from({ length: 12 }, () => aStudent());
  readonly folder: string;
  readonly #ring = new FakeKeyRing();
  server: FakeServer;

  private constructor(server: FakeServer, folder: string) {
    this.server = server;
    this.folder = folder;
  }

  static async in(folder: string): Promise<AbandonedDesk> {
    const server = new FakeServer(await ModelSchool.open({ student: AbandonedDesk.students }));
    return new AbandonedDesk(server, folder);
  }

  /** Opens and closes a desk that leaves three calls and a draft behind; the server knows nothing of them. */
  async leaveCalls(): Promise<void> {
    const desk = await this.open();
    await desk.signIn();
    this.server.down = true;
    this.server.breakStreams();
    for (const { id } of AbandonedDesk.students.slice(0, 3)) {
      await desk.get('absences.record', aCall({ studentId: id }));
    }
    await desk.core.idle();
    await desk.get('desk.keepDraft', { callId: null, draft: { query: 'halb getippt' } });
    await desk.close();
  }

  open(): Promise<Desk> {
    return openDesk({ server: this.server, folder: this.folder, secrets: this.#ring });
  }

  /** Opens the desk again and signs in, with the server back. */
  async startAgain(): Promise<Desk> {
    this.server.down = false;
    // Or the device would deliver everything before anybody has signed in.
    this.server.fail('deliver', 'busy', 'busy');
    const desk = await this.open();
    await desk.core.idle();
    expect(await desk.signIn()).toBe('signedIn');
    return desk;
  }

  /** The same server with an empty memory: nothing was ever sent to it. */
  async forgetServer(): Promise<void> {
    const { serverId, keys } = this.server;
    const school = await ModelSchool.open({ student: AbandonedDesk.students });
    this.server = Object.assign(new FakeServer(school), { serverId, keys });
  }

  get cacheFile(): string {
    const name = readdirSync(this.folder).find((file) => /^cache-.*\.db$/.test(file));
    if (!name) throw new Error('There is no cache.');
    return join(this.folder, name);
  }

  absencesOnServer(): Promise<unknown[]> {
    return this.server.school.db.rows('absence');
  }
}

/** Lets a desk come to rest, some minutes long. */
export async function calm(desk: Desk): Promise<void> {
  for (let minute = 0; minute < 3; minute += 1) {
    await desk.core.idle();
    await new Promise((resolve) => setImmediate(resolve));
    desk.clock.advance(61_000);
  }
  await desk.core.idle();
}

export function flipByte(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes.writeUInt8((bytes.readUInt8(at) + 1) % 256, at);
  writeFileSync(path, bytes);
}
