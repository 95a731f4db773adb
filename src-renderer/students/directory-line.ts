import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';

/** A child in the directory. */
export type DirectoryLine = OperationResult<'students.directory'>['lines'][number];
