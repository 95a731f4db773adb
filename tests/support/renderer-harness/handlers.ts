import type {
  OperationResult,
  ParsedArgs,
  StaffContract,
} from '../../../src-shared/contract/staff-contract.ts';
import type { State } from './state.ts';

/** What an invented core can answer: only what the screens under test ask. */
export type Handlers = {
  [N in keyof StaffContract]?: (state: State, args: ParsedArgs<N>) => OperationResult<N>;
};
