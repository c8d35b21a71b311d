/** Where TechDocs finds what it builds the docs of an entity from. */
export const ANNOTATION_DOCS = 'backstage.io/techdocs-ref';
/** The entity whose docs an entity shows as its own. */
export const ANNOTATION_DOCS_OF = 'backstage.io/techdocs-entity';
/** What it shows of them first. */
export const ANNOTATION_DOCS_PATH = 'backstage.io/techdocs-entity-path';
