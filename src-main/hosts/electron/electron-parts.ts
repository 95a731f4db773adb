/** Electron as `main.ts` imports it. The other files get it as an argument, so that a test can hand them a fake. */
export type Electron = typeof import('electron');

/** The parts of the process the host looks at. */
export type HostProcess = Pick<NodeJS.Process, 'argv' | 'env' | 'platform' | 'on' | 'resourcesPath'>;
