/** Where the catalog's entities of `catalog-info/org` say that they come from. */
export const ORG_MODEL_ORIGIN = 'org-model:default';
