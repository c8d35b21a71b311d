export { MarkdownGenerator } from './generator/MarkdownGenerator';
export { techdocsModuleMarkdown as default } from './module';
