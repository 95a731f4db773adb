/** Something the person at the console can put right: told in one sentence, without a stack. */
export class UserMistake extends Error {
  override name = 'UserMistake';
}
