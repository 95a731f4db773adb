import { withWindows } from './window/windows.ts';
import './window/office-stories.ts';
import './window/teacher-stories.ts';
import './window/head-stories.ts';
import './window/session-stories.ts';
import './window/undo-stories.ts';
import './window/appearance-stories.ts';

// One file, one build, one browser: the stories share them.
withWindows();
