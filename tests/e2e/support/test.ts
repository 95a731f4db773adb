import { test as base, expect } from '@playwright/test';
import type { DemoServer } from '../../support/processes/demo-server.ts';
import type { DeskApp } from '../../support/processes/desk-app.ts';
import type { DeskLine } from '../../support/processes/desk-line.ts';
import { Stage } from '../../support/processes/stage.ts';
import { Windows } from './windows.ts';

/** Playwright's test with windows that fail the test for whatever they complain about. */
export const test = base.extend<{ windows: Windows }>({
  windows: async ({ browser }, use, { project }) => {
    const windows = new Windows(browser, project.name === 'electron' ? 'electron' : 'browser');
    await use(windows);
    await windows.close();
    expect(windows.problems.unexpected()).toEqual([]);
  },
});

/** The demo school of one spec file: a server, and one desk per person, started when first needed. */
export class School {
  readonly #desks = new Map<string, Promise<DeskApp>>();
  readonly #lines = new Map<string, Promise<DeskLine>>();
  #stage: Stage | undefined;
  #server: DemoServer | undefined;

  async open(): Promise<void> {
    this.#stage = new Stage();
    this.#server = await this.#stage.server();
  }

  async close(): Promise<void> {
    this.#desks.clear();
    this.#lines.clear();
    await this.#stage?.end();
  }

  get stage(): Stage {
    if (!this.#stage) throw new Error('The school opens with the first test.');
    return this.#stage;
  }

  get server(): DemoServer {
    if (!this.#server) throw new Error('The school opens with the first test.');
    return this.#server;
  }

  /** The desk of a person who is signed in there. */
  desk(userName: string): Promise<DeskApp> {
    const known = this.#desks.get(userName) ?? this.stage.desk(this.server, userName);
    this.#desks.set(userName, known);
    return known;
  }

  /** A line to the core of a person's own desk, to ask what a window would not show. */
  line(userName: string): Promise<DeskLine> {
    const known = this.#lines.get(userName) ?? this.#openLine(userName);
    this.#lines.set(userName, known);
    return known;
  }

  async #openLine(userName: string): Promise<DeskLine> {
    const line = await (await this.stage.desk(this.server, userName)).openLine();
    await line.synchronous();
    return line;
  }

  /** A desk at which nobody has ever worked. */
  freshDesk(): Promise<DeskApp> {
    return this.stage.desk(this.server, null);
  }
}

/** A school for all tests of the file that calls this; what one test records is there for the next. */
export function aSchool(): School {
  const school = new School();
  test.beforeAll(() => school.open());
  test.afterAll(() => school.close());
  return school;
}
