import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a browser offers on its own and must not offer here: to keep passwords and what was typed (office PCs
 * are shared under one login), and to send the page away for a translation.
 */
const preferences = {
  credentials_enable_service: false,
  credentials_enable_autosignin: false,
  profile: { password_manager_enabled: false },
  autofill: { profile_enabled: false, credit_card_enabled: false },
  translate: { enabled: false },
  search: { suggest_enabled: false },
  spellcheck: { use_spelling_service: false },
};

/** Makes the profile of the app's own windows before the browser does. One that is there stays as it is. */
export function prepareProfile(folder: string): void {
  const file = join(folder, 'Default', 'Preferences');
  if (existsSync(file)) return;
  mkdirSync(join(folder, 'Default'), { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify(preferences), { mode: 0o600 });
}
