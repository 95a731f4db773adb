/** A name as a list sorts it, surname first; an institution has only the one. */
export function listedName({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return givenName === '' ? familyName : `${familyName}, ${givenName}`;
}
