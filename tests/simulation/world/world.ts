import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RETURN_DAYS } from '../../../src-server/sync/returning-desks.ts';
import { uuidV7 } from '../../../src-shared/values/uuid.ts';
import { Oracle } from './oracle.ts';
import { Chance } from './random.ts';
import { SimClock } from './sim-clock.ts';
import { SimDesk } from './sim-desk.ts';
import { calm, SimLink, storm } from './sim-link.ts';
import { type SimSchool, simSchool } from './sim-school.ts';
import { SimServer } from './sim-server.ts';

/** Monday, 23 November 2026, 07:30 in Berlin. */
const START = Date.UTC(2026, 10, 23, 6, 30);
const TODAY = '2026-11-23';
/** Rounds in which everything must drain once faults stop (I10). */
const ROUNDS = 40;
const ROUND_MS = 90_000;
const DAY_MS = 86_400_000;

/** A server, some desks and everything between them, made from one seed. */
export class World {
  readonly chance: Chance;
  readonly clock = new SimClock(START);
  readonly school: SimSchool;
  readonly oracle: Oracle;
  readonly server: SimServer;
  readonly desks: SimDesk[] = [];
  /** True once a backup was put back: what guardians sent meanwhile is not kept by any desk. */
  restored = false;
  readonly #folder = mkdtempSync(join(tmpdir(), 'postmappe-sim-'));

  constructor(seed: number) {
    this.chance = new Chance(seed);
    this.school = simSchool(START, (length) => this.chance.bytes(length), TODAY);
    this.oracle = new Oracle(this.school);
    this.server = new SimServer(this.#folder, this.clock);
  }

  async begin(): Promise<void> {
    await this.server.found(this.school);
    const wanted = ['office1', 'office2', 'teacher-1a', 'teacher-2b'];
    for (const person of this.school.people.filter(({ userName }) => wanted.includes(userName))) {
      const teacher = person.role === 'teacher';
      const link = new SimLink(this.server, this.chance, (kind, table, cells) => {
        if (teacher) this.oracle.witness(person.id, kind, table, cells);
      });
      link.weather = calm;
      const skewMs = (this.chance.below(3) - 1) * 90_000;
      const desk = new SimDesk({
        folder: this.#folder,
        person,
        link,
        clock: this.clock,
        skewMs,
        chance: this.chance,
      });
      this.desks.push(desk);
      await desk.start();
      await desk.idle();
      link.weather = storm;
    }
  }

  /** A new id, as whoever creates a thing draws it. */
  newId(): string {
    return uuidV7(this.clock.nowMs(), (length) => this.chance.bytes(length));
  }

  deskOf(userName: string): SimDesk {
    const desk = this.desks.find(({ person }) => person.userName === userName);
    if (!desk) throw new Error(`nobody called ${userName} has a desk here`);
    return desk;
  }

  anyDesk(): SimDesk {
    return this.chance.oneOf(this.desks);
  }

  officeDesk(): SimDesk {
    return this.chance.oneOf(this.desks.filter(({ person }) => person.role === 'schoolOffice'));
  }

  /** Class names with their ids. */
  get classes(): [string, string][] {
    return (this.school.rows.schoolClass ?? []).map(({ name, id }) => [name, id]);
  }

  async crashServer(): Promise<void> {
    await this.server.crash();
    for (const desk of this.desks) desk.link.dropStreams();
  }

  async restoreServer(): Promise<void> {
    if (!(await this.server.restore())) return;
    this.restored = true;
    for (const desk of this.desks) desk.link.dropStreams();
  }

  async settle(): Promise<void> {
    for (const desk of this.desks) await desk.idle();
  }

  /** Faults stop; everybody comes back; time passes until nothing waits. @returns rounds it took, or null */
  async heal(): Promise<number | null> {
    if (!this.server.parts) await this.server.start();
    this.calmDown();
    for (const desk of this.desks) {
      desk.link.cut = false;
      if (!desk.isUp) await desk.start();
    }
    const rounds = await this.#drain();
    if (rounds !== null || !this.restored) return rounds;
    // What builds on something no desk can bring back is refused when nobody is waited for any more.
    this.clock.advance(RETURN_DAYS * DAY_MS);
    return this.#drain();
  }

  async #drain(): Promise<number | null> {
    for (let round = 1; round <= ROUNDS; round += 1) {
      for (const desk of this.desks) if (!desk.isUp) await desk.start();
      await this.passRounds(1);
      if (await this.isDrained()) return round;
    }
    return null;
  }

  /** All lines are good from now on; a cable that is out stays out. */
  calmDown(): void {
    for (const desk of this.desks) desk.link.weather = calm;
  }

  /** Time passes at the school and at each desk. */
  async passTime(ms: number): Promise<void> {
    this.clock.advance(ms);
    await this.server.keepHouse();
    for (const desk of this.desks) await desk.minute();
  }

  /** Time passes, and each desk that is up tries to sync. */
  async passRounds(count: number): Promise<void> {
    for (let round = 0; round < count; round += 1) {
      await this.passTime(ROUND_MS);
      for (const desk of this.desks) desk.poke();
      await this.settle();
    }
  }

  async isDrained(): Promise<boolean> {
    for (const desk of this.desks) {
      if (!desk.isUp || (await desk.outbox()).waiting.length > 0) return false;
    }
    return true;
  }

  async end(): Promise<void> {
    for (const desk of this.desks) await desk.crash();
    await this.server.crash();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
