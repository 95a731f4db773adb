import type { Handlers, Question } from './child.ts';

/**
 * In a child process: answers what the parent asks, one question after the other as they come, until the
 * parent lets go.
 */
export function answerParent<H extends Handlers>(handlers: H): void {
  process.on('message', async ({ id, name, args }: Question) => {
    try {
      const handler = handlers[name];
      if (!handler) throw new Error(`there is no handler ${name}`);
      // Name and argument were paired by the type of Child.ask.
      process.send?.({ id, value: await handler(args as never) });
    } catch (error) {
      process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ ready: true });
}
