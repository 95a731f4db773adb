import classes from './Avatar.module.css';

/** The initials of a staff member. Decoration: the name stands beside it. */
export function Avatar({ givenName, familyName }: { givenName: string; familyName: string }) {
  const initials = `${[...givenName][0] ?? ''}${[...familyName][0] ?? ''}`;
  return (
    <span className={classes.avatar} aria-hidden="true">
      {initials}
    </span>
  );
}
