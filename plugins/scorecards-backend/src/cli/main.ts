import { runAsProcess } from '@squadron/plugin-org-model-node';
import { run } from './run';

runAsProcess(run);
