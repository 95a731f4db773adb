import ts from 'typescript';
import { placeOf, type SourceFile, walk } from '../../config/source-files.ts';

/** One point of Electron's security checklist: what it forbids or asks for in the sources of the host. */
export interface ElectronCheck {
  /** Numbers of the official checklist (20 points, 2026). */
  readonly points: readonly number[];
  readonly name: string;
  /** One text per offence. */
  readonly find: (files: readonly SourceFile[]) => string[];
}

type NodeTest = (node: ts.Node, file: SourceFile) => boolean;

/** An offence for each node of each file that answers to the description. */
function forbid(points: number[], name: string, test: NodeTest): ElectronCheck {
  const find = (files: readonly SourceFile[]) =>
    files.flatMap((file) => {
      const places: string[] = [];
      walk(file.tree, (node) => {
        if (test(node, file)) places.push(`${placeOf(file, node)} ${name}`);
      });
      return places;
    });
  return { points, name, find };
}

/** An offence unless exactly `times` nodes answer to the description. */
function demand(points: number[], name: string, test: NodeTest, times = 1): ElectronCheck {
  const find = (files: readonly SourceFile[]) => {
    const found = forbid(points, name, test).find(files).length;
    return found === times ? [] : [`${name}: ${found} times instead of ${times}`];
  };
  return { points, name, find };
}

const isIn = (file: SourceFile, name: string) => file.path.endsWith(`hosts/electron/${name}`);

/** The last name of what is called or made: `c` of `a.b.c()`, whether written with a dot or in brackets. */
function lastName(expression: ts.Expression): string {
  if (ts.isIdentifier(expression)) return expression.text;
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
  if (ts.isElementAccessExpression(expression) && ts.isStringLiteralLike(expression.argumentExpression)) {
    return expression.argumentExpression.text;
  }
  return '';
}

function calls(node: ts.Node, name: RegExp): node is ts.CallExpression {
  return ts.isCallExpression(node) && name.test(lastName(node.expression));
}

function saysText(node: ts.Node, text: RegExp): boolean {
  const isText =
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddle(node) ||
    ts.isTemplateTail(node) ||
    ts.isJsxText(node);
  return isText && text.test(node.text);
}

