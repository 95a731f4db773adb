import { config } from 'zod';

// Zod tries, while schemas are made, whether it may write code at run time. The window's security policy
// forbids that and reports the attempt, so this comes before every schema.
config({ jitless: true });
