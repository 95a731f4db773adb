import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import type { Stepwise, Tally } from '../../../src-shared/values/stepwise.ts';
import { OperationFailure } from '../dispatch/operation-failure.ts';

export type ImportProgress = NonNullable<OperationResult<'roster.progress'>>;
export type ImportPhase = ImportProgress['phase'];

/** Somebody has stopped the work before it was done. */
export class StoppedWork extends Error {
  override name = 'StoppedWork';
}

/** Gives way to whatever else waits: a search, the word to stop. */
export function giveWay(): Promise<void> {
  return new Promise((resume) => setImmediate(resume));
}

/** One long work: it tells how far it is, and ends early when it is stopped. */
export class ImportWork {
  isStopped = false;
  progress: ImportProgress | null = null;
  readonly #tell: () => void;

  constructor(tell: () => void) {
    this.#tell = tell;
  }

  /** Says how far it is, and lets others have their turn. */
  async show(phase: ImportPhase, done: number, total: number, file: string | null = null): Promise<void> {
    this.progress = { phase, done: Math.floor(done), total, file };
    this.#tell();
    await giveWay();
  }

  /** Carries out a stepwise work. @throws StoppedWork */
  async carryOut<T>(
    phase: ImportPhase,
    work: Stepwise<T>,
    tally: Tally,
    file: string | null = null,
  ): Promise<T> {
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      await this.show(phase, tally.done, tally.total, file);
      if (this.isStopped) throw new StoppedWork(phase);
    }
  }
}

/** The one work of a desk. Reading anew ends an earlier reading; what changes the school is never cut short by it. */
export class ImportDesk {
  readonly #tell: () => void;
  #current: ImportWork | undefined;

  constructor(tell: () => void) {
    this.#tell = tell;
  }

  get progress(): ImportProgress | null {
    return this.#current?.progress ?? null;
  }

  stop(): void {
    if (this.#current) this.#current.isStopped = true;
  }

  /**
   * Does a work while no other is done.
   * @throws OperationFailure `importRunning` while an import is being applied or taken back.
   */
  async run<T>(work: (own: ImportWork) => Promise<T>): Promise<T> {
    const phase = this.#current?.progress?.phase;
    if (phase === 'applying' || phase === 'undoing') throw new OperationFailure('refused', 'importRunning');
    this.stop();
    const own = new ImportWork(this.#tell);
    this.#current = own;
    try {
      return await work(own);
    } finally {
      if (this.#current === own) this.#current = undefined;
      this.#tell();
    }
  }
}
