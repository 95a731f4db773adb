/**
 * SchILD tells namesakes born on one day apart by their class behind the surname: `Barnes#3b`.
 * @returns the name alone, and the class if there is one
 */
export function splitTwin(familyName: string): { familyName: string; className: string | null } {
  const [, name = familyName, className = null] =
    /^([^#]+?)\s*#\s*([^#\s]+?)(?:-\d+)?$/.exec(familyName) ?? [];
  return { familyName: name, className };
}
