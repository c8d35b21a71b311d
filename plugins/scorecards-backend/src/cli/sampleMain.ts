import { runAsProcess } from '@squadron/plugin-org-model-node';
import { sample } from './sample';

runAsProcess(sample);
