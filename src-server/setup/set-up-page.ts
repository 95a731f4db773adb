import { type FormField, type FormProblem, type FormValues, formFields } from './set-up-form.ts';
import type { SetUpLanguage, SetUpWords } from './set-up-words.ts';

/** What stands on the page: what was typed before, and what is wrong with it. */
export interface PageContent {
  readonly values: Partial<FormValues>;
  readonly problems: readonly FormProblem[];
  /** The token was wrong, late or used. */
  readonly refused: boolean;
}

/** The form, without scripts: a head teacher fills it in once, on the day the server is put up. */
export function setUpPage(language: SetUpLanguage, words: SetUpWords, content: PageContent): string {
  const field = (name: FormField, hint: string | null, attributes: Record<string, string> = {}) =>
    inputField(words, content, name, hint, attributes);
  const form = `
    ${summary(words, content)}
    <p>${text(words.intro)}</p>
    <form method="post" action="/set-up" novalidate>
      ${field('token', null, { autocomplete: 'off', spellcheck: 'false' })}
      ${group(words.school, [field('schoolName', null), stateField(words, content)])}
      ${group(
        words.times,
        (['lessonsStart', 'reportCutoff', 'rollCallLimit'] as const).map((name) =>
          field(name, words.timeHint),
        ),
      )}
      ${group(words.administrator, [
        `<p>${text(words.administratorHint)}</p>`,
        field('givenName', null),
        field('familyName', null),
        field('shortName', null),
        field('userName', null, { autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false' }),
        field('password', words.passwordHint, { type: 'password', autocomplete: 'new-password' }),
      ])}
      ${linesField(words, content, 'calendar', words.calendarHint, words.calendarExample)}
      ${linesField(words, content, 'staff', words.staffHint, words.staffExample)}
      <button type="submit">${text(words.submit)}</button>
    </form>`;
  return page(language, words.title, form);
}

/** A page that only says something: done, or closed. */
export function notePage(language: SetUpLanguage, title: string, note: string): string {
  return page(language, title, `<p>${text(note)}</p>`);
}

function page(language: SetUpLanguage, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${text(title)}</title>
    <link rel="stylesheet" href="/set-up/style.css">
  </head>
  <body>
    <main>
    <h1>${text(title)}</h1>${body}
    </main>
  </body>
</html>
`;
}

function summary(words: SetUpWords, { problems, refused }: PageContent): string {
  if (refused) return `<p class="summary" role="alert">${text(words.refused)}</p>`;
  if (problems.length === 0) return '';
  const fields = formFields.filter((name) => problems.some((problem) => problem.field === name));
  const links = fields.map((name) => `<li><a href="#${name}">${text(words[name])}</a></li>`);
  return `<div class="summary" role="alert"><p>${text(words.problems)}</p><ul>${links.join('')}</ul></div>`;
}

function group(legend: string, fields: readonly string[]): string {
  return `<fieldset><legend>${text(legend)}</legend>${fields.join('')}</fieldset>`;
}

function inputField(
  words: SetUpWords,
  content: PageContent,
  name: FormField,
  hint: string | null,
  attributes: Record<string, string>,
): string {
  const value = attributes.type === 'password' ? '' : (content.values[name] ?? '');
  const more = Object.entries({ type: 'text', ...attributes, value })
    .map(([key, word]) => ` ${key}="${text(word)}"`)
    .join('');
  return `<div class="field">${label(words, name)}${hints(name, hint)}${errors(words, content, name)}
        <input id="${name}" name="${name}"${more}${described(content, name, hint)}></div>`;
}

function stateField(words: SetUpWords, content: PageContent): string {
  const chosen = content.values.stateCode || 'DE-NI';
  const options = Object.entries(words.states).map(
    ([code, state]) =>
      `<option value="${text(code)}"${code === chosen ? ' selected' : ''}>${text(state)}</option>`,
  );
  return `<div class="field">${label(words, 'stateCode')}${errors(words, content, 'stateCode')}
        <select id="stateCode" name="stateCode"${described(content, 'stateCode', null)}>${options.join('')}</select></div>`;
}

function linesField(
  words: SetUpWords,
  content: PageContent,
  name: 'calendar' | 'staff',
  hint: string,
  example: string,
): string {
  return `<div class="field">${label(words, name)}${hints(name, hint)}<p class="example">${text(example)}</p>${errors(words, content, name)}
        <textarea id="${name}" name="${name}" rows="8" spellcheck="false"${described(content, name, hint)}>
${text(content.values[name] ?? '')}</textarea></div>`;
}

function label(words: SetUpWords, name: FormField): string {
  return `<label for="${name}">${text(words[name])}</label>`;
}

function hints(name: FormField, hint: string | null): string {
  return hint === null ? '' : `<p class="hint" id="${name}-hint">${text(hint)}</p>`;
}

function errors(words: SetUpWords, { problems }: PageContent, name: FormField): string {
  const own = problems.filter((problem) => problem.field === name);
  if (own.length === 0) return '';
  const items = own.map(({ line, problem }) => {
    const said = words.problem[problem];
    const placed = words.line.replace('{{line}}', String(line)).replace('{{problem}}', said);
    return `<li>${text(line === null ? said : placed)}</li>`;
  });
  return `<ul class="error" id="${name}-error">${items.join('')}</ul>`;
}

function described({ problems }: PageContent, name: FormField, hint: string | null): string {
  const wrong = problems.some((problem) => problem.field === name);
  const ids = [hint === null ? '' : `${name}-hint`, wrong ? `${name}-error` : ''].filter((id) => id !== '');
  return `${ids.length > 0 ? ` aria-describedby="${ids.join(' ')}"` : ''}${wrong ? ' aria-invalid="true"' : ''}`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for content and attributes of HTML. */
function text(plain: string): string {
  return plain.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}
