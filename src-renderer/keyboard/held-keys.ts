import { type TypedKey, typeKey } from './type-key.ts';

/** Keys pressed while what they are meant for was not there yet, oldest first. */
let queue: TypedKey[] = [];
let waiting = false;
let letting = false;

/**
 * From this moment no key reaches anything, and none is lost: they wait until {@link letKeysGo}. For the time
 * between a key press and the panel it asks for, however long that takes.
 */
export function holdKeys(): void {
  waiting = true;
}

/** What the keys are meant for has the focus now: they arrive in their order, those pressed meanwhile behind them. */
export function letKeysGo(): void {
  waiting = false;
  if (letting) return;
  letting = true;
  void letGo();
}

/** What the keys were meant for is not going to come. Nobody else gets them: they would mean something else there. */
export function dropKeys(): void {
  queue = [];
  waiting = false;
}

/** One key at a time, so that the window has answered to whatever came before it. */
async function letGo(): Promise<void> {
  while (!waiting && queue.length > 0) {
    await new Promise((resolve) => setTimeout(resolve));
    const next = waiting ? undefined : queue.shift();
    if (next) typeKey(next);
  }
  letting = false;
}

/** Letters and the keys that go with typing; what a combination with Ctrl or Alt means is decided by the layers. */
function isTyping({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  const otherSign = ctrlKey && altKey; // AltGr on Windows: `@`, `€`
  if ((ctrlKey || altKey || metaKey) && !otherSign) return false;
  return key.length === 1 || typingKeys.has(key);
}

const typingKeys: ReadonlySet<string> = new Set([
  'Enter',
  'Escape',
  'Backspace',
  'Delete',
  'Tab',
  'F2',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
]);

/** Hears a key press of the page before anybody else does, and keeps it back while keys are held. */
export function holdBack(event: KeyboardEvent): void {
  if (!event.isTrusted || !(waiting || queue.length > 0) || !isTyping(event)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const { key, shiftKey, repeat } = event;
  if (!repeat || key.length === 1) queue.push({ key, shiftKey });
}
