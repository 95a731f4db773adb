import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own that can be filled to the last byte. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes all the room there is. */
  fill(): void;
  /** Gives the room back. */
  free(): void;
  /** Takes the disk away with all that is on it. */
  kill(): Promise<void>;
}

function mount(folder: string, size: string): boolean {
  mkdirSync(folder, { recursive: true });
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'none', folder]).status === 0;
}

function unmount(folder: string): void {
  spawnSync('umount', ['-l', folder]);
  rmSync(folder, { recursive: true, force: true });
}

/** Mounts a disk in memory. @throws where this user may not mount */
export function mountSmallDisk(size: string): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'postmappe-disk-'));
  if (!mount(folder, size)) throw new Error('A disk in memory needs the right to mount.');
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill() {
      for (let bytes = 1024 * 1024; bytes >= 512; bytes /= 2) {
        for (let count = 0; count < 64; count += 1) {
          try {
            writeFileSync(ballast, Buffer.alloc(bytes), { flag: 'a' });
          } catch {
            break;
          }
        }
      }
    },
    free: () => rmSync(ballast, { force: true }),
    kill: async () => unmount(folder),
  };
}

/** Whether disks can be mounted here: as root, and not in a container that forbids it. */
export function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'postmappe-mount-'));
  const mounted = mount(folder, '1m');
  unmount(folder);
  return mounted;
}
