export {
  acquaintances,
  type Acquaintance,
  type Checklist,
  type ChecklistItem,
  type ChecklistTask,
} from './checklists';
export type { CompiledChecklists } from './compileChecklists';
export { loadChecklists } from './loadChecklists';
