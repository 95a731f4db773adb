import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../../config/project.ts';
import { FakeUtilityProcess } from './fake-core.ts';
import type { FakePort } from './fake-ports.ts';
import type { Relayed } from './relay-port.ts';

/** The real core in a Node child, behind the interface of a utility process. */
export class RealCoreProcess extends FakeUtilityProcess {
  readonly child: ChildProcess;
  readonly #ports = new Map<number, FakePort>();

  constructor() {
    super('src-main/core/core-worker.ts');
    const { href } = new URL('./parent-port.ts', import.meta.url);
    this.child = fork(join(projectRoot, this.entry), [], {
      serialization: 'advanced',
      execArgv: ['--import', href],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.child.on('message', ({ port, message }: Relayed) => {
      if (port === 0) this.emit('message', message);
      else this.#ports.get(port)?.postMessage(message);
    });
    this.child.once('exit', (code) => this.end(code ?? 1));
  }

  override postMessage(message: unknown, ports: readonly FakePort[] = []): void {
    const ids = ports.map((port) => {
      const id = this.#ports.size + 1;
      this.#ports.set(id, port);
      port.on('message', ({ data }) => this.#send({ port: id, message: data, ports: [] }));
      port.start();
      return id;
    });
    this.#send({ port: 0, message, ports: ids });
  }

  override kill(): boolean {
    return this.child.kill('SIGKILL');
  }

  #send(relayed: Relayed): void {
    if (this.child.connected) this.child.send(relayed);
  }
}
