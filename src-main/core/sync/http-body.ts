import { faultOfFailure } from './http-faults.ts';
import { ServerFault } from './server-transport.ts';

/** No answer of the protocol is longer; a server that sends more is not ours. */
const LONGEST_ANSWER = 256 * 1024 * 1024;
const LONGEST_LINE = 16 * 1024 * 1024;
const LINE_END = 10;

/** Reads a whole body as JSON; undefined when it is empty. @throws {ServerFault} */
export async function readJson(body: AsyncIterable<Buffer>): Promise<unknown> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      length += chunk.length;
      if (length > LONGEST_ANSWER) throw new ServerFault('otherServer', 'answer too long');
      chunks.push(chunk);
    }
  } catch (error) {
    throw faultOfFailure(error);
  }
  if (length === 0) return undefined;
  return parsed(Buffer.concat(chunks).toString('utf8'));
}

/** Reads lines of JSON as they arrive; leaving the loop ends the transfer. @throws {ServerFault} */
export async function* readLines(body: AsyncIterable<Buffer>): AsyncGenerator<unknown> {
  // Bytes become text only once a line is whole: cutting text that grows would copy it with each chunk.
  let begun: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      let from = 0;
      for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, from)) {
        begun.push(chunk.subarray(from, end));
        from = end + 1;
        const line = wholeText(begun);
        begun = [];
        length = 0;
        if (line !== '') yield parsed(line);
      }
      begun.push(chunk.subarray(from));
      length += chunk.length - from;
      if (length > LONGEST_LINE) throw new ServerFault('otherServer', 'line too long');
    }
  } catch (error) {
    throw faultOfFailure(error);
  }
  const last = wholeText(begun);
  if (last !== '') yield parsed(last);
}

function wholeText(parts: readonly Buffer[]): string {
  const [only] = parts;
  return (parts.length === 1 && only ? only : Buffer.concat(parts)).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ServerFault('otherServer', 'not JSON');
  }
}
