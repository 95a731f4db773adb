import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src-renderer/client/answer.ts';
import { EVERYTHING, QueryCache, type Question } from '../../../src-renderer/client/query-cache.ts';

/** A question whose answers the test gives one by one. */
function askable(key: string, reads: string[]) {
  const waiting: ((answer: Answer<unknown>) => void)[] = [];
  const question: Question = {
    key,
    reads,
    fetch: () => new Promise((resolve) => waiting.push(resolve)),
  };
  const answer = async (result: unknown) => {
    waiting.shift()?.({ ok: true, result });
    await Promise.resolve();
    await Promise.resolve();
  };
  const fail = async () => {
    waiting.shift()?.({ ok: false, failure: { kind: 'unavailable', reason: 'coreAway' } });
    await Promise.resolve();
    await Promise.resolve();
  };
  return { question, waiting, answer, fail };
}

function watched(key = 'today', reads = ['absence']) {
  const cache = new QueryCache();
  const asked = askable(key, reads);
  let repaints = 0;
  const stop = cache.watch(asked.question, () => {
    repaints += 1;
  });
  return { cache, ...asked, stop, repaints: () => repaints };
}

describe('answers kept by the window', () => {
  it('asks once for several watchers and shows them the answer', async () => {
    const { cache, question, waiting, answer } = watched();
    cache.watch(question, () => {});
    expect(waiting).toHaveLength(1);
    expect(cache.snapshot('today').fetching).toBe(true);
    await answer({ absent: 3 });
    expect(cache.snapshot('today')).toEqual({ data: { absent: 3 }, failure: null, fetching: false });
  });

  it('asks ahead what is watched in a moment, once', async () => {
    const cache = new QueryCache();
    const { question, waiting, answer } = askable('today', ['absence']);
    cache.askAhead(question);
    expect(waiting).toHaveLength(1);
    cache.watch(question, () => {});
    cache.askAhead(question);
    expect(waiting).toHaveLength(1);
    await answer({ absent: 3 });
    expect(cache.snapshot('today').data).toEqual({ absent: 3 });
  });

  it('keeps the old answer on the screen while a newer one is fetched', async () => {
    const { cache, waiting, answer } = watched();
    await answer({ absent: 3 });
    cache.notice(['absence']);
    expect(waiting).toHaveLength(1);
    expect(cache.snapshot('today').data).toEqual({ absent: 3 });
    await answer({ absent: 4 });
    expect(cache.snapshot('today').data).toEqual({ absent: 4 });
  });

  it('asks again only when a notice names something it reads', async () => {
    const { cache, waiting, answer } = watched();
    await answer({});
    cache.notice(['freePeriod']);
    expect(waiting).toHaveLength(0);
    cache.notice([EVERYTHING]);
    expect(waiting).toHaveLength(1);
  });

  it('repaints nothing when the new answer equals the old one', async () => {
    const { cache, answer, repaints } = watched();
    await answer({ absent: 3 });
    const before = repaints();
    const shown = cache.snapshot('today');
    cache.notice(['absence']);
    await answer({ absent: 3 });
    expect(repaints()).toBe(before);
    expect(cache.snapshot('today')).toBe(shown);
  });

  it('asks once more when something changed while the question was under way', async () => {
    const { cache, waiting, answer } = watched();
    cache.notice(['absence']);
    cache.notice(['absence']);
    expect(waiting).toHaveLength(1);
    await answer({ absent: 1 });
    expect(waiting).toHaveLength(1);
    await answer({ absent: 2 });
    expect(waiting).toHaveLength(0);
    expect(cache.snapshot('today').data).toEqual({ absent: 2 });
  });

  it('shows a failure beside the last answer, and forgets the failure with the next one', async () => {
    const { cache, answer, fail } = watched();
    await answer({ absent: 1 });
    cache.notice(['absence']);
    await fail();
    expect(cache.snapshot('today')).toMatchObject({ data: { absent: 1 }, failure: { reason: 'coreAway' } });
    cache.notice(['absence']);
    await answer({ absent: 1 });
    expect(cache.snapshot('today')).toMatchObject({ data: { absent: 1 }, failure: null });
  });

  it('asks nothing for a screen that was left, but freshly when it is opened again', async () => {
    const { cache, question, stop, waiting, answer } = watched();
    await answer({ absent: 1 });
    stop();
    cache.notice(['absence']);
    expect(waiting).toHaveLength(0);
    expect(cache.snapshot('today').data).toEqual({ absent: 1 });
    cache.watch(question, () => {});
    expect(waiting).toHaveLength(1);
  });
});

describe('when another person comes to the desk', () => {
  it('S: nothing of the first person is shown to the second, not even an answer still under way', async () => {
    const { cache, waiting, answer } = watched();
    await answer({ child: 'first person’s' });
    cache.notice(['absence']);
    cache.forget(() => false);
    expect(cache.snapshot('today').data).toBeUndefined();
    expect(waiting).toHaveLength(2);
    await answer({ child: 'late answer for the first person' });
    expect(cache.snapshot('today').data).toBeUndefined();
    await answer({ child: 'second person’s' });
    expect(cache.snapshot('today').data).toEqual({ child: 'second person’s' });
  });

  it('keeps what is not about a person', async () => {
    const { cache, answer } = watched('session.state', ['session']);
    await answer({ phase: 'ready' });
    cache.forget((key) => key.startsWith('session.state'));
    expect(cache.snapshot('session.state').data).toEqual({ phase: 'ready' });
  });

  it('drops answers nobody looks at', async () => {
    const { cache, stop, answer } = watched();
    await answer({ child: 'Ayla' });
    stop();
    cache.forget(() => false);
    expect(cache.snapshot('today').data).toBeUndefined();
  });

  it('keeps only a few unwatched answers', async () => {
    const cache = new QueryCache();
    for (let number = 0; number < 60; number += 1) {
      const { question, answer } = askable(`q${number}`, []);
      const stop = cache.watch(question, () => {});
      await answer(number);
      stop();
    }
    expect(cache.snapshot('q0').data).toBeUndefined();
    expect(cache.snapshot('q59').data).toBe(59);
  });
});
