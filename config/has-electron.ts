import { join } from 'node:path';
import { obstacleTo } from '../src-main/hosts/electron/decide-start.ts';
import { findElectronBinary } from '../src-main/hosts/electron/installed-binary.ts';
import { projectRoot } from './project.ts';

/** Whether the end-to-end stories can also be told in Electron: its program is here, and a screen to open it on. */
export function hasElectron(): boolean {
  const { platform, env } = process;
  if (obstacleTo({ platform, env, userId: process.getuid?.() }) !== null) return false;
  return findElectronBinary({ packageFolder: join(projectRoot, 'node_modules/electron'), env }) !== null;
}
