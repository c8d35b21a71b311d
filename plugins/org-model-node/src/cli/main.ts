import { run } from './run';
import { runAsProcess } from './runCommands';

runAsProcess(run);
