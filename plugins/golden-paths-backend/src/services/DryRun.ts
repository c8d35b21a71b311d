import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { InputError, ResponseError } from '@backstage/errors';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { z } from 'zod/v3';
import type { TemplateFile } from '../domain/rendering';

const answerSchema = z.object({
  directoryContents: z.array(
    z.object({
      path: z.string(),
      base64Content: z.string(),
      executable: z.boolean().optional(),
    }),
  ),
});
/** Of values that the form would not have taken, or of a step that refuses them. */
const refusalSchema = z.union([
  z.object({
    errors: z.array(z.object({ property: z.string(), message: z.string() })),
  }),
  z.object({ error: z.object({ message: z.string() }) }),
]);

/** The scaffolder's dry run, with the rights of the portal itself. */
export class DryRun {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  /**
   * What a template would write.
   *
   * @param folder - what lies beside the template and below
   * @throws `InputError` with the scaffolder's words for values that the template does not take
   */
  async run(
    template: TemplateEntityV1beta3,
    values: Record<string, unknown>,
    folder: readonly TemplateFile[],
  ): Promise<TemplateFile[]> {
    // The client of the scaffolder would not tell what is wrong with which value.
    const response = await this.#post({
      template,
      values,
      secrets: {},
      directoryContents: folder.map(({ path, content }) => ({
        path,
        base64Content: content.toString('base64'),
      })),
    });
    if (response.status === 400) {
      throw new InputError(wordsOf(await response.json()));
    }
    if (!response.ok) throw await ResponseError.fromResponse(response);
    const { directoryContents } = answerSchema.parse(await response.json());
    return directoryContents.map(({ base64Content, ...file }) => ({
      ...file,
      content: Buffer.from(base64Content, 'base64'),
    }));
  }

  async #post(body: object): Promise<Response> {
    const [baseUrl, { token }] = await Promise.all([
      this.#discovery.getBaseUrl('scaffolder'),
      this.#auth.getPluginRequestToken({
        onBehalfOf: await this.#auth.getOwnServiceCredentials(),
        targetPluginId: 'scaffolder',
      }),
    ]);
    return fetch(`${baseUrl}/v2/dry-run`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${token}`,
      },
      body: JSON.stringify(body),
    });
  }
}

function wordsOf(body: unknown): string {
  const { data } = refusalSchema.safeParse(body);
  if (!data) return 'The golden path does not take these values';
  if ('error' in data) return data.error.message;
  return data.errors
    .map(({ property, message }) =>
      `${property.replace(/^instance\.?/, '')} ${message}`.trim(),
    )
    .join('\n');
}
