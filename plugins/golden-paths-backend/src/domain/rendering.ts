import type {
  TemplateEntityStepV1beta3,
  TemplateEntityV1beta3,
} from '@backstage/plugin-scaffolder-common';
import { VERSION_ANNOTATION } from '@squadron/plugin-golden-paths-common';

/** Actions that write into the workspace alone, or look something up for those. */
const renders =
  /^(?:fetch:|fs:|squadron:(?:project:find|tags:check|provenance:write)$)/;
const provenance = 'squadron:provenance:write';

/** Whether an action makes nothing but files in the workspace. */
export function isRendering(action: string): boolean {
  return renders.test(action);
}

/** Version of a golden path; 0.0.0 where it says none. */
export function versionOf(template: TemplateEntityV1beta3): string {
  return template.metadata.annotations?.[VERSION_ANNOTATION] ?? '0.0.0';
}

/**
 * A golden path with no more than the steps that write its files. In a dry run the scaffolder does not
 * know which template it renders, so that the step that notes it is told.
 *
 * @param ref - of the template
 */
export function toRendering(
  template: TemplateEntityV1beta3,
  ref: string,
): TemplateEntityV1beta3 {
  const told = { template: ref, version: versionOf(template) };
  const steps = template.spec.steps
    .filter(({ action }) => isRendering(action))
    .map((step): TemplateEntityStepV1beta3 =>
      step.action === provenance
        ? { ...step, input: { ...step.input, ...told } }
        : step,
    );
  return { ...template, spec: { ...template.spec, steps, output: undefined } };
}

/**
 * Values of a form, and what the form would have put into fields that are new since. What there was comes first and
 * in its order, so that the file which notes it changes no more than it must.
 */
export function withDefaults(
  { spec }: Pick<TemplateEntityV1beta3, 'spec'>,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const pages = [spec.parameters ?? []].flat();
  const defaults = pages.flatMap(({ properties }) =>
    Object.entries(properties ?? {}).flatMap(([name, field]) =>
      isWithDefault(field) && !(name in values)
        ? [[name, field.default] as const]
        : [],
    ),
  );
  return { ...values, ...Object.fromEntries(defaults) };
}

function isWithDefault(field: unknown): field is { default: unknown } {
  return typeof field === 'object' && field !== null && 'default' in field;
}

/** A file of a template's folder, or one that was rendered from it; paths have slashes. */
export interface TemplateFile {
  path: string;
  content: Buffer;
  executable?: boolean;
}

/**
 * Whether a rendered file is a program, as the file is that it comes from: a dry run knows that of what it
 * fetches from elsewhere, but not of the template's own folder. There the content lies some folders down, and
 * what is rendered ends with `.njk`.
 */
export function isExecutable(
  { path, executable }: Pick<TemplateFile, 'path' | 'executable'>,
  folder: readonly TemplateFile[],
): boolean {
  if (executable) return true;
  const ends = [`/${path}`, `/${path}.njk`];
  return folder.some(
    file => file.executable && ends.some(end => file.path.endsWith(end)),
  );
}
