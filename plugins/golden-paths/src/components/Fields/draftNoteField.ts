import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { DraftNote } from './DraftNote';

/** Keeps the form as a draft and says so; it holds no value. */
export const draftNoteField = createFormField({
  name: 'DraftNote',
  component: DraftNote,
});
