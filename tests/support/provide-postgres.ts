import type { TestProject } from 'vitest/node';
import { type RunningPostgres, startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the maintenance database of the PostgreSQL that all test files of a run share. */
    readonly postgresUrl: string;
  }
}

let running: RunningPostgres | undefined;

/** Vitest's global set-up: one PostgreSQL per run, whatever the number of test files. */
export async function setup(project: TestProject): Promise<void> {
  running ??= await startPostgres();
  project.provide('postgresUrl', running.url('postgres'));
}

export async function teardown(): Promise<void> {
  await running?.stop();
  running = undefined;
}
