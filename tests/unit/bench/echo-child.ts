import { answerParent } from '../../bench/harness/answer-parent.ts';

let letGo = () => {};
const released = new Promise<void>((resolve) => {
  letGo = resolve;
});

const handlers = {
  twice: (number: number) => number * 2,
  later: async (text: string) => {
    await released;
    return text;
  },
  letGo(_: null) {
    letGo();
    return 'let go';
  },
  word: (_: null) => process.env.BENCH_WORD,
  fail(text: string) {
    throw new Error(text);
  },
  end(status: number): void {
    process.exit(status);
  },
};

export type EchoChild = typeof handlers;

answerParent(handlers);
