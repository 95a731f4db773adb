/** A key as it was pressed. */
export interface TypedKey {
  readonly key: string;
  readonly shiftKey: boolean;
}

/** Presses a key where the focus is: whoever hears key presses hears it, else a text field takes it. */
export function typeKey({ key, shiftKey }: TypedKey): void {
  const target = document.activeElement ?? document.body;
  const press = new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true });
  if (target.dispatchEvent(press) && isTextField(target)) edit(target, key);
}

type TextField = HTMLInputElement | HTMLTextAreaElement;

function isTextField(target: Element): target is TextField {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && ['text', 'search', 'tel'].includes(target.type);
}

/** What the browser does with a letter or Backspace in a field; a press that a script makes does nothing there. */
function edit(field: TextField, key: string): void {
  const end = field.selectionEnd ?? field.value.length;
  const begin = field.selectionStart ?? end;
  if (key.length === 1) field.setRangeText(key, begin, end, 'end');
  else if (key === 'Backspace')
    field.setRangeText('', begin === end ? Math.max(0, end - 1) : begin, end, 'end');
  else return;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: key }));
}
