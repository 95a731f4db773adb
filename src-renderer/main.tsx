import './client/without-eval.ts';
import { startApp } from './app/start.tsx';
import { connect } from './client/connect.ts';

const root = document.getElementById('root');
if (root) void startApp(root, connect(window));
