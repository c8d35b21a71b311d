export { withDrafts } from './api/scaffolderApi';
export { FormDraft } from './components/FormDraft';
export { Gallery } from './components/Gallery';
export { TaskList } from './components/TaskList';
export { VersionMark } from './components/VersionMark';
export { isOfGoldenPath } from './lib/project';
export { default } from './plugin';
