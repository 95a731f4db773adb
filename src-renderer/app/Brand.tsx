import classes from './Brand.module.css';

/** The folder and the name. */
export function Brand() {
  return (
    <div className={classes.brand}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path
          d="M3 6.5A1.5 1.5 0 0 1 4.5 5h4.7c.5 0 .9.2 1.2.6l1.6 1.9h7.5A1.5 1.5 0 0 1 21 9v9.5a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 18.5z"
          fill="var(--gold)"
        />
        <path d="M7 11.7h10M7 14.9h6.5" stroke="var(--rail)" strokeWidth="1.6" strokeLinecap="round" />
      </svg>
      <span>Postmappe</span>
    </div>
  );
}
