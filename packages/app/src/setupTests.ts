import '@testing-library/jest-dom';
import { configure } from '@testing-library/dom';

// Whole pages are rendered here, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);
