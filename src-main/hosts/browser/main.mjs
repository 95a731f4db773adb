import { enableCompileCache } from 'node:module';

// Plain JavaScript, and before anything else: whatever is loaded later is compiled, and rid of its types, once.
// The first module with types loads what strips them, which costs each start a tenth of a second.
enableCompileCache();
await import('./command-line.ts');
