import { hasErrors, loadDefinitions } from '@squadron/backend-kit';
import type { OrgFolder } from '../definitions/loadOrg';
import { compileChecklists, CompiledChecklists } from './compileChecklists';
import { checklistFileSchema } from './schema';

/** Reads a folder of checklists. With a bad file there are none. */
export async function loadChecklists(
  folder: OrgFolder,
  known?: ReadonlySet<string>,
): Promise<CompiledChecklists> {
  const { files, problems } = await loadDefinitions({
    ...folder,
    schema: checklistFileSchema,
  });
  return hasErrors(problems)
    ? { checklists: [], problems }
    : compileChecklists(files, known);
}
