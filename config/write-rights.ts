import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rightsDocument } from '../src-shared/rights/document.ts';
import { projectRoot } from './project.ts';

writeFileSync(join(projectRoot, 'docs/rights.md'), rightsDocument());
console.log('Wrote docs/rights.md from src-shared/rights.');
