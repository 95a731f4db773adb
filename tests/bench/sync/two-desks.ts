import type { DeskChild } from '../desk/desk-child.ts';
import type { Child, Handlers } from '../harness/child.ts';
import { OFFICES } from '../harness/demo-morning.ts';
import { withLab } from '../harness/lab.ts';
import type { WireFloorDeskChild } from './wire-floor-desk-child.ts';
import type { WireFloorServerChild } from './wire-floor-server-child.ts';

/** What a desk of either kind, real or floor, can be asked here. */
export type WritingDesk = Pick<
  Child<Pick<DeskChild, 'write' | 'watch' | 'seen' | 'idle' | 'offline' | 'push'>>,
  'ask'
>;

/** Two desks that see each other's writing. */
export interface TwoDesks {
  readonly first: WritingDesk;
  readonly second: WritingDesk;
}

/**
 * Lends two real offices at the large demo school, both in step with it, and two desks of the bare protocol.
 * Every desk and server is a process of its own.
 */
export function withTwoDesks<T>(work: (real: TwoDesks, floor: TwoDesks) => Promise<T>): Promise<T> {
  return withLab(async (lab) => {
    const child = <H extends Handlers>(path: string) => lab.child<H>(new URL(path, import.meta.url));
    const server = await lab.school('large');
    const realDesk = async (userName: string) => {
      const desk = await child<DeskChild>('../desk/desk-child.ts');
      const place = { serverUrl: server.url, serverStartedAtMs: server.startedAtMs };
      await desk.ask('open', { dataFolder: lab.fresh('desk'), ...place });
      await desk.ask('firstSync', userName);
      await desk.ask('prepare', null);
      await desk.ask('idle', null);
      return desk;
    };
    const real = { first: await realDesk(OFFICES[0]), second: await realDesk(OFFICES[1]) };
    const floorServer = await child<WireFloorServerChild>('./wire-floor-server-child.ts');
    const host = await floorServer.ask('listen', lab.fresh('floor-server.db'));
    const floorDesk = async () => {
      const desk = await child<WireFloorDeskChild>('./wire-floor-desk-child.ts');
      await desk.ask('open', { path: lab.fresh('floor-desk.db'), host });
      return desk;
    };
    return work(real, { first: await floorDesk(), second: await floorDesk() });
  });
}
