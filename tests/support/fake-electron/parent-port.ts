import { type Relayed, RelayPort } from './relay-port.ts';

/** Loaded before the core in a plain Node child: gives it the `process.parentPort` of a utility process. */
const send = (relayed: Relayed) => void process.send?.(relayed);
const parentPort = new RelayPort(0, send);
const ports = new Map<number, RelayPort>();

process.on('message', ({ port, message, ports: ids }: Relayed) => {
  if (port !== 0) {
    ports.get(port)?.receive(message);
    return;
  }
  const given = ids.map((id) => new RelayPort(id, send));
  for (const one of given) ports.set(one.id, one);
  parentPort.emit('message', { data: message, ports: given });
});
process.on('disconnect', () => process.exit(0));
Object.defineProperty(process, 'parentPort', { value: parentPort });
