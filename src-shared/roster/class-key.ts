/** One key per class, however it is written: `03b`, `3 B`, `Kl. 3b` and `Klasse 3b` are the same class. */
export function classKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/^\s*(klasse|kl\.?)\s*(?=\S)/, '')
    .replace(/[\s._]+/g, '')
    .replace(/^0+(?=\d)/, '');
}

/** The name a new class gets: what the file says without the word `Klasse`. */
export function classDisplayName(name: string): string {
  const bare = name
    .normalize('NFC')
    .trim()
    .replace(/^(klasse|kl\.?)\s+(?=\S)/i, '')
    .replace(/^0+(?=\d)/, '');
  return bare.replace(/^(\d+)\s+([a-zA-Z])$/, '$1$2');
}

/** The grade level at the start of a class name; 0 for a class without one (`SKG`, `Eulen`) or of several (`1/2a`). */
export function gradeLevelOf(name: string): number {
  const match = /^(\d{1,2})(?!\d)(?!\s*[/+-]\s*\d)/.exec(classKey(name));
  const level = Number(match?.[1] ?? 0);
  return level <= 13 ? level : 0;
}

/** True for names such as `3b` or `1/2a`, which are classes and not clubs or committees. */
export function looksLikeClass(name: string): boolean {
  return /^\d{1,2}(\s*[/+-]\s*\d{1,2})?[a-z]{0,2}\d?$/.test(classKey(name));
}
