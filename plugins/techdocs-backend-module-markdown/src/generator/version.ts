/**
 * Part of every etag: a release that renders otherwise counts it up, so that all sites are built anew.
 */
export const RENDERER_VERSION = '1';
