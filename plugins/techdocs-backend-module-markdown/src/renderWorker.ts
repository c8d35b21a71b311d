import { isError } from '@backstage/errors';
import { renderPage } from './generator/render/renderPage';
import { PageTask, RenderedPage } from './generator/render/types';

/** A page, or why there is none: errors keep their fields on the way between threads only as data. */
export type RenderOutcome =
  { page: RenderedPage } | { failure: { line: number; message: string } };

/** What a thread of the pool runs. */
export default async function render(task: PageTask): Promise<RenderOutcome> {
  try {
    return { page: await renderPage(task) };
  } catch (error) {
    if (error instanceof RangeError) {
      return { failure: { line: 0, message: 'it is nested too deeply' } };
    }
    const line = isError(error) && 'line' in error ? Number(error.line) : 0;
    return {
      failure: {
        line,
        message: isError(error) ? error.message : String(error),
      },
    };
  }
}
