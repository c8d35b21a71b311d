import { Button, List, ListRow, Skeleton } from '@backstage/ui';
import { Persona, PersonaPage } from './personas';
import styles from './SignIn.module.css';

/** What the title leaves open; the name tells apart people who hold the same role. */
function describe({ title, role, squad, name }: Persona): string {
  return [role, squad, name]
    .filter(part => part && !title.includes(part))
    .join(' · ');
}

/** The people found, walked with the arrow keys and chosen with Enter. */
export const PersonaList = (props: {
  page?: PersonaPage;
  /** People still come. */
  isGrowing?: boolean;
  /** Only whom the reader searches for are shown. */
  isSearch: boolean;
  failed: boolean;
  onChoose: (name: string) => void;
  onMore: () => void;
}) => {
  const { page } = props;
  if (!page) {
    return props.failed ? null : (
      <div role="status" aria-label="Loading people">
        <Skeleton height={160} />
      </div>
    );
  }
  if (page.total === 0) {
    return (
      <p role="status" className={styles.empty}>
        {props.isSearch
          ? 'Nobody matches. Try part of a name, a role or a squad code. Just after a start, people are still being read and appear here by themselves.'
          : 'The organization is being loaded. People appear here in a few seconds.'}
      </p>
    );
  }
  return (
    <>
      <List
        aria-label="People"
        className={styles.people}
        items={page.items.map(person => ({ ...person, id: person.name }))}
        onAction={key => props.onChoose(String(key))}
      >
        {person => (
          <ListRow textValue={person.title} description={describe(person)}>
            {person.title}
          </ListRow>
        )}
      </List>
      <p role="status" className={styles.count}>
        {page.items.length} of {page.total}{' '}
        {page.total === 1 ? 'person' : 'people'}
        {props.isGrowing && ' so far: the organization is still being loaded'}
      </p>
      {page.nextOffset !== undefined && page.items.length < 100 && (
        <Button variant="secondary" onPress={props.onMore}>
          Show more
        </Button>
      )}
    </>
  );
};
