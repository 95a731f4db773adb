import { parentPort, workerData } from 'node:worker_threads';
import type { PaperAnswer, PaperOrder } from './paper-press.ts';
import { createPaperRenderer } from './render.ts';

/** Entry of the printing process (folder as argument) or thread (folder as worker data). */
const resourcesFolder: string = parentPort ? workerData.resourcesFolder : (process.argv[2] ?? '');
const renderer = createPaperRenderer({ resourcesFolder });

async function answer({ id, sheet, data, options }: PaperOrder): Promise<PaperAnswer> {
  try {
    // Copied: the compiler's own buffer must not leave with a message.
    return { id, pdf: new Uint8Array(await renderer.render(sheet, data, options)) };
  } catch (error) {
    return { id, failure: error instanceof Error ? error.name : 'unknown' };
  }
}

if (parentPort) {
  const port = parentPort;
  port.on('message', async (order: PaperOrder) => port.postMessage(await answer(order)));
} else {
  process.on('message', async (order: PaperOrder) => process.send?.(await answer(order)));
  process.on('disconnect', () => process.exit(0));
}
