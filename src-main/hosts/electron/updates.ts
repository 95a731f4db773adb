import type { AppUpdater } from 'electron-updater';
import type { UpdateDecision } from './decide-updates.ts';

/**
 * Looks once for a new version and announces it. It is neither fetched nor installed here: what the school's
 * server mirrors is not signed yet, and installing it would let a server that was taken over run on every PC
 * (docs/decisions/0011).
 * @param load only called when updates are on
 * @param announce gets the version
 */
export async function lookForUpdate(
  decision: UpdateDecision,
  load: () => Promise<AppUpdater>,
  announce: (version: string) => void,
): Promise<void> {
  if (decision.kind === 'off') return;
  const updater = await load();
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.autoRunAppAfterInstall = false;
  updater.allowPrerelease = false;
  updater.disableWebInstaller = true;
  updater.logger = null;
  updater.setFeedURL({ provider: 'generic', url: decision.url, channel: 'latest' });
  // Setting a channel allows downgrades; this takes it back.
  updater.allowDowngrade = false;
  // The server may be away: there will be another start.
  const found = await updater.checkForUpdates().catch(() => null);
  if (found?.isUpdateAvailable) announce(found.updateInfo.version);
}
