import type { IpcMain, IpcMainInvokeEvent, WebFrameMain } from 'electron';
import type { z } from 'zod';
import { isTrustedSender } from './decide-sender.ts';

export type IpcAnswer = { readonly ok: true } | { readonly ok: false; readonly kind: string };

/** The sending frame, or null: reading it throws once the frame has been destroyed. */
function senderOf(event: IpcMainInvokeEvent): WebFrameMain | null {
  try {
    return event.senderFrame;
  } catch {
    return null;
  }
}

/**
 * The only way main listens to a window. A message of a foreign or vanished frame, or with other arguments
 * than the schema's, is refused before `run` sees it; the window gets the kind of the refusal, never a stack.
 */
export function handle<Args>(
  ipcMain: Pick<IpcMain, 'handle'>,
  channel: string,
  schema: z.ZodType<Args>,
  run: (frame: WebFrameMain, args: Args) => void | Promise<void>,
): void {
  ipcMain.handle(channel, async (event, payload: unknown): Promise<IpcAnswer> => {
    const frame = senderOf(event);
    if (!frame || !isTrustedSender(frame)) return { ok: false, kind: 'forbidden' };
    const args = schema.safeParse(payload);
    if (!args.success) return { ok: false, kind: 'invalidArguments' };
    try {
      await run(frame, args.data);
      return { ok: true };
    } catch {
      return { ok: false, kind: 'internal' };
    }
  });
}
