import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  type Entity,
  parseLocationRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { serializeDirectoryContents } from '@backstage/plugin-scaffolder-node';
import type { TemplateFile } from '../domain/rendering';

/**
 * Everything that lies beside a template and below, from where the catalog has read the template.
 *
 * @throws `InputError` when the catalog does not say where that is
 */
export async function readTemplateFolder(
  template: Entity,
  reader: Pick<UrlReaderService, 'readTree'>,
): Promise<TemplateFile[]> {
  const { type, target } = locationOf(template);
  if (type === 'file') return readFolder(dirname(target));
  const tree = await reader.readTree(new URL('.', target).href);
  const directory = await mkdtemp(join(tmpdir(), 'squadron-template-'));
  try {
    return await readFolder(await tree.dir({ targetDir: directory }));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function readFolder(directory: string): Promise<TemplateFile[]> {
  const files = await serializeDirectoryContents(directory);
  // A dry run takes no links.
  return files.filter(({ symlink }) => !symlink);
}

function locationOf(template: Entity): { type: string; target: string } {
  // The source location is left aside: whoever writes a template may name any folder of this machine there.
  const ref = template.metadata.annotations?.[ANNOTATION_LOCATION];
  const location = ref ? parseLocationRef(ref) : undefined;
  if (location && ['file', 'url'].includes(location.type)) return location;
  throw new InputError(
    `The catalog does not say where ${stringifyEntityRef(template)} lies: register its file`,
  );
}
