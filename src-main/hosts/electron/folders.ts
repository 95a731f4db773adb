import { join } from 'node:path';

export interface AppFolders {
  /** The built window. */
  readonly window: string;
  readonly preload: string;
  /** The core's bundled entry. */
  readonly core: string;
  /** Letter templates, fonts and words. */
  readonly resources: string;
}

/**
 * Where the parts of the app lie. Bundled code can't derive them from its own place.
 * @param appPath the folder of package.json, or the archive that stands for it
 * @param resourcesPath Electron's folder beside the archive
 */
export function appFolders(app: { isPackaged: boolean; appPath: string; resourcesPath: string }): AppFolders {
  const built = join(app.appPath, 'dist');
  return {
    window: join(built, 'renderer'),
    preload: join(built, 'electron', 'preload.cjs'),
    core: join(built, 'core', 'core-worker.js'),
    resources: join(app.isPackaged ? app.resourcesPath : app.appPath, 'resources'),
  };
}