/** `name: value` with another value than this; shorthand counts as another value. */
function setsOtherThan(node: ts.Node, names: RegExp, value: string): boolean {
  if (ts.isShorthandPropertyAssignment(node)) return names.test(node.name.text);
  if (!ts.isPropertyAssignment(node) || !names.test(node.name.getText().replace(/['"]/g, ''))) return false;
  return node.initializer.getText() !== value;
}

/** `on('name', …)` whose listener stops the event or calls `stay`. */
function listensTo(node: ts.Node, event: string): boolean {
  if (!calls(node, /^on$/)) return false;
  const [name, listener] = node.arguments;
  if (!name || !ts.isStringLiteralLike(name) || name.text !== event) return false;
  return listener?.getText() === 'stay' || /\.preventDefault\(\)/.test(listener?.getText() ?? '');
}

const WINDOWS = /^(BrowserWindow|BaseWindow|BrowserView|WebContentsView)$/;

const windows: ElectronCheck[] = [
  demand([2, 3, 4], 'one window, made of fixed options', (node, file) => {
    if (!ts.isNewExpression(node) || !WINDOWS.test(lastName(node.expression))) return false;
    return isIn(file, 'secure-window.ts') && node.arguments?.[0]?.getText() === 'windowOptions(choices)';
  }),
  forbid(
    [2, 3, 4],
    'makes a window outside secureWindow()',
    (node, file) =>
      ts.isNewExpression(node) && WINDOWS.test(lastName(node.expression)) && !isIn(file, 'secure-window.ts'),
  ),
  forbid([2], 'switches Node on in a page', (node) => setsOtherThan(node, /^nodeIntegration/, 'false')),
  forbid([3], 'switches context isolation off', (node) => setsOtherThan(node, /^contextIsolation$/, 'true')),
  forbid([4], 'switches the sandbox off', (node) => setsOtherThan(node, /^sandbox$/, 'true')),
  forbid([4], 'switches the sandbox off by a word', (node) => saysText(node, /no-sandbox|disable-setuid/)),
  demand([4], 'enableSandbox()', (node) => calls(node, /^enableSandbox$/)),
  forbid([6], 'switches web security off', (node) => setsOtherThan(node, /^webSecurity$/, 'true')),
  forbid([8], 'lets insecure content run', (node) =>
    setsOtherThan(node, /^allowRunningInsecureContent$/, 'false'),
  ),
  forbid([9], 'switches experiments on', (node) => setsOtherThan(node, /^experimentalFeatures$/, 'false')),
  forbid([10], 'switches Blink features on', (node) => setsOtherThan(node, /^enableBlinkFeatures$/, "''")),
  forbid([10], 'adds a switch to Chromium', (node) => calls(node, /^appendSwitch$/)),
  forbid([11], 'allows webviews', (node) => setsOtherThan(node, /^webviewTag$/, 'false')),
  forbid([11], 'writes a webview', (node, file) =>
    ts.isSourceFile(node) ? /<webview|allowpopups/i.test(file.text) : false,
  ),
];

const pages: ElectronCheck[] = [
  forbid([1], 'speaks of an insecure address', (node) =>
    saysText(node, /^(http|ws):\/\/|["'\s](http|ws):\/\//),
  ),
  forbid([1, 18], 'loads something else than its own start page', (node) => {
    if (!calls(node, /^loadURL$/)) return false;
    return node.arguments[0]?.getText() !== 'START_PAGE';
  }),
  demand([5], 'setPermissionRequestHandler()', (node) => calls(node, /^setPermissionRequestHandler$/)),
  demand([5], 'setPermissionCheckHandler()', (node) => calls(node, /^setPermissionCheckHandler$/)),
  demand([5], 'setDevicePermissionHandler()', (node) => calls(node, /^setDevicePermissionHandler$/)),
  demand([7], 'one content security policy', (node) => saysText(node, /^Content-Security-Policy$/i)),
  demand([7], "the policy's constant in a header", (node) => {
    if (!ts.isPropertyAssignment(node)) return false;
    return node.getText() === "'Content-Security-Policy': CONTENT_SECURITY_POLICY";
  }),
  demand([7], 'onBeforeRequest()', (node) => calls(node, /^onBeforeRequest$/)),
  demand([12], 'will-attach-webview is stopped', (node) => listensTo(node, 'will-attach-webview')),
  demand([13], 'will-navigate is guarded', (node) => listensTo(node, 'will-navigate')),
  demand([13], 'will-frame-navigate is guarded', (node) => listensTo(node, 'will-frame-navigate')),
  demand([13], 'will-redirect is guarded', (node) => listensTo(node, 'will-redirect')),
  demand([14], 'setWindowOpenHandler()', (node) => calls(node, /^setWindowOpenHandler$/)),
  forbid([14], 'allows a second window', (node) => setsOtherThan(node, /^action$/, "'deny'")),
];

const doors: ElectronCheck[] = [
  forbid(
    [15],
    'opens something outside without asking',
    (node, file) => calls(node, /^open(External|Path)$/) && !isIn(file, 'open-link.ts'),
  ),
  demand([15], 'one openExternal()', (node) => calls(node, /^openExternal$/)),
  forbid([17], 'listens to a window past handle()', (node, file) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
    const object = lastName(node.expression.expression);
    return /^(ipcMain|ipc)$/.test(object) && !isIn(file, 'ipc.ts') && !isIn(file, 'preload.ts');
  }),
  demand([17], 'one ipcMain.handle(), which asks who is speaking', (node, file) => {
    if (!calls(node, /^handle$/) || node.expression.getText() !== 'ipcMain.handle') return false;
    return isIn(file, 'ipc.ts') && node.getText().includes('isTrustedSender(');
  }),
  forbid([18], 'uses files as pages', (node) => calls(node, /^(loadFile|(register|intercept)FileProtocol)$/)),
  forbid([18], 'speaks of file:', (node) => saysText(node, /^file:/)),
  demand(
    [18],
    'its own scheme is served',
    (node) => calls(node, /^handle$/) && /protocol/.test(node.getText()),
  ),
];

const updates: ElectronCheck[] = [
  forbid([], 'fetches or installs an update that nobody has signed', (node) =>
    calls(node, /^(downloadUpdate|quitAndInstall|checkForUpdatesAndNotify)$/),
  ),
  forbid([], 'lets an update install itself', (node) => {
    if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return false;
    const name = lastName(node.left);
    return (
      /^(autoDownload|autoInstallOnAppQuit|allowDowngrade)$/.test(name) && node.right.getText() !== 'false'
    );
  }),
];

/** What a preload may do with its two parts of Electron. */
const PRELOAD_USES = new Set(['contextBridge.exposeInMainWorld', 'ipcRenderer.on', 'ipcRenderer.invoke']);

const bridge: ElectronCheck[] = [
  demand([20], 'exposeInMainWorld()', (node) => calls(node, /^exposeInMainWorld$/)),
  forbid([20], 'exposes more than the two functions of a transport', (node) => {
    if (!calls(node, /^exposeInMainWorld$/)) return false;
    const api = node.arguments[1];
    if (!api || !ts.isObjectLiteralExpression(api)) return true;
    const names = api.properties.map((property) => property.name?.getText() ?? '…');
    return names.sort().join() !== 'onChange,request';
  }),
  forbid([20], 'hands a part of Electron on', (node, file) => {
    if (!ts.isIdentifier(node) || !/^(ipcRenderer|contextBridge)$/.test(node.text)) return false;
    if (ts.isImportSpecifier(node.parent)) return !isIn(file, 'preload.ts');
    return !PRELOAD_USES.has(node.parent.getText());
  }),
  forbid([20], 'takes Electron for itself', (node, file) => {
    if (!ts.isImportDeclaration(node) || !/^['"]electron['"]$/.test(node.moduleSpecifier.getText()))
      return false;
    const isTypeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return !isTypeOnly && !isIn(file, 'main.ts') && !isIn(file, 'preload.ts');
  }),
];

/** The points that can be seen in the sources; 16 (a current Electron) and 19 (fuses) are in the configuration. */
export const electronChecks: ElectronCheck[] = [...windows, ...pages, ...doors, ...updates, ...bridge];
