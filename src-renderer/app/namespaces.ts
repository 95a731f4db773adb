/** `…/locales/de/roll-call.json` is the namespace `roll-call`. */
export function namespacesFrom(files: Readonly<Record<string, object>>): Record<string, object> {
  return Object.fromEntries(
    Object.entries(files).map(([path, bundle]) => [path.replace(/^.*\/|\.json$/g, ''), bundle]),
  );
}
