import { StringDecoder } from 'node:string_decoder';
import { faultOfFailure } from './http-faults.ts';
import { ServerFault } from './server-transport.ts';

/** No answer of the protocol is longer; a server that sends more is not ours. */
const LONGEST_ANSWER = 256 * 1024 * 1024;
const LONGEST_LINE = 16 * 1024 * 1024;

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
  const decoder = new StringDecoder('utf8');
  let rest = '';
  try {
    for await (const chunk of body) {
      const lines = (rest + decoder.write(chunk)).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > LONGEST_LINE) throw new ServerFault('otherServer', 'line too long');
      for (const line of lines) if (line !== '') yield parsed(line);
    }
  } catch (error) {
    throw faultOfFailure(error);
  }
  rest += decoder.end();
  if (rest !== '') yield parsed(rest);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ServerFault('otherServer', 'not JSON');
  }
}
